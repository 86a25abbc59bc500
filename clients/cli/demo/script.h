#ifndef WAARBORG_CLIENTS_CLI_DEMO_SCRIPT_H_
#define WAARBORG_CLIENTS_CLI_DEMO_SCRIPT_H_

// A case written down as data: who does which rpc with what request, one after another. Requests are
// proto-JSON with `${name}` for what is only known while playing, and `${day+14}` for a date counted from
// today; within a longer text it is `2026-01-31`.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "nlohmann/json.hpp"

namespace waarborg::cli::demo {

struct ScriptStep {
  std::string member;  // id in the region
  std::string rpc;
  nlohmann::json title;  // {"nl", "en"}
  nlohmann::json request;
  // What to keep of the answer: name, and the path to it, e.g.
  // `/confirmations[act=ACT_SCORES]/contentDigest`.
  std::map<std::string, std::string> keep;
  // The file that UploadAttachment sends, beside the script; its size and digest are not in the request.
  std::string file;
  // What the clock or another act brings about: a path that the answer comes to hold. What stands there is
  // the answer.
  std::string await;
};

struct Script {
  nlohmann::json title;
  std::string provider;
  std::vector<ScriptStep> steps;
};

// Nothing when the text is no script.
[[nodiscard]] std::optional<Script> ParseScript(absl::string_view text);

// What is known while playing.
class Known final {
 public:
  explicit Known(absl::CivilDay today) : today_(today) {}

  void Set(const std::string& name, std::string value) { values_[name] = std::move(value); }
  // Replaces what is known in every string of the value; a string that is only a day becomes a date.
  [[nodiscard]] nlohmann::json Fill(const nlohmann::json& value) const;
  [[nodiscard]] std::string FillText(absl::string_view text) const;

 private:
  absl::CivilDay today_;
  std::map<std::string, std::string> values_;
};

// What stands at a path, or null.
[[nodiscard]] const nlohmann::json* ValueAt(const nlohmann::json& value, absl::string_view path);

// The text at a path, or nothing.
[[nodiscard]] std::optional<std::string> TextAt(const nlohmann::json& value, absl::string_view path);

}  // namespace waarborg::cli::demo

#endif  // WAARBORG_CLIENTS_CLI_DEMO_SCRIPT_H_
