#include "services/call/code.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace waarborg::call {

std::string CodePrefix(const google::protobuf::EnumDescriptor& type) {
  std::string prefix;
  for (const char c : type.name()) {
    if (absl::ascii_isupper(static_cast<unsigned char>(c)) && !prefix.empty()) prefix.push_back('_');
    prefix.push_back(absl::ascii_toupper(static_cast<unsigned char>(c)));
  }
  return absl::StrCat(prefix, "_");
}

std::string CodeOf(const google::protobuf::EnumDescriptor& type, int number) {
  if (number == 0) return "";
  const google::protobuf::EnumValueDescriptor* value = type.FindValueByNumber(number);
  if (value == nullptr) return absl::StrCat(number);
  return std::string(absl::StripPrefix(value->name(), CodePrefix(type)));
}

std::optional<int> NumberOf(const google::protobuf::EnumDescriptor& type, absl::string_view code) {
  const google::protobuf::EnumValueDescriptor* value =
      type.FindValueByName(absl::StrCat(CodePrefix(type), code));
  if (value == nullptr || value->number() == 0) return std::nullopt;
  return value->number();
}

}  // namespace waarborg::call
