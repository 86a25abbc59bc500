#ifndef WAARBORG_CLIENTS_CLI_COLUMNS_H_
#define WAARBORG_CLIENTS_CLI_COLUMNS_H_

// Which fields a list shows of each resource, in the order of its columns.

#include <string>
#include <vector>

#include "google/protobuf/descriptor.h"

namespace waarborg::cli {

// The names of the fields; empty for a message that has no row.
std::vector<std::string> KnownColumns(const google::protobuf::Descriptor& message);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_COLUMNS_H_
