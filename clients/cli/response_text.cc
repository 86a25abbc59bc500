#include "clients/cli/response_text.h"

#include "absl/strings/match.h"
#include "clients/cli/coded_text.h"
#include "clients/cli/columns.h"
#include "clients/cli/resource_name.h"
#include "clients/cli/sheet.h"
#include "clients/cli/value_text.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "google/protobuf/util/json_util.h"
#include "google/protobuf/util/type_resolver_util.h"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// A text as lists show it: names short, and what a journal holds as codes in words.
std::string TextCell(const Message& message, const FieldDescriptor& field, const std::string& text,
                     const Style& style) {
  const std::string pattern = PatternOf(field);
  if (!pattern.empty()) return Shorten(text, pattern);
  if (message.GetDescriptor() != audit::v1::Event::descriptor()) return BelowRegion(text);
  const auto& event = dynamic_cast<const audit::v1::Event&>(message);
  if (field.name() == "kind") return EventLabel(text, style.language);
  if (field.name() == "level") return LevelLabel(text, style.language);
  if (absl::EndsWith(field.name(), "_state")) return StateLabel(event.resource(), text, style.language);
  return BelowRegion(text);
}

std::string CellOf(const Message& message, const FieldDescriptor& field, const Style& style) {
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_BOOL &&
      !message.GetReflection()->GetBool(message, &field)) {
    return "";
  }
  const std::string text = ValueText(message, field, style);
  const bool is_text = field.type() == FieldDescriptor::TYPE_STRING && !field.is_repeated();
  return is_text ? TextCell(message, field, text, style) : text;
}

constexpr char kTypePrefix[] = "type.googleapis.com";

google::protobuf::util::TypeResolver* Types() {
  static auto* const types = google::protobuf::util::NewTypeResolverForDescriptorPool(
      kTypePrefix, google::protobuf::DescriptorPool::generated_pool());
  return types;
}

// The bytes of a message with its maps in the order of their keys, which is then that of the JSON.
std::string InOneOrder(const Message& message) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

// What a list says beside its rows, such as the expertise that nobody fills.
std::string PrintRest(const Message& response, const FieldDescriptor& list, const Style& style) {
  const std::unique_ptr<Message> rest(response.New());
  rest->CopyFrom(response);
  rest->GetReflection()->ClearField(rest.get(), &list);
  return PrintSheet(*rest, style);
}

}  // namespace

const FieldDescriptor* ListField(const Descriptor& response) {
  const FieldDescriptor* list = nullptr;
  for (int i = 0; i < response.field_count(); ++i) {
    const FieldDescriptor* field = response.field(i);
    if (field->message_type() == nullptr) continue;
    if (!field->is_repeated() || list != nullptr) return nullptr;
    list = field;
  }
  return response.FindFieldByName("name") == nullptr ? list : nullptr;
}

std::vector<const FieldDescriptor*> ColumnsOf(const Descriptor& type) {
  std::vector<const FieldDescriptor*> columns;
  for (const std::string& name : KnownColumns(type)) columns.push_back(type.FindFieldByName(name));
  if (!columns.empty()) return columns;
  for (int i = 0; i < type.field_count(); ++i) columns.push_back(type.field(i));
  return columns;
}

TextTable TableFor(const Descriptor& type, const Style& style) {
  std::vector<std::string> header;
  for (const FieldDescriptor* column : ColumnsOf(type)) header.push_back(FieldLabel(*column, style.language));
  return TextTable(std::move(header));
}

std::vector<std::string> RowOf(const Message& message, const Style& style) {
  std::vector<std::string> row;
  for (const FieldDescriptor* column : ColumnsOf(*message.GetDescriptor())) {
    row.push_back(CellOf(message, *column, style));
  }
  return row;
}

std::string PrintResponse(const Message& response, const Style& style) {
  const FieldDescriptor* list = ListField(*response.GetDescriptor());
  if (list == nullptr) return PrintSheet(response, style);
  TextTable table = TableFor(*list->message_type(), style);
  for (int i = 0; i < response.GetReflection()->FieldSize(response, list); ++i) {
    table.Add(RowOf(response.GetReflection()->GetRepeatedMessage(response, list, i), style));
  }
  const std::string rows =
      table.empty() ? absl::StrCat(Say(style.language, "NOTHING_FOUND"), "\n") : table.Print(style);
  return absl::StrCat(rows, PrintRest(response, *list, style));
}

std::string PrintJson(const Message& message, bool on_one_line) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = !on_one_line;
  std::string text;
  // Messages of this API hold nothing that JSON could not.
  static_cast<void>(google::protobuf::util::BinaryToJsonString(
      Types(), absl::StrCat(kTypePrefix, "/", message.GetDescriptor()->full_name()), InOneOrder(message),
      &text, options));
  if (text.empty() || text.back() != '\n') text += '\n';
  return text;
}

}  // namespace waarborg::cli
