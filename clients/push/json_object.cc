#include "clients/push/json_object.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "clients/cli/utf8.h"

namespace waarborg::push {
namespace {

using cli::Fault;
using nlohmann::ordered_json;

// Deeper than any report; each level is a call when it is printed.
constexpr int kDeepest = 64;

// Follows a text while it is parsed.
class Watch final {
 public:
  bool operator()(int depth, ordered_json::parse_event_t event, const ordered_json& parsed) {
    too_deep_ |= depth > kDeepest;
    if (event == ordered_json::parse_event_t::object_start) open_.emplace_back();
    if (event == ordered_json::parse_event_t::object_end && !open_.empty()) open_.pop_back();
    if (event == ordered_json::parse_event_t::key && !open_.empty()) {
      const auto& key = parsed.get_ref<const std::string&>();
      if (!open_.back().insert(key).second) twice_ = key;
    }
    return !too_deep_;
  }

  [[nodiscard]] bool too_deep() const { return too_deep_; }
  [[nodiscard]] const std::optional<std::string>& twice() const { return twice_; }

 private:
  bool too_deep_ = false;
  std::optional<std::string> twice_;
  std::vector<std::set<std::string>> open_;
};

}  // namespace

cli::Parsed<ordered_json> ParseObject(absl::string_view text) {
  if (!cli::IsUtf8(text)) return Fault{"PUSH_NOT_UTF8", {}};
  Watch watch;
  ordered_json value = ordered_json::parse(
      text.begin(), text.end(),
      [&watch](int depth, ordered_json::parse_event_t event, ordered_json& parsed) {
        return watch(depth, event, parsed);
      },
      /*allow_exceptions=*/false);
  if (watch.too_deep() || !value.is_object()) return Fault{"PUSH_NOT_AN_OBJECT", {}};
  if (watch.twice().has_value()) return Fault{"PUSH_KEY_TWICE", {{"key", *watch.twice()}}};
  return value;
}

}  // namespace waarborg::push
