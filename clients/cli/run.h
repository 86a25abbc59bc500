#ifndef WAARBORG_CLIENTS_CLI_RUN_H_
#define WAARBORG_CLIENTS_CLI_RUN_H_

#include <functional>
#include <istream>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "grpcpp/channel.h"

namespace waarborg::cli {

// What surrounds one run of the command line.
struct Surroundings {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::function<std::string(const char*)> environment;  // "" for a variable that is not set
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::function<std::shared_ptr<grpc::Channel>(const std::string& address)> connect;
};

// Carries out one command line (without the program's own name) and gives the exit status.
int Run(const std::vector<std::string>& arguments, const Surroundings& surroundings);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_RUN_H_
