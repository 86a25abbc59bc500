#ifndef WAARBORG_CLIENTS_CLI_VALUE_TEXT_H_
#define WAARBORG_CLIENTS_CLI_VALUE_TEXT_H_

// One value as people read it: labels for codes, days and moments in their order, both-language texts in one.

#include <string>

#include "absl/strings/string_view.h"
#include "clients/cli/style.h"
#include "google/protobuf/message.h"
#include "google/protobuf/timestamp.pb.h"

namespace waarborg::cli {

// Whether values of the field fit one cell: everything but messages, and of these dates, moments, masks,
// texts and terms.
[[nodiscard]] bool FitsCell(const google::protobuf::FieldDescriptor& field);

// The value of one field, repeated ones separated by commas; "" where there is none. Messages that do not fit
// a cell become their number in brackets.
[[nodiscard]] std::string ValueText(const google::protobuf::Message& message,
                                    const google::protobuf::FieldDescriptor& field, const Style& style);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_VALUE_TEXT_H_
