#ifndef WAARBORG_CLIENTS_PUSH_RUN_H_
#define WAARBORG_CLIENTS_PUSH_RUN_H_

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "clients/push/stop.h"
#include "grpcpp/channel.h"

namespace waarborg::push {

// What surrounds one run of `waarborg-push`.
struct Surroundings {
  std::ostream& out;
  std::ostream& err;
  std::function<std::string(const char*)> environment;  // "" for a variable that is not set
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::function<std::shared_ptr<grpc::Channel>(const std::string& address)> connect;
  const Stop& stop;
};

// Carries out one command line (without the program's own name) and gives the exit status, in the numbers of
// `waarborg` (clients/cli/exit_status.h): 0 when all is acknowledged; the lowest of what the refusals amount
// to; 7 when something is left unanswered or unread.
int Run(const std::vector<std::string>& arguments, const Surroundings& surroundings);

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_RUN_H_
