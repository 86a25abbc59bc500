#ifndef WAARBORG_SERVICES_CALL_CODE_H_
#define WAARBORG_SERVICES_CALL_CODE_H_

// Codes: enum values as people and scripts write them, without the prefix that proto asks for
// (STATE_PLANNED is PLANNED, ROLE_QUALITY_MANAGER is QUALITY_MANAGER).

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/generated_enum_reflection.h"

namespace waarborg::call {

// "" for the unspecified value; the number for one that is not defined.
std::string CodeOf(const google::protobuf::EnumDescriptor& type, int number);

template <class Enum>
std::string CodeOf(Enum value) {
  return CodeOf(*google::protobuf::GetEnumDescriptor<Enum>(), static_cast<int>(value));
}

// The number of a code, or nothing when there is no such code.
std::optional<int> NumberOf(const google::protobuf::EnumDescriptor& type, absl::string_view code);

// The prefix of an enum's values: "ASSESSMENT_KIND_" for AssessmentKind.
std::string CodePrefix(const google::protobuf::EnumDescriptor& type);

}  // namespace waarborg::call

#endif  // WAARBORG_SERVICES_CALL_CODE_H_
