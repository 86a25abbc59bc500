#include "clients/cli/resource_name.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "waarborg/annotations/v1/annotations.pb.h"

namespace waarborg::cli {
namespace {

using Segments = std::vector<std::string>;

Segments Split(absl::string_view text) { return absl::StrSplit(text, '/'); }

bool Fits(const Segments& name, const Segments& pattern) {
  if (name.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (pattern[i] == "*" ? name[i].empty() : name[i] != pattern[i]) return false;
  }
  return true;
}

std::string Filled(const Segments& pattern, const Segments& ids) {
  Segments name = pattern;
  std::size_t next = 0;
  for (std::string& segment : name) {
    if (segment == "*") segment = ids[next++];
  }
  return absl::StrJoin(name, "/");
}

constexpr absl::string_view kActorFilter = "waarborg.audit.v1.EventFilter.actor";
// The field of filters and requests that names any resource in the region.
constexpr absl::string_view kAnyResource = "resource";
constexpr absl::string_view kMemberPattern = "regions/*/members/*";
// The actor of what no member did.
constexpr absl::string_view kSystem = "system";

// Whether a text is the name of something in a region, without that region: collections and ids in turn.
bool IsBelowRegion(absl::string_view text) {
  const Segments segments = Split(text);
  return segments.size() % 2 == 0 && segments.front() != "regions" && segments.front() != "frameworks";
}

}  // namespace

std::string PatternOf(const google::protobuf::FieldDescriptor& field) {
  const std::string patterns = field.options().GetExtension(annotations::v1::resource_name);
  return patterns.substr(0, patterns.find('|'));
}

bool Matches(absl::string_view name, absl::string_view pattern) { return Fits(Split(name), Split(pattern)); }

int CountIds(absl::string_view pattern) {
  return static_cast<int>(std::count(pattern.begin(), pattern.end(), '*'));
}

std::string Expand(absl::string_view text, absl::string_view pattern, absl::string_view region) {
  const Segments wanted = Split(pattern);
  Segments given = Split(text);
  if (text.empty() || pattern.empty() || Fits(given, wanted) || given.front() == wanted.front())
    return std::string(text);
  const std::string in_region = absl::StrCat("regions/", region, "/", text);
  if (Fits(Split(in_region), wanted)) return in_region;
  const auto ids = static_cast<std::size_t>(CountIds(pattern));
  if (given.size() + 1 == ids && absl::StartsWith(pattern, "regions/")) {
    given.insert(given.begin(), std::string(region));
  }
  return given.size() == ids ? Filled(wanted, given) : std::string(text);
}

std::string ExpandFor(const google::protobuf::FieldDescriptor& field, absl::string_view text,
                      absl::string_view region) {
  if (field.full_name() == kActorFilter && text != kSystem) return Expand(text, kMemberPattern, region);
  if (field.name() == kAnyResource && PatternOf(field).empty() && IsBelowRegion(text)) {
    return absl::StrCat("regions/", region, "/", text);
  }
  return Expand(text, PatternOf(field), region);
}

std::string Shorten(absl::string_view name, absl::string_view pattern) {
  const Segments wanted = Split(pattern);
  const Segments given = Split(name);
  if (!Fits(given, wanted) || wanted.front() != "regions") return std::string(name);
  Segments ids;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (wanted[i] == "*") ids.push_back(given[i]);
  }
  if (ids.size() > 1) ids.erase(ids.begin());
  return absl::StrJoin(ids, "/");
}

std::string BelowRegion(absl::string_view name) {
  const Segments segments = Split(name);
  if (segments.size() < 4 || segments[0] != "regions" || segments[1] == "shared") return std::string(name);
  return absl::StrJoin(segments.begin() + 2, segments.end(), "/");
}

std::string LastId(absl::string_view name) { return Split(name).back(); }

}  // namespace waarborg::cli
