// Moments and days: microseconds in messages, days as people in Amsterdam count them.

#include "services/ledger/time.h"

#include "gtest/gtest.h"
#include "services/ledger/digest.h"

namespace waarborg::ledger {
namespace {

TEST(TimeTest, AStampKeepsMicrosecondsAndDropsTheRest) {
  const absl::Time time = absl::FromUnixMicros(1'748'847'600'123'456);
  EXPECT_EQ(TimeOf(Stamp(time)), time);
  EXPECT_EQ(TimeOf(Stamp(time + absl::Nanoseconds(999))), time);
}

TEST(TimeTest, AStampBefore1970HasNanosThatCountForward) {
  const absl::Time time = absl::FromUnixMicros(-1'500'000);
  EXPECT_EQ(Stamp(time).seconds(), -2);
  EXPECT_EQ(Stamp(time).nanos(), 500'000'000);
  EXPECT_EQ(TimeOf(Stamp(time)), time);
}

TEST(TimeTest, TheDayChangesAtMidnightInAmsterdamInSummerAndWinter) {
  const absl::Time summer = absl::FromDateTime(2025, 6, 1, 22, 0, 0, absl::UTCTimeZone());
  EXPECT_EQ(Today(summer - absl::Seconds(1)), absl::CivilDay(2025, 6, 1));
  EXPECT_EQ(Today(summer), absl::CivilDay(2025, 6, 2));
  const absl::Time winter = absl::FromDateTime(2025, 12, 31, 23, 0, 0, absl::UTCTimeZone());
  EXPECT_EQ(Today(winter - absl::Seconds(1)), absl::CivilDay(2025, 12, 31));
  EXPECT_EQ(Today(winter), absl::CivilDay(2026, 1, 1));
}

TEST(TimeTest, ADayEndsWhereTheNextBeginsAlsoWhenTheClocksChange) {
  for (const absl::CivilDay day : {absl::CivilDay(2025, 3, 30), absl::CivilDay(2025, 10, 26), absl::CivilDay(2025, 7, 1)}) {
    EXPECT_EQ(Today(EndOfDay(day)), day + 1);
    EXPECT_EQ(Today(EndOfDay(day) - absl::Microseconds(1)), day);
  }
}

TEST(TimeTest, ADateMessageGivesItsDayBack) {
  const absl::CivilDay day(2024, 2, 29);
  EXPECT_EQ(DayOf(DateOf(day)), day);
  EXPECT_TRUE(HasDate(DateOf(day)));
  EXPECT_FALSE(HasDate(google::type::Date()));
}

TEST(DigestTest, PartsThatJoinToTheSameTextHaveDifferentDigests) {
  const std::vector<absl::string_view> one = {"ab", "c"};
  const std::vector<absl::string_view> other = {"a", "bc"};
  const std::vector<absl::string_view> joined = {"abc"};
  EXPECT_NE(DigestOf(one), DigestOf(other));
  EXPECT_NE(DigestOf(one), DigestOf(joined));
  EXPECT_EQ(DigestOf(one), DigestOf(std::vector<absl::string_view>{"ab", "c"}));
  EXPECT_EQ(DigestOf(one).size(), 64U);
}

}  // namespace
}  // namespace waarborg::ledger
