#ifndef WAARBORG_CLIENTS_PUSH_CSV_H_
#define WAARBORG_CLIENTS_PUSH_CSV_H_

// Comma-separated values after RFC 4180, and with semicolons, as spreadsheets here write them.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "clients/cli/fault.h"
#include "clients/push/lines.h"

namespace waarborg::push {

struct Row {
  std::int64_t line = 0;  // where it begins
  cli::Parsed<std::vector<std::string>> cells;
};

// The next row that is not blank; nothing at the end. A cell in quotes may hold separators, doubled quotes
// and line breaks. A row whose quotes do not fit (PUSH_CSV_QUOTES), or that is longer than a report may be
// (PUSH_LINE_TOO_LONG), is a fault of its first line alone: reading goes on at the line after it. Others:
// PUSH_NOT_UTF8.
[[nodiscard]] std::optional<Row> NextRow(Lines& lines, char separator);

// What separates the columns of this header: of comma, semicolon and tab the one it has most of.
[[nodiscard]] char SeparatorOf(absl::string_view header);

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_CSV_H_
