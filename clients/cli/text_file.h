#ifndef WAARBORG_CLIENTS_CLI_TEXT_FILE_H_
#define WAARBORG_CLIENTS_CLI_TEXT_FILE_H_

#include <istream>
#include <string>

#include "clients/cli/fault.h"

namespace waarborg::cli {

// The whole text of a file that should hold something; `-` is `in`. Faults: FILE_UNREADABLE (also for a
// directory), FILE_EMPTY (nothing, or only white space).
[[nodiscard]] Parsed<std::string> ReadTextFile(const std::string& path, std::istream& in);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_TEXT_FILE_H_
