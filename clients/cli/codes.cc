#include "clients/cli/codes.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"

namespace waarborg::cli {
namespace {

using google::protobuf::EnumDescriptor;
using google::protobuf::EnumValueDescriptor;

// The first value is always `{PREFIX}UNSPECIFIED`.
absl::string_view PrefixOf(const EnumDescriptor& type) {
  return absl::StripSuffix(type.value(0)->name(), "UNSPECIFIED");
}

}  // namespace

std::string CodeOf(const EnumValueDescriptor& value) {
  if (value.number() == 0) return "";
  return std::string(absl::StripPrefix(value.name(), PrefixOf(*value.type())));
}

std::string CodeOf(const EnumDescriptor& type, int number) {
  const EnumValueDescriptor* value = type.FindValueByNumber(number);
  return value == nullptr ? absl::StrCat(number) : CodeOf(*value);
}

const EnumValueDescriptor* ValueOf(const EnumDescriptor& type, absl::string_view code) {
  const EnumValueDescriptor* value = type.FindValueByName(absl::StrCat(PrefixOf(type), code));
  return value == nullptr || value->number() == 0 ? nullptr : value;
}

const EnumValueDescriptor* ValueOfLoosely(const EnumDescriptor& type, absl::string_view code) {
  const std::string upper = absl::StrReplaceAll(absl::AsciiStrToUpper(code), {{"-", "_"}});
  const EnumValueDescriptor* value = ValueOf(type, upper);
  return value != nullptr ? value : ValueOf(type, absl::StripPrefix(upper, PrefixOf(type)));
}

std::vector<std::string> CodesOf(const EnumDescriptor& type) {
  std::vector<std::string> codes;
  for (int i = 1; i < type.value_count(); ++i) codes.push_back(CodeOf(*type.value(i)));
  return codes;
}

}  // namespace waarborg::cli
