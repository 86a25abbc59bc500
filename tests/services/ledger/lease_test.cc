// Two servers on one store: one of them fires, another takes over, and nothing fires twice even when both do.

#include "services/ledger/lease.h"

#include <thread>

#include "gtest/gtest.h"
#include "services/ledger/deadline_table.h"
#include "services/ledger/deadlines.h"
#include "services/ledger/time.h"
#include "tests/services/ledger/books.h"
#include "tests/support/matchers.h"

namespace waarborg::ledger {
namespace {

using testing::IsOk;

const std::vector<DeadlineRule>& Rules() {
  static const auto* const rules = new std::vector<DeadlineRule>{
      {"test.flag", [](UnitOfWork& unit, const internal::v1::Deadline& deadline) {
         unit.Record({.kind = "Flagged", .resource = deadline.resource(), .role = team::v1::ROLE_SYSTEM});
         return absl::OkStatus();
       }}};
  return *rules;
}

class LeaseTest : public ::testing::Test {
 protected:
  internal::v1::TimerLease Lease(const std::string& holder, absl::Duration left) {
    internal::v1::TimerLease lease;
    lease.set_holder(holder);
    *lease.mutable_until() = Stamp(books_.clock.Now() + left);
    return lease;
  }

  void SetMany(int count) {
    ASSERT_THAT(books_.Write([count](UnitOfWork& unit) -> absl::Status {
      for (int i = 0; i < count; ++i) {
        RETURN_IF_ERROR(
            unit.SetDeadline(absl::StrCat("r", i), "test.flag", unit.now() + absl::Hours(1), "hours=1"));
      }
      unit.Record(FactOf("Set", "nmd"));
      return absl::OkStatus();
    }),
                IsOk());
    books_.clock.Advance(absl::Hours(2));
  }

  // How often each resource was flagged.
  std::map<std::string, int> Flagged() {
    std::map<std::string, int> flagged;
    for (const audit::v1::Event& event : books_.Events()) {
      if (event.kind() == "Flagged") ++flagged[event.resource()];
    }
    return flagged;
  }

  Books books_;
  // The ledger of another server on the same store.
  Ledger other_{*books_.store, [this] { return books_.clock.Now(); }};
};

TEST_F(LeaseTest, ItMayBeTakenWhenFreeOwnOverOrFromAWrongClock) {
  const absl::Time now = books_.clock.Now();
  EXPECT_TRUE(MayTake({}, "me", now));
  EXPECT_TRUE(MayTake(Lease("me", absl::Seconds(9)), "me", now));
  EXPECT_TRUE(MayTake(Lease("you", absl::ZeroDuration()), "me", now));
  EXPECT_TRUE(MayTake(Lease("you", absl::Hours(24 * 365)), "me", now));
  EXPECT_FALSE(MayTake(Lease("you", absl::Microseconds(1)), "me", now));
  EXPECT_FALSE(MayTake(Lease("you", kLeaseLength), "me", now));
}

TEST_F(LeaseTest, OneHoldsItAndRenewsItTheOtherWaits) {
  TimerLease mine(*books_.ledger, books_.entropy);
  TimerLease yours(other_, books_.entropy);
  for (int i = 0; i < 100; ++i) {
    EXPECT_TRUE(mine.Hold().value());
    EXPECT_FALSE(yours.Hold().value());
    books_.clock.Advance(absl::Seconds(1));
  }
}

TEST_F(LeaseTest, AfterASilenceAnotherTakesOver) {
  TimerLease mine(*books_.ledger, books_.entropy);
  TimerLease yours(other_, books_.entropy);
  ASSERT_TRUE(mine.Hold().value());
  books_.clock.Advance(kLeaseLength - absl::Microseconds(1));
  EXPECT_FALSE(yours.Hold().value());
  books_.clock.Advance(absl::Microseconds(1));
  EXPECT_TRUE(yours.Hold().value());
  EXPECT_FALSE(mine.Hold().value());
}

TEST_F(LeaseTest, WhoEndsGivesItBack) {
  TimerLease mine(*books_.ledger, books_.entropy);
  TimerLease yours(other_, books_.entropy);
  ASSERT_TRUE(mine.Hold().value());
  ASSERT_THAT(yours.Release(), IsOk());
  EXPECT_FALSE(yours.Hold().value());
  ASSERT_THAT(mine.Release(), IsOk());
  EXPECT_TRUE(yours.Hold().value());
}

TEST_F(LeaseTest, AClockThatWasSetBackDoesNotLockTheTimers) {
  TimerLease mine(*books_.ledger, books_.entropy);
  books_.clock.Advance(absl::Hours(24 * 365));
  ASSERT_TRUE(mine.Hold().value());
  books_.clock.Advance(-absl::Hours(24 * 365));
  TimerLease yours(other_, books_.entropy);
  EXPECT_TRUE(yours.Hold().value());
}

TEST_F(LeaseTest, TheJournalSaysNothingOfIt) {
  TimerLease mine(*books_.ledger, books_.entropy);
  ASSERT_TRUE(mine.Hold().value());
  EXPECT_TRUE(books_.Events().empty());
}

TEST_F(LeaseTest, TwoRunnersInTurnFireEachDeadlineOnce) {
  SetMany(50);
  DeadlineRunner mine(*books_.ledger, Rules(), books_.entropy);
  DeadlineRunner yours(other_, Rules(), books_.entropy);
  EXPECT_EQ(mine.RunDue().value(), 50);
  EXPECT_EQ(yours.RunDue().value(), 0);
  EXPECT_EQ(Flagged().size(), 50U);
}

// Both believe that the lease is theirs: each has read the same due deadlines before either fired one.
TEST_F(LeaseTest, TwoRunnersAtOnceFireEachDeadlineOnce) {
  SetMany(300);
  DeadlineRunner mine(*books_.ledger, Rules(), books_.entropy);
  DeadlineRunner yours(other_, Rules(), books_.entropy);
  std::thread first([&mine] { EXPECT_THAT(mine.RunDue(), IsOk()); });
  std::thread second([&yours] { EXPECT_THAT(yours.RunDue(), IsOk()); });
  first.join();
  second.join();
  const std::map<std::string, int> flagged = Flagged();
  EXPECT_EQ(flagged.size(), 300U);
  for (const auto& [resource, times] : flagged) EXPECT_EQ(times, 1) << resource;
  EXPECT_TRUE(books_.Scan(kDeadlines.id).empty());
}

}  // namespace
}  // namespace waarborg::ledger
