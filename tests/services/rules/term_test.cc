// A term that stood still has left what was left, and the clock of Amsterdam is taken as it is.

#include "services/rules/term.h"

#include "absl/time/time.h"
#include "gtest/gtest.h"
#include "services/rules/calendar.h"

namespace waarborg::rules {
namespace {

absl::TimeZone Amsterdam() {
  absl::TimeZone zone;
  EXPECT_TRUE(absl::LoadTimeZone("Europe/Amsterdam", &zone));
  return zone;
}

absl::Time At(int year, int month, int day, int hour = 0, int minute = 0) {
  return absl::FromCivil(absl::CivilSecond(year, month, day, hour, minute), Amsterdam());
}

absl::Time EndOf(int year, int month, int day) {
  return EndOfDay(absl::CivilDay(year, month, day), Amsterdam());
}

absl::Time Resumed(absl::Time due, absl::Time stopped, absl::Time resumed, bool working_days) {
  return ResumedDue({.due = due, .stopped = stopped, .resumed = resumed}, working_days, Amsterdam());
}

TEST(TermTest, ARuleSaysInItsNameWhetherItCountsWorkingDays) {
  EXPECT_TRUE(CountsWorkingDays("plan_judgement_working_days=10"));
  EXPECT_TRUE(CountsWorkingDays("confirmation_working_days"));
  EXPECT_FALSE(CountsWorkingDays("re_assessment_weeks=6"));
  EXPECT_FALSE(CountsWorkingDays(""));
}

TEST(TermTest, ADayInSpringHas23HoursAndOneInAutumn25) {
  EXPECT_EQ(EndOf(2026, 3, 29) - EndOf(2026, 3, 28), absl::Hours(23));
  EXPECT_EQ(EndOf(2026, 10, 25) - EndOf(2026, 10, 24), absl::Hours(25));
}

TEST(TermTest, TheLastDayIsTheOneBeforeMidnightAlsoWhenTheClockChanges) {
  EXPECT_EQ(LastDayBefore(EndOf(2026, 3, 29), Amsterdam()), absl::CivilDay(2026, 3, 29));
  EXPECT_EQ(LastDayBefore(EndOf(2026, 10, 25), Amsterdam()), absl::CivilDay(2026, 10, 25));
  EXPECT_EQ(LastDayBefore(At(2026, 10, 25, 9), Amsterdam()), absl::CivilDay(2026, 10, 25));
}

TEST(TermTest, WorkingDaysFromTheDueDaySkipWeekendsAndHolidays) {
  const absl::Time due = EndOf(2026, 4, 7);  // the Tuesday after Easter
  EXPECT_EQ(WorkingDaysFromDue(due, 0, Amsterdam()), due);
  EXPECT_EQ(WorkingDaysFromDue(due, 1, Amsterdam()), EndOf(2026, 4, 8));
  // Easter Monday and Good Friday are none.
  EXPECT_EQ(WorkingDaysFromDue(due, -1, Amsterdam()), At(2026, 4, 2));
  EXPECT_EQ(WorkingDaysFromDue(due, -2, Amsterdam()), At(2026, 4, 1));
}

TEST(TermTest, TheWorkingDaysThatWereLeftAreLeftAfterResuming) {
  // Ten working days from Monday 2 June 2025; Whit Monday is the 9th.
  const absl::Time due = EndOf(2025, 6, 17);
  // Stopped on the 4th: eight working days are left; taken up again on Monday the 30th.
  EXPECT_EQ(Resumed(due, At(2025, 6, 4, 10), At(2025, 6, 30, 15), true), EndOf(2025, 7, 10));
}

TEST(TermTest, TheDaysThatWereLeftAreLeftAndTheEndIsAWorkingDay) {
  const absl::Time due = EndOf(2025, 7, 14);
  // Stopped on 1 July: 13 days are left; from the 7th they end on Sunday the 20th.
  EXPECT_EQ(Resumed(due, At(2025, 7, 1, 10), At(2025, 7, 7, 9), false), EndOf(2025, 7, 21));
}

TEST(TermTest, AStandstillOverAClockChangeMovesDaysNotHours) {
  EXPECT_EQ(Resumed(EndOf(2026, 3, 31), At(2026, 3, 27, 9), At(2026, 4, 14, 9), true), EndOf(2026, 4, 16));
  EXPECT_EQ(Resumed(EndOf(2026, 10, 30), At(2026, 10, 21, 9), At(2026, 11, 4, 9), false),
            EndOf(2026, 11, 13));
}

TEST(TermTest, ATermUpToAClockTimeEndsAsMuchLaterAsItStoodStill) {
  EXPECT_EQ(Resumed(At(2026, 10, 26, 14), At(2026, 10, 24, 12), At(2026, 10, 24, 18), false),
            At(2026, 10, 26, 20));
}

TEST(TermTest, AStandstillOfNoDayChangesNothing) {
  const absl::Time due = EndOf(2025, 6, 17);
  EXPECT_EQ(Resumed(due, At(2025, 6, 4, 10), At(2025, 6, 4, 16), true), due);
}

TEST(TermTest, WhatWasOverWhenItStoppedDoesNotComeBack) {
  const absl::Time due = EndOf(2025, 6, 3);
  EXPECT_EQ(Resumed(due, At(2025, 6, 4, 10), At(2025, 7, 4, 10), true), due);
}

TEST(TermTest, AStandstillNeverShortens) {
  for (int start = 0; start < 40; ++start) {
    for (int length = 0; length < 20; ++length) {
      const absl::Time stopped = At(2026, 3, 20, 11) + start * absl::Hours(24);
      const absl::Time resumed = stopped + length * absl::Hours(24);
      for (const bool working : {true, false}) {
        EXPECT_GE(Resumed(EndOf(2026, 4, 24), stopped, resumed, working), EndOf(2026, 4, 24));
      }
    }
  }
}

}  // namespace
}  // namespace waarborg::rules
