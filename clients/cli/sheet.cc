#include "clients/cli/sheet.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_replace.h"
#include "clients/cli/evaluation_text.h"
#include "clients/cli/text_table.h"
#include "clients/cli/value_text.h"
#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using Fields = std::vector<const FieldDescriptor*>;

// Wider cells read better on lines of their own.
constexpr std::size_t kWidestCell = 48;

Fields FieldsOf(const Descriptor& type) {
  Fields fields;
  for (int i = 0; i < type.field_count(); ++i) fields.push_back(type.field(i));
  return fields;
}

// What the message holds, and every number and yes/no where that says something: in field order.
Fields Filled(const Message& message) {
  Fields filled;
  message.GetReflection()->ListFields(message, &filled);
  std::sort(filled.begin(), filled.end(),
            [](const auto* a, const auto* b) { return a->index() < b->index(); });
  return filled;
}

// The messages of a repeated field; those of a map in the order of its keys.
std::vector<const Message*> RowsOf(const Message& message, const FieldDescriptor& field) {
  const int size = message.GetReflection()->FieldSize(message, &field);
  std::vector<const Message*> rows;
  rows.reserve(size);
  for (int i = 0; i < size; ++i) {
    rows.push_back(&message.GetReflection()->GetRepeatedMessage(message, &field, i));
  }
  const FieldDescriptor* key = field.message_type()->map_key();
  if (key == nullptr || key->cpp_type() != FieldDescriptor::CPPTYPE_STRING) return rows;
  std::sort(rows.begin(), rows.end(), [key](const Message* a, const Message* b) {
    return a->GetReflection()->GetString(*a, key) < b->GetReflection()->GetString(*b, key);
  });
  return rows;
}

TextTable AsTable(const Message& message, const FieldDescriptor& field, const Style& style) {
  const Fields columns = FieldsOf(*field.message_type());
  std::vector<std::string> header;
  for (const FieldDescriptor* column : columns) header.push_back(FieldLabel(*column, style.language));
  TextTable table(std::move(header));
  for (const Message* each : RowsOf(message, field)) {
    const Message& row = *each;
    std::vector<std::string> cells;
    for (const FieldDescriptor* column : columns) {
      const bool silent =
          column->cpp_type() == FieldDescriptor::CPPTYPE_BOOL && !row.GetReflection()->GetBool(row, column);
      cells.push_back(silent ? "" : ValueText(row, *column, style));
    }
    table.Add(std::move(cells));
  }
  return table;
}

std::string PrintList(const Message& message, const FieldDescriptor& field, const Style& style, int indent) {
  const Fields columns = FieldsOf(*field.message_type());
  const std::string margin(indent, ' ');
  if (std::all_of(columns.begin(), columns.end(), [](const auto* column) { return FitsCell(*column); })) {
    const TextTable table = AsTable(message, field, style);
    if (table.WidestCell() <= kWidestCell) return table.Print(style, margin);
  }
  std::string text;
  int number = 0;
  for (const Message* row : RowsOf(message, field)) {
    absl::StrAppend(&text, margin, ++number, ".\n", PrintSheet(*row, style, indent + 2));
  }
  return text;
}

std::string PrintNested(const Message& message, const FieldDescriptor& field, const Style& style,
                        int indent) {
  const std::string title =
      absl::StrCat(std::string(indent, ' '), Bold(style, FieldLabel(field, style.language)), ":\n");
  if (field.is_repeated()) return absl::StrCat(title, PrintList(message, field, style, indent + 2));
  const Message& inner = message.GetReflection()->GetMessage(message, &field);
  return absl::StrCat(title, PrintSheet(inner, style, indent + 2));
}

}  // namespace

std::string PrintSheet(const Message& message, const Style& style, int indent) {
  if (message.GetDescriptor() == framework::v1::Evaluation::descriptor()) {
    return PrintEvaluation(dynamic_cast<const framework::v1::Evaluation&>(message), style, indent);
  }
  const Fields filled = Filled(message);
  std::size_t width = 0;
  for (const FieldDescriptor* field : filled) {
    if (FitsCell(*field)) width = std::max(width, WidthOf(FieldLabel(*field, style.language)));
  }
  std::string text;
  const std::string margin(indent, ' ');
  const std::string continued = absl::StrCat("\n", margin, std::string(width + 2, ' '));
  for (const FieldDescriptor* field : filled) {
    if (!FitsCell(*field)) {
      absl::StrAppend(&text, PrintNested(message, *field, style, indent));
      continue;
    }
    const std::string label = FieldLabel(*field, style.language);
    const std::string value = Printable(ValueText(message, *field, style), /*keep_lines=*/true);
    absl::StrAppend(&text, margin, Bold(style, label), std::string(width + 2 - WidthOf(label), ' '),
                    absl::StrReplaceAll(value, {{"\n", continued}}), "\n");
  }
  return text;
}

}  // namespace waarborg::cli
