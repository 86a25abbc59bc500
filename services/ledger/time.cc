#include "services/ledger/time.h"

#include <cstdint>

#include "services/language/die.h"

namespace waarborg::ledger {
absl::TimeZone LocalZone() {
  static const absl::TimeZone zone = [] {
    absl::TimeZone loaded;
    if (!absl::LoadTimeZone("Europe/Amsterdam", &loaded)) {
      language::Die("the time zone Europe/Amsterdam is not installed (package tzdata)");
    }
    return loaded;
  }();
  return zone;
}

google::protobuf::Timestamp Stamp(absl::Time time) {
  google::protobuf::Timestamp stamp;
  const std::int64_t seconds = absl::ToUnixSeconds(time);
  stamp.set_seconds(seconds);
  stamp.set_nanos(static_cast<std::int32_t>(absl::ToUnixMicros(time) - seconds * 1'000'000) * 1000);
  return stamp;
}

absl::Time TimeOf(const google::protobuf::Timestamp& stamp) {
  return absl::FromUnixSeconds(stamp.seconds()) + absl::Nanoseconds(stamp.nanos());
}

google::type::Date DateOf(absl::CivilDay day) {
  google::type::Date date;
  date.set_year(static_cast<std::int32_t>(day.year()));
  date.set_month(day.month());
  date.set_day(day.day());
  return date;
}

absl::CivilDay DayOf(const google::type::Date& date) {
  return absl::CivilDay(date.year(), date.month(), date.day());
}

bool HasDate(const google::type::Date& date) { return date.day() != 0; }

absl::CivilDay Today(absl::Time now) { return absl::ToCivilDay(now, LocalZone()); }

absl::Time EndOfDay(absl::CivilDay day) { return absl::FromCivil(day + 1, LocalZone()); }

}  // namespace waarborg::ledger
