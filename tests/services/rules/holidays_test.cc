#include "services/rules/holidays.h"

#include <set>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waarborg::rules {
namespace {

using absl::CivilDay;

// The movable days of each year, as printed in calendars.
struct Year {
  int year;
  CivilDay good_friday, easter_monday, kings_day, ascension, whit_monday;
};

const Year kYears[] = {
    {2019, CivilDay(2019, 4, 19), CivilDay(2019, 4, 22), CivilDay(2019, 4, 27), CivilDay(2019, 5, 30),
     CivilDay(2019, 6, 10)},
    {2020, CivilDay(2020, 4, 10), CivilDay(2020, 4, 13), CivilDay(2020, 4, 27), CivilDay(2020, 5, 21),
     CivilDay(2020, 6, 1)},
    {2021, CivilDay(2021, 4, 2), CivilDay(2021, 4, 5), CivilDay(2021, 4, 27), CivilDay(2021, 5, 13),
     CivilDay(2021, 5, 24)},
    {2022, CivilDay(2022, 4, 15), CivilDay(2022, 4, 18), CivilDay(2022, 4, 27), CivilDay(2022, 5, 26),
     CivilDay(2022, 6, 6)},
    {2023, CivilDay(2023, 4, 7), CivilDay(2023, 4, 10), CivilDay(2023, 4, 27), CivilDay(2023, 5, 18),
     CivilDay(2023, 5, 29)},
    {2024, CivilDay(2024, 3, 29), CivilDay(2024, 4, 1), CivilDay(2024, 4, 27), CivilDay(2024, 5, 9),
     CivilDay(2024, 5, 20)},
    {2025, CivilDay(2025, 4, 18), CivilDay(2025, 4, 21), CivilDay(2025, 4, 26), CivilDay(2025, 5, 29),
     CivilDay(2025, 6, 9)},
    {2026, CivilDay(2026, 4, 3), CivilDay(2026, 4, 6), CivilDay(2026, 4, 27), CivilDay(2026, 5, 14),
     CivilDay(2026, 5, 25)},
    {2027, CivilDay(2027, 3, 26), CivilDay(2027, 3, 29), CivilDay(2027, 4, 27), CivilDay(2027, 5, 6),
     CivilDay(2027, 5, 17)},
    {2028, CivilDay(2028, 4, 14), CivilDay(2028, 4, 17), CivilDay(2028, 4, 27), CivilDay(2028, 5, 25),
     CivilDay(2028, 6, 5)},
    {2029, CivilDay(2029, 3, 30), CivilDay(2029, 4, 2), CivilDay(2029, 4, 27), CivilDay(2029, 5, 10),
     CivilDay(2029, 5, 21)},
    {2030, CivilDay(2030, 4, 19), CivilDay(2030, 4, 22), CivilDay(2030, 4, 27), CivilDay(2030, 5, 30),
     CivilDay(2030, 6, 10)},
};

// The days that royal decrees equate.
const std::set<CivilDay> kDecreed = {CivilDay(2023, 4, 28),  CivilDay(2023, 5, 19), CivilDay(2024, 5, 10),
                                     CivilDay(2024, 12, 27), CivilDay(2025, 5, 30), CivilDay(2026, 1, 2),
                                     CivilDay(2026, 5, 15),  CivilDay(2027, 5, 7),  CivilDay(2028, 4, 28),
                                     CivilDay(2028, 5, 26)};

std::string NameOn(CivilDay day) {
  const Holiday* const holiday = HolidayOn(day);
  return holiday == nullptr ? "" : std::string(holiday->name_nl);
}

TEST(Holidays, StandOnTheDaysOfTheCalendar) {
  for (const Year& y : kYears) {
    EXPECT_EQ(NameOn(CivilDay(y.year, 1, 1)), "Nieuwjaarsdag");
    EXPECT_EQ(NameOn(y.good_friday), "Goede Vrijdag") << y.year;
    EXPECT_EQ(NameOn(y.easter_monday), "Tweede Paasdag") << y.year;
    EXPECT_EQ(NameOn(y.kings_day), "Koningsdag") << y.year;
    EXPECT_EQ(NameOn(CivilDay(y.year, 5, 5)), "Bevrijdingsdag");
    EXPECT_EQ(NameOn(y.ascension), "Hemelvaartsdag") << y.year;
    EXPECT_EQ(NameOn(y.whit_monday), "Tweede Pinksterdag") << y.year;
    EXPECT_EQ(NameOn(CivilDay(y.year, 12, 25)), "Eerste Kerstdag");
    EXPECT_EQ(NameOn(CivilDay(y.year, 12, 26)), "Tweede Kerstdag");
  }
}

TEST(Holidays, NoOtherDayIsAHoliday) {
  for (const Year& y : kYears) {
    std::set<CivilDay> expected = {y.good_friday,
                                   y.easter_monday,
                                   y.kings_day,
                                   y.ascension,
                                   y.whit_monday,
                                   CivilDay(y.year, 1, 1),
                                   CivilDay(y.year, 5, 5),
                                   CivilDay(y.year, 12, 25),
                                   CivilDay(y.year, 12, 26)};
    for (const CivilDay day : kDecreed) {
      if (day.year() == y.year) expected.insert(day);
    }
    std::set<CivilDay> found;
    for (CivilDay day(y.year, 1, 1); day.year() == y.year; ++day) {
      if (HolidayOn(day) != nullptr) found.insert(day);
    }
    EXPECT_EQ(found, expected) << y.year;
  }
}

TEST(Holidays, KingsDayMovesToSaturdayWhenItWouldBeASunday) {
  EXPECT_EQ(NameOn(CivilDay(2025, 4, 26)), "Koningsdag");
  EXPECT_EQ(NameOn(CivilDay(2025, 4, 27)), "");
  EXPECT_EQ(NameOn(CivilDay(2014, 4, 26)), "Koningsdag");
  EXPECT_EQ(NameOn(CivilDay(2031, 4, 26)), "Koningsdag");
  EXPECT_EQ(NameOn(CivilDay(2024, 4, 27)), "Koningsdag") << "a Saturday stays";
}

TEST(Holidays, TwoOnOneDayCountAsOne) { EXPECT_EQ(NameOn(CivilDay(2016, 5, 5)), "Bevrijdingsdag"); }

TEST(Holidays, RowsHoldInTheirOwnYearsOnly) {
  EXPECT_EQ(NameOn(CivilDay(2013, 12, 25)), "");
  EXPECT_EQ(NameOn(CivilDay(2014, 12, 25)), "Eerste Kerstdag");
  EXPECT_EQ(NameOn(CivilDay(2026, 5, 15)), "Gelijkgestelde dag");
  EXPECT_EQ(NameOn(CivilDay(2025, 5, 15)), "");
  EXPECT_EQ(NameOn(CivilDay(2027, 5, 15)), "");
}

TEST(Holidays, EveryRowIsNamedInBothLanguagesAndCitesItsArticle) {
  for (const Holiday& holiday : Holidays()) {
    EXPECT_FALSE(holiday.name_nl.empty());
    EXPECT_FALSE(holiday.name_en.empty());
    EXPECT_THAT(std::string(holiday.basis), testing::StartsWith("Atw art. 3 lid ")) << holiday.name_nl;
    EXPECT_LE(holiday.first_year, holiday.last_year);
  }
  EXPECT_EQ(HolidayOn(CivilDay(2026, 4, 3))->basis, "Atw art. 3 lid 2");
}

TEST(Easter, FallsOnTheKnownExtremes) {
  EXPECT_EQ(EasterSunday(1818), CivilDay(1818, 3, 22));
  EXPECT_EQ(EasterSunday(2285), CivilDay(2285, 3, 22));
  EXPECT_EQ(EasterSunday(1943), CivilDay(1943, 4, 25));
  EXPECT_EQ(EasterSunday(2038), CivilDay(2038, 4, 25));
  EXPECT_EQ(EasterSunday(1954), CivilDay(1954, 4, 18));
  EXPECT_EQ(EasterSunday(1981), CivilDay(1981, 4, 19));
  EXPECT_EQ(EasterSunday(2000), CivilDay(2000, 4, 23));
}

TEST(Easter, IsASundayFromMarch22ToApril25) {
  for (int year = 1600; year < 4100; ++year) {
    const CivilDay easter = EasterSunday(year);
    EXPECT_EQ(absl::GetWeekday(easter), absl::Weekday::sunday) << year;
    EXPECT_GE(easter, CivilDay(year, 3, 22));
    EXPECT_LE(easter, CivilDay(year, 4, 25));
  }
}

}  // namespace
}  // namespace waarborg::rules
