#include "clients/cli/demo/script.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace waarborg::cli::demo {
namespace {

using nlohmann::json;

ScriptStep ParseStep(const json& step) {
  return {.member = step.at("as"),
          .rpc = step.at("rpc"),
          .title = step.at("title"),
          .request = step.at("request"),
          .keep = step.value("keep", std::map<std::string, std::string>()),
          .file = step.value("file", ""),
          .await = step.value("await", "")};
}

bool IsScript(const json& script) {
  if (!script.is_object() || !script.contains("title") || !script.contains("provider")) return false;
  if (!script.contains("steps") || !script["steps"].is_array()) return false;
  for (const json& step : script["steps"]) {
    if (!step.contains("as") || !step.contains("rpc") || !step.contains("title") ||
        !step.contains("request")) {
      return false;
    }
  }
  return true;
}

constexpr absl::string_view kDay = "${day";

// The day that `${day+14}` means, when the text is exactly that.
std::optional<absl::CivilDay> DayIn(absl::string_view text, absl::CivilDay today) {
  if (!absl::ConsumePrefix(&text, kDay) || !absl::ConsumeSuffix(&text, "}")) return std::nullopt;
  int days = 0;
  absl::ConsumePrefix(&text, "+");
  if (!absl::SimpleAtoi(text, &days)) return std::nullopt;
  return today + days;
}

// Every `${day+14}` in the text as `2026-01-31`.
std::string WithDays(absl::string_view text, absl::CivilDay today) {
  std::string filled;
  for (std::size_t at = text.find(kDay); at != absl::string_view::npos; at = text.find(kDay)) {
    const std::size_t end = std::min(text.find('}', at), text.size() - 1) + 1;
    const absl::string_view day = text.substr(at, end - at);
    const std::optional<absl::CivilDay> date = DayIn(day, today);
    absl::StrAppend(&filled, text.substr(0, at),
                    date.has_value() ? absl::FormatCivilTime(*date) : std::string(day));
    text.remove_prefix(end);
  }
  return absl::StrCat(filled, text);
}

// The child that one segment of a path names: a key, an index, or a key with a choice among the entries of
// its list.
const json* Child(const json& value, absl::string_view segment) {
  int index = 0;
  if (value.is_array()) {
    const bool holds =
        absl::SimpleAtoi(segment, &index) && index >= 0 && index < static_cast<int>(value.size());
    return holds ? &value[static_cast<std::size_t>(index)] : nullptr;
  }
  const std::pair<std::string, std::string> parts = absl::StrSplit(segment, absl::MaxSplits('[', 1));
  if (!value.is_object() || !value.contains(parts.first)) return nullptr;
  const json& child = value[parts.first];
  if (parts.second.empty()) return &child;
  const std::pair<std::string, std::string> choice =
      absl::StrSplit(absl::StripSuffix(parts.second, "]"), absl::MaxSplits('=', 1));
  for (const json& entry : child) {
    if (entry.is_object() && entry.value(choice.first, "") == choice.second) return &entry;
  }
  return nullptr;
}

}  // namespace

std::optional<Script> ParseScript(absl::string_view text) {
  const json parsed = json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false);
  if (!IsScript(parsed)) return std::nullopt;
  Script script{.title = parsed["title"], .provider = parsed["provider"], .steps = {}};
  for (const json& step : parsed["steps"]) script.steps.push_back(ParseStep(step));
  return script;
}

json Known::Fill(const json& value) const {
  if (value.is_string()) {
    const std::string text = value;
    const std::optional<absl::CivilDay> date = DayIn(text, today_);
    if (!date.has_value()) return FillText(text);
    return {{"year", date->year()}, {"month", date->month()}, {"day", date->day()}};
  }
  if (!value.is_structured()) return value;
  json filled = value;
  for (auto& [key, child] : filled.items()) child = Fill(child);
  return filled;
}

std::string Known::FillText(absl::string_view text) const {
  std::vector<std::pair<std::string, std::string>> replacements;
  for (const auto& [name, value] : values_) replacements.emplace_back(absl::StrCat("${", name, "}"), value);
  return absl::StrReplaceAll(WithDays(text, today_), replacements);
}

const json* ValueAt(const json& value, absl::string_view path) {
  const json* at = &value;
  const std::vector<absl::string_view> segments = absl::StrSplit(path, '/', absl::SkipEmpty());
  for (const absl::string_view segment : segments) {
    at = Child(*at, segment);
    if (at == nullptr) return nullptr;
  }
  return at;
}

std::optional<std::string> TextAt(const json& value, absl::string_view path) {
  const json* at = ValueAt(value, path);
  if (at == nullptr || !at->is_string()) return std::nullopt;
  return at->get<std::string>();
}

}  // namespace waarborg::cli::demo
