#ifndef WAARBORG_CLIENTS_CLI_HELP_H_
#define WAARBORG_CLIENTS_CLI_HELP_H_

// Help in three depths: all nouns, the verbs of one noun, one command with its fields and an example.

#include <string>

#include "absl/time/civil_time.h"
#include "clients/cli/command.h"
#include "clients/cli/style.h"

namespace waarborg::cli {

// The example of a command (`provider create`) as it is printed on that day: `${day+14}` in it is the day a
// fortnight later, so that what is copied from the help can be carried out whenever it is read.
[[nodiscard]] std::string ExampleOf(const std::string& command, absl::CivilDay today);

[[nodiscard]] std::string HelpForAll(const Style& style);
[[nodiscard]] std::string HelpForNoun(const std::string& noun, const Style& style);
[[nodiscard]] std::string HelpForCommand(const Command& command, const Style& style);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_HELP_H_
