#ifndef WAARBORG_CLIENTS_CLI_RESPONSE_TEXT_H_
#define WAARBORG_CLIENTS_CLI_RESPONSE_TEXT_H_

// Answers as people read them and as scripts do. JSON is proto-JSON: lowerCamelCase names and full enum
// names, so that what is printed can be given back with --file; maps stand in
// the order of their keys, so that the same answer is printed the same.

#include <string>
#include <vector>

#include "clients/cli/style.h"
#include "clients/cli/text_table.h"
#include "google/protobuf/message.h"

namespace waarborg::cli {

// The list in an answer that is one (its only repeated message field), or null.
[[nodiscard]] const google::protobuf::FieldDescriptor* ListField(
    const google::protobuf::Descriptor& response);

// The columns that lists of a type show.
[[nodiscard]] std::vector<const google::protobuf::FieldDescriptor*> ColumnsOf(
    const google::protobuf::Descriptor& type);

// An empty table with the columns of a type, and one row of it.
[[nodiscard]] TextTable TableFor(const google::protobuf::Descriptor& type, const Style& style);
[[nodiscard]] std::vector<std::string> RowOf(const google::protobuf::Message& message, const Style& style);

// A table for a list, a sheet for anything else.
[[nodiscard]] std::string PrintResponse(const google::protobuf::Message& response, const Style& style);

[[nodiscard]] std::string PrintJson(const google::protobuf::Message& message, bool on_one_line = false);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_RESPONSE_TEXT_H_
