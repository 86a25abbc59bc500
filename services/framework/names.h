#ifndef WAARBORG_SERVICES_FRAMEWORK_NAMES_H_
#define WAARBORG_SERVICES_FRAMEWORK_NAMES_H_

// Resource names of this room: parsed here, made here, and turned into store keys here.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::framework {

// The forms in which a person may name a version, for messages.
inline constexpr absl::string_view kFrameworkVersionForms =
    "frameworks/{framework}/versions/{version}, {framework}-{version}";

// `frameworks/{framework}/versions/{version}`.
struct FrameworkVersionName {
  std::string framework, version;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<FrameworkVersionName> Parse(absl::string_view name);
  // Also the short form `{framework}-{version}`: `dkk-2019` is `frameworks/dkk/versions/2019`. A version
  // holds no hyphen, so the last one divides. INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<FrameworkVersionName> ParseLongOrShort(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const FrameworkVersionName&) const = default;
};

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_NAMES_H_
