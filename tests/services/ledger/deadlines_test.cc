// Deadlines fire when they are due, once each, and one that fails stops no other.

#include "gtest/gtest.h"
#include "services/ledger/deadline_table.h"
#include "services/ledger/deadlines.h"
#include "services/ledger/time.h"
#include "tests/services/ledger/books.h"
#include "tests/support/matchers.h"

namespace waarborg::ledger {
namespace {

using testing::IsOk;
using testing::StatusIs;

const std::vector<DeadlineRule>& Rules() {
  static const auto* const rules = new std::vector<DeadlineRule>{
      {"test.flag",
       [](UnitOfWork& unit, const internal::v1::Deadline& deadline) {
         unit.Record({.kind = "Flagged", .resource = deadline.resource(), .role = team::v1::ROLE_SYSTEM});
         return absl::OkStatus();
       }},
      {"test.nothing", [](UnitOfWork&, const internal::v1::Deadline&) { return absl::OkStatus(); }},
      {"test.fails",
       [](UnitOfWork& unit, const internal::v1::Deadline& deadline) -> absl::Status {
         unit.Record(FactOf("Never", deadline.resource()));
         return absl::DataLossError("cannot be read");
       }},
      {"test.again", [](UnitOfWork& unit, const internal::v1::Deadline& deadline) -> absl::Status {
         RETURN_IF_ERROR(
             unit.SetDeadline(deadline.resource(), deadline.kind(), unit.now() + absl::Hours(1), "every_hour=1"));
         unit.Record({.kind = "Reminded", .resource = deadline.resource(), .role = team::v1::ROLE_SYSTEM});
         return absl::OkStatus();
       }}};
  return *rules;
}

class DeadlinesTest : public ::testing::Test {
 protected:
  void Set(absl::string_view resource, absl::string_view kind, absl::Duration in) {
    ASSERT_THAT(books_.Write([&](UnitOfWork& unit) -> absl::Status {
      RETURN_IF_ERROR(unit.SetDeadline(resource, kind, unit.now() + in, "days=1"));
      unit.Record(FactOf("Set", resource));
      return absl::OkStatus();
    }),
                IsOk());
  }

  absl::StatusOr<int> RunDue() { return DeadlineRunner(*books_.ledger, Rules(), books_.entropy).RunDue(); }

  // How many events of a kind there are.
  int Count(absl::string_view kind) {
    int count = 0;
    for (const audit::v1::Event& event : books_.Events()) count += event.kind() == kind ? 1 : 0;
    return count;
  }

  std::size_t Waiting() { return books_.Scan(kDeadlines.id).size(); }

  Books books_;
};

TEST_F(DeadlinesTest, BeforeItsMomentNothingFires) {
  Set("a", "test.flag", absl::Hours(1));
  books_.clock.Advance(absl::Hours(1) - absl::Microseconds(1));
  EXPECT_EQ(RunDue().value(), 0);
  EXPECT_EQ(Count("Flagged"), 0);
  EXPECT_EQ(Waiting(), 1U);
}

TEST_F(DeadlinesTest, AtItsMomentItFiresOnceAndIsGone) {
  Set("a", "test.flag", absl::Hours(1));
  books_.clock.Advance(absl::Hours(1));
  EXPECT_EQ(RunDue().value(), 1);
  EXPECT_EQ(RunDue().value(), 0);
  EXPECT_EQ(Count("Flagged"), 1);
  EXPECT_EQ(Waiting(), 0U);
  EXPECT_TRUE(books_.Scan(kDeadlines.index_id).empty());
}

TEST_F(DeadlinesTest, OnlyTheDueOnesFireInOrderOfTime) {
  Set("late", "test.flag", absl::Hours(3));
  Set("second", "test.flag", absl::Hours(2));
  Set("first", "test.flag", absl::Hours(1));
  books_.clock.Advance(absl::Hours(2));
  EXPECT_EQ(RunDue().value(), 2);
  const std::vector<audit::v1::Event> events = books_.Events();
  ASSERT_EQ(events.size(), 5U);
  EXPECT_EQ(events[3].resource(), "first");
  EXPECT_EQ(events[4].resource(), "second");
  EXPECT_EQ(Waiting(), 1U);
}

TEST_F(DeadlinesTest, ItFiresAsTheSystemAndInItsOwnRegion) {
  Set("a", "test.flag", absl::Hours(1));
  books_.clock.Advance(absl::Hours(1));
  ASSERT_THAT(RunDue(), IsOk());
  const audit::v1::Event event = books_.Events().back();
  EXPECT_EQ(event.actor(), "system");
  EXPECT_EQ(event.role(), team::v1::ROLE_SYSTEM);
  EXPECT_EQ(TimeOf(event.time()), books_.clock.Now());
}

TEST_F(DeadlinesTest, ALaterMomentReplacesTheEarlierOne) {
  Set("a", "test.flag", absl::Hours(1));
  Set("a", "test.flag", absl::Hours(5));
  EXPECT_EQ(books_.Scan(kDeadlines.index_id).size(), 1U);
  books_.clock.Advance(absl::Hours(2));
  EXPECT_EQ(RunDue().value(), 0);
  books_.clock.Advance(absl::Hours(3));
  EXPECT_EQ(RunDue().value(), 1);
}

TEST_F(DeadlinesTest, KindsOfOneResourceStandApart) {
  Set("a", "test.flag", absl::Hours(1));
  Set("a", "test.again", absl::Hours(5));
  EXPECT_EQ(Waiting(), 2U);
}

TEST_F(DeadlinesTest, WhatIsClearedDoesNotFire) {
  Set("a", "test.flag", absl::Hours(1));
  ASSERT_THAT(books_.Write([](UnitOfWork& unit) -> absl::Status {
    RETURN_IF_ERROR(unit.ClearDeadline("a", "test.flag"));
    unit.Record(FactOf("Cleared", "a"));
    return absl::OkStatus();
  }),
              IsOk());
  books_.clock.Advance(absl::Hours(2));
  EXPECT_EQ(RunDue().value(), 0);
  EXPECT_EQ(Count("Flagged"), 0);
}

TEST_F(DeadlinesTest, ClearingWhatWasNeverSetChangesNothing) {
  EXPECT_THAT(books_.Write([](UnitOfWork& unit) { return unit.ClearDeadline("a", "test.flag"); }), IsOk());
  EXPECT_TRUE(books_.Events().empty());
}

TEST_F(DeadlinesTest, OneThatFailsStopsNoOtherAndStaysForTheNextTime) {
  Set("a", "test.fails", absl::Hours(1));
  Set("b", "test.flag", absl::Hours(2));
  books_.clock.Advance(absl::Hours(3));
  EXPECT_THAT(RunDue(), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_EQ(Count("Flagged"), 1);
  EXPECT_EQ(Count("Never"), 0);
  EXPECT_EQ(Waiting(), 1U);
  EXPECT_THAT(RunDue(), StatusIs(absl::StatusCode::kDataLoss));
}

TEST_F(DeadlinesTest, AThousandFailingDeadlinesStopNoOther) {
  ASSERT_THAT(books_.Write([](UnitOfWork& unit) -> absl::Status {
    for (int i = 0; i < 1000; ++i) {
      RETURN_IF_ERROR(
          unit.SetDeadline(absl::StrCat("broken-", i), "test.fails", unit.now() + absl::Hours(1), "days=1"));
    }
    unit.Record(FactOf("Set", "nmd"));
    return absl::OkStatus();
  }),
              IsOk());
  Set("late", "test.flag", absl::Hours(2));
  books_.clock.Advance(absl::Hours(3));
  EXPECT_THAT(RunDue(), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_EQ(Count("Flagged"), 1);
  EXPECT_EQ(Waiting(), 1000U);
}

TEST_F(DeadlinesTest, OneThatFailsIsLeftAloneForTwiceAsLongEachTime) {
  Set("a", "test.fails", absl::Hours(1));
  books_.clock.Advance(absl::Hours(1));
  DeadlineRunner runner(*books_.ledger, Rules(), books_.entropy);
  for (const absl::Duration wait : {absl::Seconds(1), absl::Seconds(2), absl::Seconds(4)}) {
    EXPECT_THAT(runner.RunDue(), StatusIs(absl::StatusCode::kDataLoss));
    books_.clock.Advance(wait - absl::Microseconds(1));
    EXPECT_EQ(runner.RunDue().value(), 0);
    books_.clock.Advance(absl::Microseconds(1));
  }
  EXPECT_THAT(runner.RunDue(), StatusIs(absl::StatusCode::kDataLoss));
}

TEST_F(DeadlinesTest, AKindWithoutARuleIsAnErrorAndStays) {
  Set("a", "test.unknown", absl::Hours(1));
  books_.clock.Advance(absl::Hours(1));
  EXPECT_THAT(RunDue(), StatusIs(absl::StatusCode::kInternal));
  EXPECT_EQ(Waiting(), 1U);
}

TEST_F(DeadlinesTest, OneThatNoLongerMattersIsToldAsPassed) {
  Set("a", "test.nothing", absl::Hours(1));
  books_.clock.Advance(absl::Hours(1));
  EXPECT_EQ(RunDue().value(), 1);
  EXPECT_EQ(books_.Events().back().kind(), "DeadlinePassed");
  EXPECT_EQ(books_.Events().back().resource(), "a");
  EXPECT_EQ(Waiting(), 0U);
}

TEST_F(DeadlinesTest, ARuleMaySetTheNextMoment) {
  Set("a", "test.again", absl::Hours(1));
  for (int hour = 1; hour <= 3; ++hour) {
    books_.clock.Advance(absl::Hours(1));
    EXPECT_EQ(RunDue().value(), 1);
    EXPECT_EQ(Count("Reminded"), hour);
    EXPECT_EQ(Waiting(), 1U);
  }
}

TEST_F(DeadlinesTest, WhatPassedWhileTheServerWasDownFiresAtTheNextStart) {
  Set("a", "test.flag", absl::Hours(1));
  books_.clock.Advance(absl::Hours(24 * 7));
  books_.Reopen();
  EXPECT_EQ(RunDue().value(), 1);
}

// storage/schema.h: the keys of the index are the due time and then the parts of the record's own key.
TEST_F(DeadlinesTest, TheIndexByTimeHasTheKeyThatTheSchemaNames) {
  Set("a", "test.flag", absl::Hours(1));
  const auto rows = books_.Scan(kDeadlines.index_id);
  ASSERT_EQ(rows.size(), 1U);
  const auto due = static_cast<std::uint64_t>(absl::ToUnixMicros(books_.clock.Now() + absl::Hours(1)));
  EXPECT_EQ(rows[0].first, storage::KeyBuilder().Number(due).Text("nmd").Text("a").Text("test.flag").Take());
}

}  // namespace
}  // namespace waarborg::ledger
