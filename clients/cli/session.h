#ifndef WAARBORG_CLIENTS_CLI_SESSION_H_
#define WAARBORG_CLIENTS_CLI_SESSION_H_

// What a command has at hand while it runs.

#include <istream>
#include <ostream>
#include <string>

#include "absl/strings/string_view.h"
#include "clients/cli/command_line.h"
#include "clients/cli/style.h"
#include "clients/cpp/client.h"

namespace waarborg::cli {

struct Session {
  const CommandLine& line;
  std::string name;  // NAME, or empty
  client::Client& client;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Style style;               // of `out`
  Style err_style;           // of `err`
  std::string command = {};  // its noun and verb
  bool err_is_terminal = false;

  [[nodiscard]] bool json() const { return line.output == Output::kJson; }

  // The caller as the options say, or nobody.
  [[nodiscard]] client::CallOptions CallAsMember() const;
  [[nodiscard]] client::CallOptions CallAsNobody() const;
  // As CallAsMember, for a member said otherwise: an id of the region, or a full name.
  [[nodiscard]] client::CallOptions CallAs(absl::string_view member) const;
};

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_SESSION_H_
