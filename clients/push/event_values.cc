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
  const std::int64_t number = line_->number;
  std::string text;
  Braces braces;
  std::vector<Line> more;
  const char* fault = line_->text[at_] == '{' ? nullptr : "PUSH_NOT_AN_OBJECT";
  Line line = *std::move(line_);
  line_.reset();
  while (fault == nullptr) {
    const absl::string_view rest = absl::string_view(line.text).substr(at_);
    const std::optional<std::size_t> end = braces.EndIn(rest);
    absl::StrAppend(&text, rest.substr(0, end.value_or(rest.size())));
    if (line.too_long || text.size() > kMostItemBytes) {
      fault = "PUSH_LINE_TOO_LONG";
    } else if (end.has_value()) {
      at_ += *end;
      line_ = std::move(line);
      return {.line = number, .text = std::move(text)};
    } else if (braces.broken()) {
      fault = "PUSH_NOT_AN_OBJECT";
    } else if (std::optional<Line> next = lines_.Next(); next.has_value()) {
      text += '\n';
      at_ = 0;
      line = *std::move(next);
      more.push_back(line);
    } else {
      fault = "PUSH_NOT_AN_OBJECT";
    }
  }
  lines_.PutBack(std::move(more));
  return {.line = number, .text = Fault{fault, {}}};
}

std::optional<ValueText> EventValues::Next() {
  if (GoToValue()) return TakeValue();
  if (!std::exchange(array_open_, false)) return std::nullopt;
  return ValueText{.line = last_line_, .text = Fault{"PUSH_BATCH_CUT", {}}};
}

}  // namespace waarborg::push
