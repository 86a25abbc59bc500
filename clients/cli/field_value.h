#ifndef WAARBORG_CLIENTS_CLI_FIELD_VALUE_H_
#define WAARBORG_CLIENTS_CLI_FIELD_VALUE_H_

// The text of one flag, put into one field. Forms: codes for enums (any case, prefix or not), YYYY-MM-DD for
// dates, RFC 3339 for moments, true/false, decimal numbers, JSON for messages and maps, short resource names.

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "clients/cli/fault.h"
#include "google/protobuf/message.h"

namespace waarborg::cli {

// Sets a single field, or adds to a repeated one; there a comma separates values, `\,` is a comma in one, and
// an empty text is no value.
[[nodiscard]] std::optional<Fault> PutFieldValue(const std::string& text,
                                                 const google::protobuf::FieldDescriptor& field,
                                                 absl::string_view region,
                                                 google::protobuf::Message& message);

// The kind of value a field takes, as help shows it.
[[nodiscard]] std::string DescribeType(const google::protobuf::FieldDescriptor& field, Language language);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_FIELD_VALUE_H_
