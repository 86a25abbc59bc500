#include "clients/cli/value_text.h"

#include <array>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "clients/cli/coded_text.h"
#include "clients/cli/dates.h"
#include "google/protobuf/field_mask.pb.h"
#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

std::string InLanguage(const framework::v1::Text& text, Language language) {
  return language == Language::kNl ? text.nl() : text.en();
}

std::string Cell(const google::type::Date& date, const Style&) { return FormatDate(date); }
std::string Cell(const google::protobuf::Timestamp& time, const Style&) { return FormatMoment(time); }
std::string Cell(const google::protobuf::FieldMask& mask, const Style&) {
  return absl::StrJoin(mask.paths(), ", ");
}
std::string Cell(const framework::v1::Text& text, const Style& style) {
  return InLanguage(text, style.language);
}
std::string Cell(const framework::v1::Term& term, const Style& style) {
  return InLanguage(term.label(), style.language);
}

template <class T>
bool PrintIf(const Message& message, const Style& style, std::string& text) {
  if (message.GetDescriptor() != T::descriptor()) return false;
  text = Cell(dynamic_cast<const T&>(message), style);
  return true;
}

// A moment that ends a term, such as a `response_due_time`.
bool IsTerm(const FieldDescriptor& field) {
  return absl::EndsWith(field.name(), "due_time") || field.name() == "lapse_time";
}

std::string MessageCell(const FieldDescriptor& field, const Message& message, const Style& style) {
  if (field.message_type() == google::protobuf::Timestamp::descriptor() && IsTerm(field)) {
    return FormatTerm(dynamic_cast<const google::protobuf::Timestamp&>(message));
  }
  std::string text;
  const bool known = PrintIf<google::type::Date>(message, style, text) ||
                     PrintIf<google::protobuf::Timestamp>(message, style, text) ||
                     PrintIf<google::protobuf::FieldMask>(message, style, text) ||
                     PrintIf<framework::v1::Text>(message, style, text) ||
                     PrintIf<framework::v1::Term>(message, style, text);
  return known ? text : "[1]";
}

// The value at `index` of a repeated field, or of a single one where the index is -1.
std::string One(const Message& message, const FieldDescriptor& field, int index, const Style& style) {
  const auto& r = *message.GetReflection();
  const bool single = index < 0;
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_BOOL: {
      const bool value = single ? r.GetBool(message, &field) : r.GetRepeatedBool(message, &field, index);
      return Say(style.language, value ? "YES" : "NO");
    }
    case FieldDescriptor::CPPTYPE_INT32:
      return absl::StrCat(single ? r.GetInt32(message, &field) : r.GetRepeatedInt32(message, &field, index));
    case FieldDescriptor::CPPTYPE_INT64:
      return absl::StrCat(single ? r.GetInt64(message, &field) : r.GetRepeatedInt64(message, &field, index));
    case FieldDescriptor::CPPTYPE_ENUM:
      return EnumLabel(
          *field.enum_type(),
          single ? r.GetEnumValue(message, &field) : r.GetRepeatedEnumValue(message, &field, index),
          style.language);
    case FieldDescriptor::CPPTYPE_STRING: {
      const std::string text =
          single ? r.GetString(message, &field) : r.GetRepeatedString(message, &field, index);
      return field.type() == FieldDescriptor::TYPE_BYTES ? absl::BytesToHexString(text)
                                                         : FieldText(field, text, style.language);
    }
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return MessageCell(
          field, single ? r.GetMessage(message, &field) : r.GetRepeatedMessage(message, &field, index),
          style);
    default:
      return "";
  }
}

}  // namespace

bool FitsCell(const FieldDescriptor& field) {
  if (field.message_type() == nullptr) return true;
  for (const google::protobuf::Descriptor* type :
       {google::type::Date::descriptor(), google::protobuf::Timestamp::descriptor(),
        google::protobuf::FieldMask::descriptor(), framework::v1::Text::descriptor(),
        framework::v1::Term::descriptor()}) {
    if (field.message_type() == type) return true;
  }
  return false;
}

std::string ValueText(const Message& message, const FieldDescriptor& field, const Style& style) {
  if (!field.is_repeated()) {
    if (field.has_presence() && !message.GetReflection()->HasField(message, &field)) return "";
    return One(message, field, -1, style);
  }
  const int size = message.GetReflection()->FieldSize(message, &field);
  if (!FitsCell(field)) return size == 0 ? "" : absl::StrCat("[", size, "]");
  std::vector<std::string> values;
  values.reserve(size);
  for (int i = 0; i < size; ++i) values.push_back(One(message, field, i, style));
  return absl::StrJoin(values, ", ");
}

}  // namespace waarborg::cli
