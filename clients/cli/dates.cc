#include "clients/cli/dates.h"

#include <cstdio>
#include <cstdlib>

#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"

namespace waarborg::cli {

std::optional<google::type::Date> ParseDate(absl::string_view text) {
  absl::CivilDay day;
  if (!absl::ParseCivilTime(text, &day) || day.year() < 1) return std::nullopt;
  google::type::Date date;
  date.set_year(static_cast<int>(day.year()));
  date.set_month(day.month());
  date.set_day(day.day());
  // The parser takes signs, spaces and other lengths too.
  if (FormatDate(date) != text) return std::nullopt;
  return date;
}

std::string FormatDate(const google::type::Date& date) {
  return absl::StrFormat("%04d-%02d-%02d", date.year(), date.month(), date.day());
}

absl::TimeZone Amsterdam() {
  static const absl::TimeZone zone = [] {
    absl::TimeZone loaded;
    if (!absl::LoadTimeZone("Europe/Amsterdam", &loaded)) {
      std::fputs("waarborg: the time zone Europe/Amsterdam is not installed (package tzdata)\n", stderr);
      std::abort();
    }
    return loaded;
  }();
  return zone;
}

std::string FormatMoment(const google::protobuf::Timestamp& time) {
  return absl::FormatTime("%Y-%m-%d %H:%M", ToTime(time), Amsterdam());
}

std::string FormatDay(const google::protobuf::Timestamp& time) {
  return absl::FormatTime("%Y-%m-%d", ToTime(time), Amsterdam());
}

std::string FormatTerm(const google::protobuf::Timestamp& end) {
  const absl::CivilDay day = absl::ToCivilDay(ToTime(end), Amsterdam());
  const bool at_midnight = absl::FromCivil(day, Amsterdam()) == ToTime(end);
  return at_midnight ? absl::FormatCivilTime(day - 1) : FormatMoment(end);
}

absl::Time ToTime(const google::protobuf::Timestamp& time) {
  return absl::FromUnixSeconds(time.seconds()) + absl::Nanoseconds(time.nanos());
}

}  // namespace waarborg::cli
