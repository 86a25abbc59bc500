#include "clients/cli/field_value.h"

#include <cstdint>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "clients/cli/codes.h"
#include "clients/cli/dates.h"
#include "clients/cli/lenient_json.h"
#include "clients/cli/resource_name.h"
#include "google/protobuf/field_mask.pb.h"
#include "google/protobuf/timestamp.pb.h"
#include "google/protobuf/util/time_util.h"

namespace waarborg::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

Fault Bad(const char* sentence, const FieldDescriptor& field, absl::string_view text,
          const std::string& allowed = "") {
  return Fault{sentence,
               {{"field", absl::StrReplaceAll(field.name(), {{"_", "-"}})},
                {"value", std::string(text)},
                {"allowed", allowed}}};
}

template <class T>
bool IsA(const FieldDescriptor& field) {
  return field.message_type() != nullptr && field.message_type()->full_name() == T::descriptor()->full_name();
}

// Sets or adds one value through the reflection functions of its type.
template <class Value>
std::optional<Fault> Put(Message& message, const FieldDescriptor& field, Value value,
                         void (Reflection::*set)(Message*, const FieldDescriptor*, Value) const,
                         void (Reflection::*add)(Message*, const FieldDescriptor*, Value) const) {
  (message.GetReflection()->*(field.is_repeated() ? add : set))(&message, &field, std::move(value));
  return std::nullopt;
}

std::optional<Fault> PutBool(const std::string& text, const FieldDescriptor& field, Message& message) {
  bool value = false;
  if (!absl::SimpleAtob(text, &value)) return Bad("NOT_A_BOOLEAN", field, text);
  return Put(message, field, value, &Reflection::SetBool, &Reflection::AddBool);
}

std::optional<Fault> PutInteger(const std::string& text, const FieldDescriptor& field, Message& message) {
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_INT64) {
    std::int64_t value = 0;
    if (!absl::SimpleAtoi(text, &value)) return Bad("NOT_A_NUMBER", field, text);
    return Put(message, field, value, &Reflection::SetInt64, &Reflection::AddInt64);
  }
  std::int32_t value = 0;
  if (!absl::SimpleAtoi(text, &value)) return Bad("NOT_A_NUMBER", field, text);
  return Put(message, field, value, &Reflection::SetInt32, &Reflection::AddInt32);
}

std::optional<Fault> PutEnum(const std::string& text, const FieldDescriptor& field, Message& message) {
  const google::protobuf::EnumValueDescriptor* value = ValueOfLoosely(*field.enum_type(), text);
  if (value == nullptr)
    return Bad("NOT_A_CODE", field, text, absl::StrJoin(CodesOf(*field.enum_type()), ", "));
  return Put(message, field, value->number(), &Reflection::SetEnumValue, &Reflection::AddEnumValue);
}

std::optional<Fault> PutMask(const std::string& text, const FieldDescriptor& field, Message& message) {
  Message& mask = *message.GetReflection()->MutableMessage(&message, &field);
  const FieldDescriptor* paths = mask.GetDescriptor()->FindFieldByName("paths");
  const std::string snake = absl::StrReplaceAll(text, {{"-", "_"}});
  for (const absl::string_view path : absl::StrSplit(snake, ',', absl::SkipWhitespace())) {
    mask.GetReflection()->AddString(&mask, paths, std::string(absl::StripAsciiWhitespace(path)));
  }
  return std::nullopt;
}

std::optional<Fault> PutMessage(const std::string& text, const FieldDescriptor& field,
                                absl::string_view region, Message& message) {
  if (IsA<google::protobuf::FieldMask>(field)) return PutMask(text, field, message);
  if (IsA<google::type::Date>(field) && !field.is_repeated()) {
    const std::optional<google::type::Date> date = ParseDate(text);
    if (!date.has_value()) return Bad("NOT_A_DATE", field, text);
    message.GetReflection()->MutableMessage(&message, &field)->CopyFrom(*date);
    return std::nullopt;
  }
  if (IsA<google::protobuf::Timestamp>(field) && !field.is_repeated()) {
    google::protobuf::Timestamp time;
    if (!google::protobuf::util::TimeUtil::FromString(text, &time)) return Bad("NOT_A_MOMENT", field, text);
    message.GetReflection()->MutableMessage(&message, &field)->CopyFrom(time);
    return std::nullopt;
  }
  return MergeJsonField(text, field, region, message);
}

std::optional<Fault> PutOne(const std::string& text, const FieldDescriptor& field, absl::string_view region,
                            Message& message) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_BOOL:
      return PutBool(text, field, message);
    case FieldDescriptor::CPPTYPE_INT32:
    case FieldDescriptor::CPPTYPE_INT64:
      return PutInteger(text, field, message);
    case FieldDescriptor::CPPTYPE_ENUM:
      return PutEnum(text, field, message);
    case FieldDescriptor::CPPTYPE_STRING:
      return Put(message, field, ExpandFor(field, text, region), &Reflection::SetString,
                 &Reflection::AddString);
    default:
      return PutMessage(text, field, region, message);
  }
}

// Splits at commas; `\,` stands for a comma.
std::vector<std::string> SplitValues(const std::string& text) {
  std::vector<std::string> values(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == ',') {
      values.back() += text[++i];
    } else if (text[i] == ',') {
      values.emplace_back();
    } else {
      values.back() += text[i];
    }
  }
  return values;
}

std::string DescribeMessage(const FieldDescriptor& field, Language language) {
  if (IsA<google::type::Date>(field)) return Say(language, "TYPE_DATE");
  if (IsA<google::protobuf::Timestamp>(field)) return Say(language, "TYPE_MOMENT");
  if (IsA<google::protobuf::FieldMask>(field)) return Say(language, "TYPE_MASK");
  return "JSON";
}

std::string DescribeOne(const FieldDescriptor& field, Language language) {
  const std::string pattern = PatternOf(field);
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_BOOL:
      return "true|false";
    case FieldDescriptor::CPPTYPE_INT32:
    case FieldDescriptor::CPPTYPE_INT64:
      return Say(language, "TYPE_NUMBER");
    case FieldDescriptor::CPPTYPE_ENUM:
      return Say(language, "TYPE_CODE");
    case FieldDescriptor::CPPTYPE_STRING:
      return pattern.empty() ? Say(language, "TYPE_TEXT") : pattern;
    default:
      return DescribeMessage(field, language);
  }
}

}  // namespace

std::optional<Fault> PutFieldValue(const std::string& text, const FieldDescriptor& field,
                                   absl::string_view region, Message& message) {
  if (field.is_repeated() && text.empty()) return std::nullopt;
  if (!field.is_repeated() || field.message_type() != nullptr) return PutOne(text, field, region, message);
  for (const std::string& value : SplitValues(text)) {
    std::optional<Fault> fault = PutOne(value, field, region, message);
    if (fault.has_value()) return fault;
  }
  return std::nullopt;
}

std::string DescribeType(const FieldDescriptor& field, Language language) {
  const std::string one = DescribeOne(field, language);
  return field.is_repeated() && !field.is_map() ? absl::StrCat(one, ",...") : one;
}

}  // namespace waarborg::cli
