#ifndef WAARBORG_CLIENTS_CLI_GENERIC_COMMAND_H_
#define WAARBORG_CLIENTS_CLI_GENERIC_COMMAND_H_

#include "clients/cli/command.h"

namespace waarborg::cli {

// Carries out a command from the descriptors of its rpc: builds the request, calls, prints. A list is one
// page, or with --all every page; a stream is printed as it comes.
ExitStatus RunGeneric(const Command& command, const Session& session);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_GENERIC_COMMAND_H_
