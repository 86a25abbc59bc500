#include "clients/push/lines.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/match.h"
#include "clients/push/item.h"

namespace waarborg::push {
namespace {

constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";

void Append(Line& line, const char* begin, const char* end) {
  const auto room = static_cast<std::ptrdiff_t>(kMostItemBytes - line.text.size());
  line.too_long |= end - begin > room;
  line.text.append(begin, std::min(end, begin + room));
}

void TakeOffEnds(Line& line) {
  if (line.number == 1 && absl::StartsWith(line.text, kByteOrderMark)) line.text.erase(0, 3);
  if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
}

}  // namespace

bool Lines::Fill() {
  if (begin_ < end_) return true;
  begin_ = 0;
  end_ = read_(piece_.data(), piece_.size());
  return end_ > 0;
}

std::optional<Line> Lines::Next() {
  if (!again_.empty()) {
    Line line = std::move(again_.front());
    again_.pop_front();
    return line;
  }
  if (!Fill()) return std::nullopt;
  Line line{.text = "", .number = ++number_, .too_long = false};
  while (Fill()) {
    const char* const begin = piece_.data() + begin_;
    const char* const limit = piece_.data() + end_;
    const char* const end = std::find(begin, limit, '\n');
    Append(line, begin, end);
    begin_ += static_cast<std::size_t>(end - begin) + (end == limit ? 0 : 1);
    if (end != limit) break;
  }
  TakeOffEnds(line);
  return line;
}

void Lines::PutBack(std::vector<Line> lines) {
  again_.insert(again_.begin(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
}

}  // namespace waarborg::push
