#ifndef WAARBORG_CLIENTS_CLI_TEXT_TABLE_H_
#define WAARBORG_CLIENTS_CLI_TEXT_TABLE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "clients/cli/style.h"

namespace waarborg::cli {

// Cells in aligned columns, two spaces apart, the header bold. Columns without any content are left out. Text
// with control characters, which could steer a terminal, is printed with spaces in their place.
class TextTable final {
 public:
  explicit TextTable(std::vector<std::string> header) : header_(std::move(header)) {}

  void Add(std::vector<std::string> row);
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  // The widest cell, in characters.
  [[nodiscard]] std::size_t WidestCell() const;
  // Every line starts with `indent` and ends with a newline.
  [[nodiscard]] std::string Print(const Style& style, absl::string_view indent = "") const;

 private:
  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
};

// Code points, which is what a terminal's columns mostly are.
[[nodiscard]] std::size_t WidthOf(absl::string_view utf8);

// Spaces for control characters; with `keep_lines`, line breaks stay.
[[nodiscard]] std::string Printable(absl::string_view text, bool keep_lines = false);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_TEXT_TABLE_H_
