#ifndef WAARBORG_SERVICES_RULES_HOLIDAYS_H_
#define WAARBORG_SERVICES_RULES_HOLIDAYS_H_

// The Dutch public holidays as one table: those of the Algemene termijnenwet (Atw) art. 3 lid 1 and 2 from
// 2014 on, and the single days that a royal decree puts on a par with them (lid 3) for 2023 to 2028. Such a
// decree comes every three years and adds rows; without it those days count as ordinary. May be called from
// any thread.

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/span.h"

namespace waarborg::rules {

// One row of the table.
struct Holiday final {
  enum class Rule : std::uint8_t {
    kFixed,           // Every year on `month`-`day`.
    kFixedNotSunday,  // As kFixed, but the day before when that is a Sunday.
    kEaster,          // `easter_offset` days after Easter Sunday.
  };

  absl::string_view name_nl;
  absl::string_view name_en;
  absl::string_view basis;  // The article that makes it a holiday.
  Rule rule = Rule::kFixed;
  int month = 0;
  int day = 0;
  int easter_offset = 0;
  int first_year = 0;
  int last_year = 0;
};

[[nodiscard]] absl::Span<const Holiday> Holidays();

// Easter Sunday of a year of the Gregorian calendar.
[[nodiscard]] absl::CivilDay EasterSunday(absl::civil_year_t year);

// The day on which the rule puts the holiday in a year, whether or not the row holds for that year.
[[nodiscard]] absl::CivilDay DayOf(const Holiday& holiday, absl::civil_year_t year);

// The holiday on this day, null if none; of two on one day, the first in the table.
[[nodiscard]] const Holiday* HolidayOn(absl::CivilDay day);

}  // namespace waarborg::rules

#endif  // WAARBORG_SERVICES_RULES_HOLIDAYS_H_
