#include "clients/push/readers.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "clients/push/cloud_event.h"
#include "clients/push/csv.h"
#include "clients/push/event_values.h"
#include "clients/push/json_object.h"
#include "waarborg/incident/v1/incident.pb.h"

namespace waarborg::push {
namespace {

using cli::Fault;
using cli::Parsed;
using incident::v1::CloudEvent;
using nlohmann::ordered_json;

class JsonLines final : public Reader {
 public:
  JsonLines(Lines& lines, const Reading& reading) : lines_(lines), reading_(reading) {}

  std::optional<Found> Next() override {
    for (;;) {
      const std::optional<Line> line = lines_.Next();
      if (!line.has_value()) return std::nullopt;
      if (absl::StripAsciiWhitespace(line->text).empty()) continue;
      return Found{.line = line->number, .event = Read(*line)};
    }
  }

 private:
  [[nodiscard]] Parsed<CloudEvent> Read(const Line& line) const {
    if (line.too_long) return Fault{"PUSH_LINE_TOO_LONG", {}};
    const Parsed<ordered_json> object = ParseObject(line.text);
    if (!object.ok()) return object.error();
    return object->contains("specversion") ? EventOfJson(*object) : EventOfReport(*object, reading_);
  }

  Lines& lines_;
  const Reading& reading_;
};

class CloudEvents final : public Reader {
 public:
  explicit CloudEvents(Lines& lines) : values_(lines) {}

  std::optional<Found> Next() override {
    std::optional<ValueText> value = values_.Next();
    if (!value.has_value()) return std::nullopt;
    return Found{.line = value->line, .event = Read(value->text)};
  }

 private:
  static Parsed<CloudEvent> Read(const Parsed<std::string>& text) {
    if (!text.ok()) return text.error();
    const Parsed<ordered_json> object = ParseObject(*text);
    if (!object.ok()) return object.error();
    return EventOfJson(*object);
  }

  EventValues values_;
};

// "reporter.relation" is a member of a member.
using Column = std::vector<std::string>;

// Whether it is a field of a report, or what its event is known by.
bool IsColumn(const Column& column) {
  static const auto* const kOfTheEvent = new std::set<std::string>{"id", "source", "time", "dataref"};
  if (column.size() == 1 && kOfTheEvent->contains(column[0])) return true;
  const google::protobuf::Descriptor* type = incident::v1::IncidentReport::descriptor();
  const google::protobuf::FieldDescriptor* field = nullptr;
  for (const std::string& part : column) {
    if (type == nullptr) return false;
    field = type->FindFieldByName(part);
    if (field == nullptr) return false;
    const bool opens = field->message_type() != nullptr &&
                       field->message_type()->file()->package() == type->file()->package();
    type = opens ? field->message_type() : nullptr;
  }
  return field != nullptr && type == nullptr;
}

Parsed<std::vector<Column>> ColumnsOf(const std::vector<std::string>& header) {
  std::vector<Column> columns;
  for (const std::string& cell : header) {
    const std::string name = absl::AsciiStrToLower(absl::StripAsciiWhitespace(cell));
    Column column = absl::StrSplit(name, '.');
    if (!IsColumn(column)) return Fault{"PUSH_CSV_COLUMN", {{"column", cell}}};
    if (std::find(columns.begin(), columns.end(), column) != columns.end()) {
      return Fault{"PUSH_CSV_COLUMN_TWICE", {{"column", cell}}};
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

class CsvRows final : public Reader {
 public:
  CsvRows(Lines& lines, const Reading& reading) : lines_(lines), reading_(reading) {}

  std::optional<Found> Next() override {
    if (over_) return std::nullopt;
    if (columns_.empty()) {
      std::optional<Found> fault = ReadHeader();
      if (over_) return fault;
    }
    std::optional<Row> row = NextRow(lines_, separator_);
    if (!row.has_value()) return std::nullopt;
    return Found{.line = row->line, .event = Read(row->cells)};
  }

 private:
  // A fault, or nothing in an empty file, which is over then.
  std::optional<Found> ReadHeader() {
    std::optional<Line> first = lines_.Next();
    while (first.has_value() && absl::StripAsciiWhitespace(first->text).empty()) first = lines_.Next();
    over_ = !first.has_value();
    if (over_) return std::nullopt;
    separator_ = SeparatorOf(first->text);
    lines_.PutBack({*std::move(first)});
    std::optional<Row> header = NextRow(lines_, separator_);
    Parsed<std::vector<Column>> columns =
        header->cells.ok() ? ColumnsOf(*header->cells) : Parsed<std::vector<Column>>(header->cells.error());
    over_ = !columns.ok();
    if (over_) return Found{.line = header->line, .event = columns.error()};
    columns_ = *std::move(columns);
    return std::nullopt;
  }

  [[nodiscard]] Parsed<CloudEvent> Read(const Parsed<std::vector<std::string>>& cells) const {
    if (!cells.ok()) return cells.error();
    if (cells->size() != columns_.size()) {
      return Fault{"PUSH_CSV_CELLS",
                   {{"found", absl::StrCat(cells->size())}, {"expected", absl::StrCat(columns_.size())}}};
    }
    ordered_json report = ordered_json::object();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if ((*cells)[i].empty()) continue;
      ordered_json* place = &report;
      for (const std::string& part : columns_[i]) place = &(*place)[part];
      *place = (*cells)[i];
    }
    return EventOfReport(report, reading_);
  }

  Lines& lines_;
  const Reading& reading_;
  char separator_ = ',';
  std::vector<Column> columns_;
  bool over_ = false;
};

}  // namespace

std::unique_ptr<Reader> MakeReader(Format format, Lines& lines, const Reading& reading) {
  switch (format) {
    case Format::kJsonLines:
      return std::make_unique<JsonLines>(lines, reading);
    case Format::kCsv:
      return std::make_unique<CsvRows>(lines, reading);
    case Format::kCloudEvents:
      break;
  }
  return std::make_unique<CloudEvents>(lines);
}

}  // namespace waarborg::push
