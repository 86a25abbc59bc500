#ifndef WAARBORG_CLIENTS_PUSH_HELP_H_
#define WAARBORG_CLIENTS_PUSH_HELP_H_

#include <string>

#include "clients/cli/fault.h"
#include "clients/cli/style.h"

namespace waarborg::push {

[[nodiscard]] std::string HelpText(const cli::Style& style);

// What is wrong with the command line or what it names, and where help is.
[[nodiscard]] std::string FaultText(const cli::Fault& fault, const cli::Style& style);

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_HELP_H_
