#include "clients/push/event_values.h"

#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "clients/push/item.h"

namespace waarborg::push {
namespace {

using cli::Fault;

// Follows braces and strings to the end of an object.
class Braces final {
 public:
  // How much of `text` belongs to the object; nothing when it goes on after it.
  std::optional<std::size_t> EndIn(absl::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (in_string_) {
        FollowString(text[i]);
      } else if (text[i] == '"') {
        in_string_ = true;
      } else if (text[i] == '{') {
        ++depth_;
      } else if (text[i] == '}' && --depth_ == 0) {
        return i + 1;
      }
    }
    return std::nullopt;
  }

  // A line break in a string: no JSON has it.
  [[nodiscard]] bool broken() const { return in_string_; }

 private:
  void FollowString(char c) {
    if (escaped_) {
      escaped_ = false;
    } else if (c == '\\') {
      escaped_ = true;
    } else if (c == '"') {
      in_string_ = false;
    }
  }

  int depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace

bool EventValues::GoToValue() {
  for (;;) {
    if (!line_.has_value()) {
      line_ = lines_.Next();
      at_ = 0;
      if (!line_.has_value()) return false;
      last_line_ = line_->number;
    }
    for (; at_ < line_->text.size(); ++at_) {
      const char c = line_->text[at_];
      if (c == '[' || c == ']') array_open_ = c == '[';
      if (c != '[' && c != ']' && c != ',' && !absl::ascii_isspace(static_cast<unsigned char>(c)))
        return true;
    }
    line_.reset();
  }
}

ValueText EventValues::TakeValue() {
  Line line = *std::exchange(line_, std::nullopt);
  const std::int64_t number = line.number;
  std::vector<Line> more;  // after the first
  const auto fail = [&](const char* sentence) {
    lines_.PutBack(std::move(more));
    return ValueText{.line = number, .text = Fault{sentence, {}}};
  };
  if (line.text[at_] != '{') return fail("PUSH_NOT_AN_OBJECT");
  std::string text;
  for (Braces braces;;) {
    const absl::string_view rest = absl::string_view(line.text).substr(at_);
    const std::optional<std::size_t> end = braces.EndIn(rest);
    absl::StrAppend(&text, rest.substr(0, end.value_or(rest.size())));
    if (line.too_long || text.size() > kMostItemBytes) return fail("PUSH_LINE_TOO_LONG");
    if (end.has_value()) {
      at_ += *end;
      line_ = std::move(line);
      return {.line = number, .text = std::move(text)};
    }
    std::optional<Line> next = braces.broken() ? std::nullopt : lines_.Next();
    if (!next.has_value()) return fail("PUSH_NOT_AN_OBJECT");
    text += '\n';
    at_ = 0;
    line = *std::move(next);
    more.push_back(line);
  }
}

std::optional<ValueText> EventValues::Next() {
  if (GoToValue()) return TakeValue();
  if (!std::exchange(array_open_, false)) return std::nullopt;
  return ValueText{.line = last_line_, .text = Fault{"PUSH_BATCH_CUT", {}}};
}

}  // namespace waarborg::push
