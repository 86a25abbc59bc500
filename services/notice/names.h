#ifndef WAARBORG_SERVICES_NOTICE_NAMES_H_
#define WAARBORG_SERVICES_NOTICE_NAMES_H_

// Resource names of this room: parsed here, made here, and turned into store keys here.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::notice {

// `regions/{region}/members/{member}/noticeSetting`.
struct NoticeSettingName {
  std::string region, member;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<NoticeSettingName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The name of the member.
  [[nodiscard]] std::string Member() const;
  // The key of its record, and of the member's box.
  [[nodiscard]] std::string Key() const;
  bool operator==(const NoticeSettingName&) const = default;
};

// The setting of the member with this name. INVALID_ARGUMENT (INVALID_NAME).
absl::StatusOr<NoticeSettingName> SettingOf(absl::string_view member);

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_NAMES_H_
