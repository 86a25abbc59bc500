#ifndef WAARBORG_CLIENTS_PUSH_MOMENT_H_
#define WAARBORG_CLIENTS_PUSH_MOMENT_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "google/protobuf/timestamp.pb.h"

namespace waarborg::push {

// A moment as programs write it (RFC 3339, "2026-01-31T14:05:00+01:00"), or as people here do, on the clock
// of Europe/Amsterdam: "2026-01-31 14:05", with seconds or without, with T or a space. Nothing for a text
// that is no moment, for a day alone, and for an hour that the clock skips or shows twice: which moment it
// was would be a guess.
[[nodiscard]] std::optional<absl::Time> ParseMoment(absl::string_view text);

// In UTC, as RFC 3339.
[[nodiscard]] std::string FormatRfc3339(absl::Time time);

[[nodiscard]] google::protobuf::Timestamp ToTimestamp(absl::Time time);

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_MOMENT_H_
