#include "clients/push/format.h"

#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "nlohmann/json.hpp"

namespace waarborg::push {

std::optional<Format> FormatNamed(absl::string_view name) {
  if (name == "jsonl") return Format::kJsonLines;
  if (name == "csv") return Format::kCsv;
  if (name == "cloudevents") return Format::kCloudEvents;
  return std::nullopt;
}

std::optional<Format> FormatOfName(absl::string_view file) {
  const std::string name = absl::AsciiStrToLower(file);
  if (absl::EndsWith(name, ".jsonl") || absl::EndsWith(name, ".ndjson")) return Format::kJsonLines;
  if (absl::EndsWith(name, ".csv")) return Format::kCsv;
  if (absl::EndsWith(name, ".json") || absl::EndsWith(name, ".cloudevents")) return Format::kCloudEvents;
  return std::nullopt;
}

Format FormatOfContent(Lines& lines) {
  std::vector<Line> seen;
  absl::string_view first;
  while (first.empty()) {
    std::optional<Line> line = lines.Next();
    if (!line.has_value()) break;
    // Blank lines say nothing, and are not kept.
    if (!absl::StripAsciiWhitespace(line->text).empty()) seen.push_back(*std::move(line));
    if (!seen.empty()) first = absl::StripLeadingAsciiWhitespace(seen.back().text);
  }
  Format format = Format::kCsv;
  if (absl::StartsWith(first, "[")) format = Format::kCloudEvents;
  if (absl::StartsWith(first, "{")) {
    const bool whole = nlohmann::json::accept(first.begin(), first.end());
    format = whole ? Format::kJsonLines : Format::kCloudEvents;
  }
  lines.PutBack(std::move(seen));
  return format;
}

}  // namespace waarborg::push
