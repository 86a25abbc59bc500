#include "services/rules/calendar.h"

#include <algorithm>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/rules/holidays.h"

namespace waarborg::rules {
namespace {

using absl::CivilDay;
using Unit = Term::Unit;

const CivilDay kFirst(2019, 1, 1);
const CivilDay kLast(2031, 1, 1);

TEST(WorkingDays, AreNoWeekendAndNoHoliday) {
  EXPECT_TRUE(IsWorkingDay(CivilDay(2026, 4, 2)));    // Thursday
  EXPECT_FALSE(IsWorkingDay(CivilDay(2026, 4, 3)));   // Good Friday
  EXPECT_FALSE(IsWorkingDay(CivilDay(2026, 4, 4)));   // Saturday
  EXPECT_FALSE(IsWorkingDay(CivilDay(2026, 4, 5)));   // Easter Sunday
  EXPECT_FALSE(IsWorkingDay(CivilDay(2026, 4, 6)));   // Easter Monday
  EXPECT_TRUE(IsWorkingDay(CivilDay(2026, 4, 7)));    // Tuesday
  EXPECT_FALSE(IsWorkingDay(CivilDay(2026, 5, 15)));  // equated by decree
  EXPECT_TRUE(IsWorkingDay(CivilDay(2025, 4, 28)));   // Monday; King's Day was on Saturday
}

TEST(WorkingDays, CountingStartsTheDayAfter) {
  EXPECT_EQ(AddWorkingDays(CivilDay(2026, 6, 1), 1), CivilDay(2026, 6, 2));
  EXPECT_EQ(AddWorkingDays(CivilDay(2026, 6, 5), 1), CivilDay(2026, 6, 8));
  EXPECT_EQ(AddWorkingDays(CivilDay(2026, 6, 1), 10), CivilDay(2026, 6, 15));
  EXPECT_EQ(AddWorkingDays(CivilDay(2026, 6, 6), 1), CivilDay(2026, 6, 8));
}

TEST(WorkingDays, EasterAndChristmasAreSkipped) {
  EXPECT_EQ(AddWorkingDays(CivilDay(2026, 4, 1), 2), CivilDay(2026, 4, 7));
  EXPECT_EQ(AddWorkingDays(CivilDay(2024, 12, 24), 1), CivilDay(2024, 12, 30));
}

TEST(WorkingDays, CountAcrossTheTurnOfTheYear) {
  EXPECT_EQ(AddWorkingDays(CivilDay(2026, 12, 31), 1), CivilDay(2027, 1, 4));
  EXPECT_EQ(AddWorkingDays(CivilDay(2025, 12, 31), 1), CivilDay(2026, 1, 5));
  EXPECT_EQ(WorkingDaysBetween(CivilDay(2026, 12, 24), CivilDay(2027, 1, 4)), 5);
}

TEST(WorkingDays, NoneIsTheDayItself) {
  EXPECT_EQ(AddWorkingDays(CivilDay(2026, 4, 5), 0), CivilDay(2026, 4, 5));
  EXPECT_EQ(WorkingDaysBetween(CivilDay(2026, 4, 7), CivilDay(2026, 4, 7)), 0);
  EXPECT_EQ(WorkingDaysBetween(CivilDay(2026, 4, 9), CivilDay(2026, 4, 7)), 0);
}

TEST(WorkingDays, AYearHasAsManyAsTheCalendarShows) {
  EXPECT_EQ(WorkingDaysBetween(CivilDay(2018, 12, 31), CivilDay(2019, 12, 31)), 254);
  EXPECT_EQ(WorkingDaysBetween(CivilDay(2025, 12, 31), CivilDay(2026, 12, 31)), 251);
}

TEST(WorkingDaysProperty, AddingAndCountingAgree) {
  for (CivilDay day = kFirst; day < kLast; day += 3) {
    for (const int n : {1, 2, 5, 10, 20, 61}) {
      const CivilDay end = AddWorkingDays(day, n);
      ASSERT_TRUE(IsWorkingDay(end)) << day;
      ASSERT_EQ(WorkingDaysBetween(day, end), n) << day;
      ASSERT_EQ(WorkingDaysBetween(day, end - 1), n - 1) << day;
    }
  }
}

TEST(WorkingDaysProperty, GoingBackUndoesGoingForth) {
  for (CivilDay day = kFirst; day < kLast; ++day) {
    if (!IsWorkingDay(day)) continue;
    for (const int n : {1, 2, 10}) {
      ASSERT_EQ(AddWorkingDays(AddWorkingDays(day, n), -n), day);
    }
  }
}

TEST(WorkingDaysProperty, StepsAddUp) {
  for (CivilDay day = kFirst; day < kLast; day += 5) {
    ASSERT_EQ(AddWorkingDays(AddWorkingDays(day, 4), 7), AddWorkingDays(day, 11)) << day;
  }
}

TEST(EndOfTerm, RunsOnToTheNextWorkingDay) {
  EXPECT_EQ(EndOfTerm(CivilDay(2026, 6, 5)), CivilDay(2026, 6, 5));
  EXPECT_EQ(EndOfTerm(CivilDay(2026, 6, 6)), CivilDay(2026, 6, 8));
  EXPECT_EQ(EndOfTerm(CivilDay(2026, 4, 3)), CivilDay(2026, 4, 7));
  EXPECT_EQ(EndOfTerm(CivilDay(2027, 1, 1)), CivilDay(2027, 1, 4));
  EXPECT_EQ(EndOfTerm(CivilDay(2025, 4, 26)), CivilDay(2025, 4, 28));
  EXPECT_EQ(EndOfTerm(CivilDay(2026, 5, 14)), CivilDay(2026, 5, 18));
}

TEST(EndOfTermProperty, IsTheFirstWorkingDayNotEarlier) {
  for (CivilDay day = kFirst; day < kLast; ++day) {
    const CivilDay end = EndOfTerm(day);
    ASSERT_TRUE(IsWorkingDay(end));
    ASSERT_GE(end, day);
    for (CivilDay between = day; between < end; ++between) ASSERT_FALSE(IsWorkingDay(between));
  }
}

TEST(Terms, LastDayIsPlainCounting) {
  const CivilDay start(2026, 6, 1);
  EXPECT_EQ(LastDay(start, {7, Unit::kCalendarDays}), CivilDay(2026, 6, 8));
  EXPECT_EQ(LastDay(start, {5, Unit::kCalendarDays}), CivilDay(2026, 6, 6));  // a Saturday
  EXPECT_EQ(LastDay(start, {6, Unit::kWeeks}), CivilDay(2026, 7, 13));
  EXPECT_EQ(LastDay(start, {10, Unit::kWorkingDays}), CivilDay(2026, 6, 15));
  EXPECT_EQ(LastDay(start, {6, Unit::kMonths}), CivilDay(2026, 12, 1));
}

TEST(Terms, AMonthWithoutTheDayEndsOnItsLast) {
  EXPECT_EQ(LastDay(CivilDay(2026, 1, 31), {1, Unit::kMonths}), CivilDay(2026, 2, 28));
  EXPECT_EQ(LastDay(CivilDay(2028, 1, 31), {1, Unit::kMonths}), CivilDay(2028, 2, 29));
  EXPECT_EQ(LastDay(CivilDay(2026, 8, 31), {6, Unit::kMonths}), CivilDay(2027, 2, 28));
  EXPECT_EQ(LastDay(CivilDay(2026, 10, 31), {1, Unit::kMonths}), CivilDay(2026, 11, 30));
  EXPECT_EQ(LastDay(CivilDay(2028, 2, 29), {12, Unit::kMonths}), CivilDay(2029, 2, 28));
}

TEST(Terms, DueDayRunsOnToAWorkingDay) {
  EXPECT_EQ(DueDay(CivilDay(2026, 6, 1), {5, Unit::kCalendarDays}), CivilDay(2026, 6, 8));
  EXPECT_EQ(DueDay(CivilDay(2026, 4, 2), {6, Unit::kWeeks}), CivilDay(2026, 5, 18));
  EXPECT_EQ(DueDay(CivilDay(2026, 5, 6), {1, Unit::kMonths}), CivilDay(2026, 6, 8));
  EXPECT_EQ(DueDay(CivilDay(2026, 6, 6), {0, Unit::kWorkingDays}), CivilDay(2026, 6, 8));
  EXPECT_EQ(DueDay(CivilDay(2026, 12, 24), {1, Unit::kCalendarDays}), CivilDay(2026, 12, 28));
}

TEST(Terms, OneWorkingDayStaysOneWorkingDay) {
  EXPECT_EQ(DueDay(CivilDay(2026, 6, 5), {1, Unit::kWorkingDays}), CivilDay(2026, 6, 8));
}

// Thursday before Easter and three days on: Sunday runs on to Tuesday, and a second working day makes it
// Wednesday.
TEST(Terms, ThreeDaysHoldTwoWorkingDays) {
  EXPECT_EQ(DueDay(CivilDay(2026, 4, 2), {2, Unit::kCalendarDays}), CivilDay(2026, 4, 7));
  EXPECT_EQ(DueDay(CivilDay(2026, 4, 2), {3, Unit::kCalendarDays}), CivilDay(2026, 4, 8));
}

TEST(Terms, LongTermsAreNotProlonged) {
  const CivilDay start(2026, 6, 6);  // a Saturday
  EXPECT_EQ(DueDay(start, {12, Unit::kWeeks}), CivilDay(2026, 8, 31));
  EXPECT_EQ(DueDay(start, {13, Unit::kWeeks}), CivilDay(2026, 9, 5));
  EXPECT_EQ(DueDay(start, {3, Unit::kMonths}), CivilDay(2026, 9, 7));
  EXPECT_EQ(DueDay(start, {6, Unit::kMonths}), CivilDay(2026, 12, 6));
  EXPECT_EQ(DueDay(CivilDay(2026, 6, 7), {90, Unit::kCalendarDays}), CivilDay(2026, 9, 7));
  EXPECT_EQ(DueDay(CivilDay(2026, 6, 7), {91, Unit::kCalendarDays}), CivilDay(2026, 9, 6));
}

TEST(TermsProperty, DueDayIsAWorkingDayNotBeforeTheLastDay) {
  const Term terms[] = {{0, Unit::kCalendarDays}, {1, Unit::kCalendarDays}, {3, Unit::kCalendarDays},
                        {7, Unit::kCalendarDays}, {1, Unit::kWeeks},        {6, Unit::kWeeks},
                        {1, Unit::kMonths},       {3, Unit::kMonths},       {10, Unit::kWorkingDays}};
  for (const Term term : terms) {
    CivilDay previous = kFirst;
    for (CivilDay day = kFirst; day < kLast; ++day) {
      const CivilDay due = DueDay(day, term);
      ASSERT_TRUE(IsWorkingDay(due)) << day;
      ASSERT_GE(due, LastDay(day, term)) << day;
      ASSERT_LE(due - LastDay(day, term), 6) << day;
      ASSERT_GE(due, previous) << "a later start is never due earlier: " << day;
      const bool three_days = LastDay(day, term) - day >= 3;
      ASSERT_TRUE(!three_days || WorkingDaysBetween(day, due) >= 2) << day;
      previous = due;
    }
  }
}

TEST(Terms, AmountsOutOfRangeAreInvalid) {
  EXPECT_TRUE(IsValid({0, Unit::kCalendarDays}));
  EXPECT_TRUE(IsValid({10'000, Unit::kMonths}));
  EXPECT_FALSE(IsValid({-1, Unit::kCalendarDays}));
  EXPECT_FALSE(IsValid({10'001, Unit::kWorkingDays}));
}

TEST(TermsDeathTest, AnInvalidTermIsNeverCounted) {
  EXPECT_DEATH(DueDay(kFirst, {-1, Unit::kWeeks}).day(), "out of range");
}

class EndOfDayTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(absl::LoadTimeZone("Europe/Amsterdam", &amsterdam_)); }

  std::string EndInUtc(CivilDay day) const {
    return absl::FormatTime("%Y-%m-%dT%H:%M", EndOfDay(day, amsterdam_), absl::UTCTimeZone());
  }
  absl::Duration Length(CivilDay day) const {
    return EndOfDay(day, amsterdam_) - EndOfDay(day - 1, amsterdam_);
  }

  absl::TimeZone amsterdam_;
};

TEST_F(EndOfDayTest, IsMidnightInTheZone) {
  EXPECT_EQ(EndInUtc(CivilDay(2026, 1, 15)), "2026-01-15T23:00");
  EXPECT_EQ(EndInUtc(CivilDay(2026, 7, 15)), "2026-07-15T22:00");
}

TEST_F(EndOfDayTest, FollowsTheClockForwardAndBack) {
  EXPECT_EQ(EndInUtc(CivilDay(2026, 3, 28)), "2026-03-28T23:00");
  EXPECT_EQ(EndInUtc(CivilDay(2026, 3, 29)), "2026-03-29T22:00");
  EXPECT_EQ(Length(CivilDay(2026, 3, 29)), absl::Hours(23));
  EXPECT_EQ(EndInUtc(CivilDay(2026, 10, 24)), "2026-10-24T22:00");
  EXPECT_EQ(EndInUtc(CivilDay(2026, 10, 25)), "2026-10-25T23:00");
  EXPECT_EQ(Length(CivilDay(2026, 10, 25)), absl::Hours(25));
}

TEST_F(EndOfDayTest, TurnsTheYear) { EXPECT_EQ(EndInUtc(CivilDay(2026, 12, 31)), "2026-12-31T23:00"); }

TEST_F(EndOfDayTest, ShutsTheWholeDayInAndTheNextOut) {
  for (CivilDay day = kFirst; day < kLast; ++day) {
    const absl::Time end = EndOfDay(day, amsterdam_);
    ASSERT_EQ(absl::ToCivilDay(end - absl::Nanoseconds(1), amsterdam_), day);
    ASSERT_EQ(absl::ToCivilDay(end, amsterdam_), day + 1);
  }
}

}  // namespace
}  // namespace waarborg::rules
