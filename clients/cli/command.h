#ifndef WAARBORG_CLIENTS_CLI_COMMAND_H_
#define WAARBORG_CLIENTS_CLI_COMMAND_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "clients/cli/exit_status.h"
#include "clients/cli/session.h"

namespace waarborg::cli {

// One thing the command line can do: `waarborg <noun> <verb>`. A command without verb is `waarborg <noun>`.
struct Command {
  using Run = ExitStatus (*)(const Session& session);

  absl::string_view noun;
  absl::string_view verb;
  absl::string_view rpc;  // the rpc it makes reachable; empty for one that is made of others' rpcs
  Run run = nullptr;      // null: request and answer follow from the rpc's descriptors
};

[[nodiscard]] std::string NameOf(const Command& command);  // "provider create"

// In the order in which help shows them.
[[nodiscard]] const std::vector<Command>& Commands();

// Null when there is none. The verb `get` is another word for `show`.
[[nodiscard]] const Command* FindCommand(absl::string_view noun, absl::string_view verb);

// The nouns in order, each once.
[[nodiscard]] std::vector<std::string> Nouns();

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_COMMAND_H_
