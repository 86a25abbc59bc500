#include "services/rules/holidays.h"

namespace waarborg::rules {
namespace {

using Rule = Holiday::Rule;

constexpr int kFirstYear = 2014;
constexpr int kNoLastYear = 9999;
constexpr absl::string_view kFirst = "Atw art. 3 lid 1";
constexpr absl::string_view kSecond = "Atw art. 3 lid 2";
constexpr absl::string_view kThird = "Atw art. 3 lid 3";

constexpr Holiday Yearly(absl::string_view nl, absl::string_view en, absl::string_view basis, int month,
                         int day, Rule rule = Rule::kFixed) {
  return {nl, en, basis, rule, month, day, 0, kFirstYear, kNoLastYear};
}

constexpr Holiday Easter(absl::string_view nl, absl::string_view en, absl::string_view basis, int offset) {
  return {nl, en, basis, Rule::kEaster, 0, 0, offset, kFirstYear, kNoLastYear};
}

constexpr Holiday ByDecree(int year, int month, int day) {
  return {"Gelijkgestelde dag", "Equated day", kThird, Rule::kFixed, month, day, 0, year, year};
}

constexpr Holiday kHolidays[] = {
    Yearly("Nieuwjaarsdag", "New Year's Day", kFirst, 1, 1),
    Easter("Goede Vrijdag", "Good Friday", kSecond, -2),
    Easter("Tweede Paasdag", "Easter Monday", kFirst, 1),
    Yearly("Koningsdag", "King's Day", kFirst, 4, 27, Rule::kFixedNotSunday),
    Yearly("Bevrijdingsdag", "Liberation Day", kFirst, 5, 5),
    Easter("Hemelvaartsdag", "Ascension Day", kFirst, 39),
    Easter("Tweede Pinksterdag", "Whit Monday", kFirst, 50),
    Yearly("Eerste Kerstdag", "Christmas Day", kFirst, 12, 25),
    Yearly("Tweede Kerstdag", "Boxing Day", kFirst, 12, 26),
    ByDecree(2023, 4, 28),
    ByDecree(2023, 5, 19),
    ByDecree(2024, 5, 10),
    ByDecree(2024, 12, 27),
    ByDecree(2025, 5, 30),
    ByDecree(2026, 1, 2),
    ByDecree(2026, 5, 15),
    ByDecree(2027, 5, 7),
    ByDecree(2028, 4, 28),
    ByDecree(2028, 5, 26),
};

}  // namespace

absl::Span<const Holiday> Holidays() { return kHolidays; }

// The computus of Meeus, Jones and Butcher: the Sunday after the first full moon of the church's calendar in
// spring.
absl::CivilDay EasterSunday(absl::civil_year_t year) {
  const absl::civil_year_t moon_year = year % 19;
  const absl::civil_year_t century = year / 100;
  const absl::civil_year_t year_of_century = year % 100;
  const absl::civil_year_t moon_shift = (century - (century + 8) / 25 + 1) / 3;
  const absl::civil_year_t moon = (19 * moon_year + century - century / 4 - moon_shift + 15) % 30;
  const absl::civil_year_t to_sunday =
      (32 + 2 * (century % 4) + 2 * (year_of_century / 4) - moon - year_of_century % 4) % 7;
  const absl::civil_year_t late_moon = (moon_year + 11 * moon + 22 * to_sunday) / 451;
  return absl::CivilDay(year, 3, 22) + (moon + to_sunday - 7 * late_moon);
}

absl::CivilDay DayOf(const Holiday& holiday, absl::civil_year_t year) {
  if (holiday.rule == Rule::kEaster) return EasterSunday(year) + holiday.easter_offset;
  const absl::CivilDay day(year, holiday.month, holiday.day);
  const bool moves = holiday.rule == Rule::kFixedNotSunday && absl::GetWeekday(day) == absl::Weekday::sunday;
  return moves ? day - 1 : day;
}

const Holiday* HolidayOn(absl::CivilDay day) {
  for (const Holiday& holiday : kHolidays) {
    const bool holds = holiday.first_year <= day.year() && day.year() <= holiday.last_year;
    if (holds && DayOf(holiday, day.year()) == day) return &holiday;
  }
  return nullptr;
}

}  // namespace waarborg::rules
