#include "services/watch/cursor.h"

#include "absl/strings/escaping.h"
#include "services/call/error.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::watch {

std::string CursorAt(absl::string_view region, std::uint64_t sequence) {
  internal::v1::WatchCursor cursor;
  cursor.set_region(std::string(region));
  cursor.set_sequence(static_cast<std::int64_t>(sequence));
  return absl::WebSafeBase64Escape(cursor.SerializeAsString());
}

absl::StatusOr<std::uint64_t> ParseCursor(absl::string_view cursor, absl::string_view region,
                                          std::uint64_t end) {
  std::string bytes;
  internal::v1::WatchCursor parsed;
  const bool readable = absl::WebSafeBase64Unescape(cursor, &bytes) && parsed.ParseFromString(bytes);
  if (readable && parsed.region() == region && parsed.sequence() >= 0 &&
      static_cast<std::uint64_t>(parsed.sequence()) <= end) {
    return static_cast<std::uint64_t>(parsed.sequence());
  }
  call::Violations violations;
  violations.Add("cursor", "INVALID_CURSOR");
  return violations.ToStatus();
}

}  // namespace waarborg::watch
