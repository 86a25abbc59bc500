#include "services/call/name.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "services/call/error.h"

namespace waarborg::call {
namespace {

constexpr std::size_t kLongestId = 63;

bool IsAlnum(char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)); }

}  // namespace

bool IsIdentifier(absl::string_view text) {
  if (text.empty() || text.size() > kLongestId || !IsAlnum(text.front())) return false;
  for (const char c : text) {
    if (!IsAlnum(c) && c != '.' && c != '_' && c != '-') return false;
  }
  return true;
}

bool IsChosenId(absl::string_view text) {
  if (text.empty() || text.size() > kLongestId || !IsAlnum(text.front()) || !IsAlnum(text.back()))
    return false;
  for (const char c : text) {
    if (c != '-' && !absl::ascii_isdigit(static_cast<unsigned char>(c)) &&
        !absl::ascii_islower(static_cast<unsigned char>(c))) {
      return false;
    }
  }
  return true;
}

std::optional<std::vector<std::string>> MatchName(absl::string_view name, absl::string_view pattern) {
  const auto parts = absl::StrSplit(name, '/');
  auto next = parts.begin();
  absl::string_view collection;
  std::vector<std::string> ids;
  for (const absl::string_view wanted : absl::StrSplit(pattern, '/')) {
    if (next == parts.end()) return std::nullopt;
    const absl::string_view part = *next++;
    if (wanted != "*") {
      if (part != wanted) return std::nullopt;
      collection = part;
      continue;
    }
    // `-` stands for "any" where an rpc says so (AIP-159); never for any region.
    const bool any = part == "-" && collection != "regions";
    if (!any && !IsIdentifier(part)) return std::nullopt;
    ids.emplace_back(part);
  }
  if (next != parts.end()) return std::nullopt;
  return ids;
}

absl::StatusOr<std::vector<std::string>> ParseName(absl::string_view name, absl::string_view pattern) {
  std::optional<std::vector<std::string>> ids = MatchName(name, pattern);
  if (ids.has_value()) return *std::move(ids);
  Violations violations;
  violations.Add("name", "INVALID_NAME", pattern);
  return violations.ToStatus();
}

std::optional<std::string> RegionOf(absl::string_view name) {
  const std::vector<absl::string_view> parts = absl::StrSplit(name, '/');
  if (parts.size() < 2 || parts[0] != "regions" || !IsIdentifier(parts[1])) return std::nullopt;
  return std::string(parts[1]);
}

std::string LastId(absl::string_view name) {
  const std::size_t slash = name.rfind('/');
  return std::string(slash == absl::string_view::npos ? name : name.substr(slash + 1));
}

}  // namespace waarborg::call
