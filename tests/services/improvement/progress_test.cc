#include "services/improvement/rules/progress.h"

#include "gmock/gmock.h"
#include "tests/services/improvement/plans.h"

namespace waarborg::improvement {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr auto OPEN = v1::PlanItem::STATE_OPEN;
constexpr auto BUSY = v1::PlanItem::STATE_IN_PROGRESS;
constexpr auto LATE = v1::PlanItem::STATE_DELAYED;
constexpr auto DONE = v1::PlanItem::STATE_DONE;

TEST(MovesTest, OnlyWhatComesNearerToDoneMoves) {
  struct Row {
    v1::PlanItem::State from, to;
    bool moves;
  };
  const Row rows[] = {
      {OPEN, OPEN, false}, {OPEN, BUSY, true},  {OPEN, LATE, false}, {OPEN, DONE, true},
      {BUSY, OPEN, false}, {BUSY, BUSY, false}, {BUSY, LATE, false}, {BUSY, DONE, true},
      {LATE, OPEN, false}, {LATE, BUSY, true},  {LATE, LATE, false}, {LATE, DONE, true},
      {DONE, OPEN, false}, {DONE, BUSY, false}, {DONE, LATE, false}, {DONE, DONE, false},
  };
  for (const Row& row : rows) EXPECT_EQ(Moves(row.from, row.to), row.moves) << row.from << " to " << row.to;
}

TEST(MovesAnyTest, OneMovingItemIsEnough) {
  const PlanItems items = All<v1::PlanItem>({Item("A", BUSY), Item("B", OPEN)});
  EXPECT_FALSE(MovesAny(items, All<v1::ItemProgress>({Report("A", BUSY), Report("B", LATE)})));
  EXPECT_TRUE(MovesAny(items, All<v1::ItemProgress>({Report("A", BUSY), Report("B", BUSY)})));
}

PlanItems ThreeItems() {
  return All<v1::PlanItem>({DueItem("A", DONE, Date(2025, 6, 1)), DueItem("B", BUSY, Date(2025, 9, 1)),
                            DueItem("C", OPEN, Date(2025, 7, 1))});
}

TEST(OverdueItemsTest, AnItemIsOverdueTheDayAfterItsDateUnlessDone) {
  EXPECT_THAT(OverdueItems(ThreeItems(), absl::CivilDay(2025, 7, 1)), IsEmpty());
  EXPECT_THAT(OverdueItems(ThreeItems(), absl::CivilDay(2025, 7, 2)), ElementsAre("C"));
  EXPECT_THAT(OverdueItems(ThreeItems(), absl::CivilDay(2025, 9, 2)), ElementsAre("B", "C"));
}

TEST(UnfinishedItemsTest, NamesAllThatAreNotDone) {
  EXPECT_THAT(UnfinishedItems(ThreeItems()), ElementsAre("B", "C"));
}

TEST(NextDueDayTest, IsTheEarliestDateToComeOfAnOpenItem) {
  EXPECT_EQ(NextDueDay(ThreeItems(), absl::CivilDay(2025, 5, 1)), absl::CivilDay(2025, 7, 1));
  EXPECT_EQ(NextDueDay(ThreeItems(), absl::CivilDay(2025, 7, 1)), absl::CivilDay(2025, 7, 1));
  EXPECT_EQ(NextDueDay(ThreeItems(), absl::CivilDay(2025, 7, 2)), absl::CivilDay(2025, 9, 1));
  EXPECT_EQ(NextDueDay(ThreeItems(), absl::CivilDay(2025, 9, 2)), std::nullopt);
}

TEST(LastDueDayTest, CountsDoneItemsAndIgnoresThoseWithoutADate) {
  EXPECT_EQ(LastDueDay(ThreeItems()), absl::CivilDay(2025, 9, 1));
  EXPECT_EQ(LastDueDay(All<v1::PlanItem>({Item("A")})), std::nullopt);
}

TEST(StandstillTest, AnOverdueItemOrTwoReportsWithoutProgress) {
  struct Row {
    int reports;
    absl::CivilDay today;
    Standstill expected;
  };
  const absl::CivilDay in_time(2025, 7, 1);
  const absl::CivilDay too_late(2025, 7, 2);
  const Row rows[] = {
      {0, in_time, Standstill::kNone},
      {1, in_time, Standstill::kNone},
      {2, in_time, Standstill::kReportsWithoutProgress},
      {3, in_time, Standstill::kReportsWithoutProgress},
      {0, too_late, Standstill::kItemOverdue},
      {2, too_late, Standstill::kItemOverdue},
  };
  for (const Row& row : rows) EXPECT_EQ(StandstillOf(ThreeItems(), row.reports, row.today), row.expected);
}

}  // namespace
}  // namespace waarborg::improvement
