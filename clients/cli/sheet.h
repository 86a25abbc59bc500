#ifndef WAARBORG_CLIENTS_CLI_SHEET_H_
#define WAARBORG_CLIENTS_CLI_SHEET_H_

// Any message as a sheet: a line for each field that holds something, messages in it indented, lists of small
// messages as tables. An evaluation gets its own report.

#include <string>

#include "clients/cli/style.h"
#include "google/protobuf/message.h"

namespace waarborg::cli {

[[nodiscard]] std::string PrintSheet(const google::protobuf::Message& message, const Style& style,
                                     int indent = 0);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_SHEET_H_
