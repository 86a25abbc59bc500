#ifndef WAARBORG_SERVICES_CALL_NAME_H_
#define WAARBORG_SERVICES_CALL_NAME_H_

// Resource names (AIP-122) taken apart in one place.

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::call {

// The identifiers of a name that fits the pattern, e.g. ("regions/nmd/providers/p1", "regions/*/providers/*")
// gives {"nmd", "p1"}; nothing when it does not fit.
std::optional<std::vector<std::string>> MatchName(absl::string_view name, absl::string_view pattern);

// As MatchName, with INVALID_ARGUMENT (INVALID_NAME) for a name that does not fit.
absl::StatusOr<std::vector<std::string>> ParseName(absl::string_view name, absl::string_view pattern);

// 1 to 63 of [A-Za-z0-9._-], starting with a letter or digit.
bool IsIdentifier(absl::string_view text);

// What people choose as an id in a create request: 1 to 63 of [a-z0-9-], starting and ending with a letter or
// digit.
bool IsChosenId(absl::string_view text);

// The region of any name below one (`regions/{region}/...`), or nothing.
std::optional<std::string> RegionOf(absl::string_view name);

// The last identifier of a name.
std::string LastId(absl::string_view name);

}  // namespace waarborg::call

#endif  // WAARBORG_SERVICES_CALL_NAME_H_
