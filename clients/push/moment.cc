#include "clients/push/moment.h"

#include "absl/time/civil_time.h"
#include "clients/cli/dates.h"

namespace waarborg::push {
namespace {

// "2026-01-31?14:05" at least; the parsers take more than that.
bool LooksLikeOne(absl::string_view text) {
  if (text.size() < 16 || text.size() > 40) return false;
  return text[4] == '-' && text[7] == '-' && (text[10] == 'T' || text[10] == ' ') && text[13] == ':';
}

std::optional<absl::Time> OnTheClockHere(absl::string_view text) {
  absl::CivilSecond second;
  // Seconds are added before parsing: to the parser, a text without them is one of minutes.
  std::string whole(text);
  whole[10] = 'T';
  if (whole.size() == 16) whole += ":00";
  if (whole.size() != 19 || !absl::ParseCivilTime(whole, &second)) return std::nullopt;
  const absl::TimeZone::TimeInfo info = cli::Amsterdam().At(second);
  if (info.kind != absl::TimeZone::TimeInfo::UNIQUE) return std::nullopt;
  return info.pre;
}

}  // namespace

std::optional<absl::Time> ParseMoment(absl::string_view text) {
  if (!LooksLikeOne(text)) return std::nullopt;
  absl::Time time;
  std::string error;
  if (absl::ParseTime(absl::RFC3339_full, text, &time, &error)) {
    // What JSON can say: the years 1 to 9999.
    const bool sayable =
        time >= absl::FromUnixSeconds(-62135596800) && time < absl::FromUnixSeconds(253402300800);
    return sayable ? std::optional<absl::Time>(time) : std::nullopt;
  }
  return OnTheClockHere(text);
}

std::string FormatRfc3339(absl::Time time) {
  return absl::FormatTime("%Y-%m-%dT%H:%M:%E*SZ", time, absl::UTCTimeZone());
}

google::protobuf::Timestamp ToTimestamp(absl::Time time) {
  const absl::Time whole = absl::FromUnixSeconds(absl::ToUnixSeconds(time));
  google::protobuf::Timestamp stamp;
  stamp.set_seconds(absl::ToUnixSeconds(whole));
  stamp.set_nanos(static_cast<std::int32_t>((time - whole) / absl::Nanoseconds(1)));
  return stamp;
}

}  // namespace waarborg::push
