#include "clients/push/csv.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "clients/cli/utf8.h"
#include "clients/push/item.h"

namespace waarborg::push {
namespace {

using cli::Fault;

// Takes a row apart, line by line.
class RowParser final {
 public:
  enum class State { kOpen, kWhole, kMalformed };

  explicit RowParser(char separator) : separator_(separator) {}

  // kOpen: a quoted cell goes on in the next line.
  State Add(absl::string_view line) {
    if (quoted_) cell_ += '\n';
    for (const char c : line) {
      if (!(quoted_ ? AddQuoted(c) : AddPlain(c))) return State::kMalformed;
    }
    if (quoted_ && !quote_seen_) return State::kOpen;
    EndCell();
    return State::kWhole;
  }

  std::vector<std::string> Take() { return std::move(cells_); }

 private:
  bool AddPlain(char c) {
    if (c == separator_) {
      EndCell();
    } else if (c == '"') {
      if (!cell_.empty()) return false;
      quoted_ = true;
    } else {
      cell_ += c;
    }
    return true;
  }

  bool AddQuoted(char c) {
    if (quote_seen_) {
      if (c == separator_) {
        EndCell();
        return true;
      }
      if (c != '"') return false;
      quote_seen_ = false;
      cell_ += c;
    } else if (c == '"') {
      quote_seen_ = true;
    } else {
      cell_ += c;
    }
    return true;
  }

  void EndCell() {
    cells_.push_back(std::exchange(cell_, {}));
    quoted_ = quote_seen_ = false;
  }

  const char separator_;
  std::vector<std::string> cells_;
  std::string cell_;
  bool quoted_ = false;
  bool quote_seen_ = false;  // in a quoted cell: its end, or the first of two
};

// The lines of one row, so far.
class RowLines final {
 public:
  explicit RowLines(Lines& lines) : lines_(lines) {}

  const Line* Next() {
    std::optional<Line> line = lines_.Next();
    if (!line.has_value()) return nullptr;
    bytes_ += line->text.size() + 1;
    taken_.push_back(*std::move(line));
    return &taken_.back();
  }

  Fault Fail(const char* sentence) {
    taken_.erase(taken_.begin());
    lines_.PutBack(std::move(taken_));
    return Fault{sentence, {}};
  }

  [[nodiscard]] bool IsTooLong() const { return taken_.back().too_long || bytes_ > kMostItemBytes; }

 private:
  Lines& lines_;
  std::vector<Line> taken_;
  std::size_t bytes_ = 0;
};

cli::Parsed<std::vector<std::string>> CellsOf(const Line& first, RowLines& lines, char separator) {
  RowParser parser(separator);
  for (const Line* line = &first; line != nullptr; line = lines.Next()) {
    if (lines.IsTooLong()) return lines.Fail("PUSH_LINE_TOO_LONG");
    if (!cli::IsUtf8(line->text)) return lines.Fail("PUSH_NOT_UTF8");
    switch (parser.Add(line->text)) {
      case RowParser::State::kWhole:
        return parser.Take();
      case RowParser::State::kMalformed:
        return lines.Fail("PUSH_CSV_QUOTES");
      case RowParser::State::kOpen:
        break;
    }
  }
  return lines.Fail("PUSH_CSV_QUOTES");
}

}  // namespace

std::optional<Row> NextRow(Lines& lines, char separator) {
  for (;;) {
    RowLines taken(lines);
    const Line* const first = taken.Next();
    if (first == nullptr) return std::nullopt;
    if (absl::StripAsciiWhitespace(first->text).empty()) continue;
    const Line begin = *first;
    return Row{.line = begin.number, .cells = CellsOf(begin, taken, separator)};
  }
}

char SeparatorOf(absl::string_view header) {
  char most = ',';
  for (const char separator : {';', '\t'}) {
    const auto count = [header](char c) { return std::count(header.begin(), header.end(), c); };
    if (count(separator) > count(most)) most = separator;
  }
  return most;
}

}  // namespace waarborg::push
