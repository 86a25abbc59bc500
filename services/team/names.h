#ifndef WAARBORG_SERVICES_TEAM_NAMES_H_
#define WAARBORG_SERVICES_TEAM_NAMES_H_

// Resource names of this room: parsed here, made here, and turned into store keys here.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::team {

// `regions/{region}/members/{member}`.
struct MemberName {
  std::string region, member;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<MemberName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const MemberName&) const = default;
};

}  // namespace waarborg::team

#endif  // WAARBORG_SERVICES_TEAM_NAMES_H_
