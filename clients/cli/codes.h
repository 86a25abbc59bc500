#ifndef WAARBORG_CLIENTS_CLI_CODES_H_
#define WAARBORG_CLIENTS_CLI_CODES_H_

// Enum values as people and scripts write them: without the prefix that proto asks for (STATE_PLANNED is
// PLANNED).

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/generated_enum_reflection.h"

namespace waarborg::cli {

// "" for the unspecified value.
[[nodiscard]] std::string CodeOf(const google::protobuf::EnumValueDescriptor& value);

// As above; the number itself when it names nothing.
[[nodiscard]] std::string CodeOf(const google::protobuf::EnumDescriptor& type, int number);

template <class Enum>
[[nodiscard]] std::string CodeOf(Enum value) {
  return CodeOf(*google::protobuf::GetEnumDescriptor<Enum>(), static_cast<int>(value));
}

// The value of exactly this code; the unspecified one has none.
[[nodiscard]] const google::protobuf::EnumValueDescriptor* ValueOf(
    const google::protobuf::EnumDescriptor& type, absl::string_view code);

// As ValueOf, in any case, with hyphens for underscores and with or without the prefix.
[[nodiscard]] const google::protobuf::EnumValueDescriptor* ValueOfLoosely(
    const google::protobuf::EnumDescriptor& type, absl::string_view code);

// All codes in order of their numbers, the unspecified one left out.
[[nodiscard]] std::vector<std::string> CodesOf(const google::protobuf::EnumDescriptor& type);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_CODES_H_
