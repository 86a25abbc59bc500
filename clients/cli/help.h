#ifndef WAARBORG_CLIENTS_CLI_HELP_H_
#define WAARBORG_CLIENTS_CLI_HELP_H_

// Help in three depths: all nouns, the verbs of one noun, one command with its fields and an example.

#include <string>

#include "clients/cli/command.h"
#include "clients/cli/style.h"

namespace waarborg::cli {

[[nodiscard]] std::string HelpForAll(const Style& style);
[[nodiscard]] std::string HelpForNoun(const std::string& noun, const Style& style);
[[nodiscard]] std::string HelpForCommand(const Command& command, const Style& style);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_HELP_H_
