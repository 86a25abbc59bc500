#include "clients/cli/text_table.h"

#include <algorithm>
#include <utility>

namespace waarborg::cli {
namespace {

std::string Padded(absl::string_view text, std::size_t width) {
  const std::size_t have = WidthOf(text);
  return absl::StrCat(text, std::string(width > have ? width - have : 0, ' '));
}

}  // namespace

std::size_t WidthOf(absl::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string Printable(absl::string_view text, bool keep_lines) {
  std::string printable(text);
  for (char& c : printable) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 || byte == 0x7f) && !(keep_lines && c == '\n')) c = ' ';
  }
  return printable;
}

void TextTable::Add(std::vector<std::string> row) {
  for (std::string& cell : row) cell = Printable(cell);
  row.resize(header_.size());
  rows_.push_back(std::move(row));
}

std::size_t TextTable::WidestCell() const {
  std::size_t widest = 0;
  for (const std::vector<std::string>& row : rows_) {
    for (const std::string& cell : row) widest = std::max(widest, WidthOf(cell));
  }
  return widest;
}

std::string TextTable::Print(const Style& style, absl::string_view indent) const {
  std::vector<std::size_t> widths(header_.size(), 0);
  for (const std::vector<std::string>& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], WidthOf(row[i]));
  }
  for (std::size_t i = 0; i < header_.size(); ++i) {
    if (widths[i] > 0) widths[i] = std::max(widths[i], WidthOf(header_[i]));
  }
  const auto line = [&](const std::vector<std::string>& row) {
    std::string text(indent);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (widths[i] > 0) absl::StrAppend(&text, Padded(row[i], widths[i]), "  ");
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
  };
  std::string text = absl::StrCat(Bold(style, line(header_)), "\n");
  for (const std::vector<std::string>& row : rows_) absl::StrAppend(&text, line(row), "\n");
  return text;
}

}  // namespace waarborg::cli
