// A deadline keeps rule and start, and all that happened to its date.

#include "gtest/gtest.h"
#include "services/ledger/deadline_table.h"
#include "services/ledger/deadlines.h"
#include "services/ledger/time.h"
#include "services/rules/calendar.h"
#include "tests/services/ledger/books.h"
#include "tests/support/matchers.h"

namespace waarborg::ledger {
namespace {

using internal::v1::Deadline;
using term::v1::TermChange;
using testing::FieldFaults;
using testing::IsOk;
using testing::ReasonIs;

constexpr char kKind[] = "test.flag";

int fired_count = 0;

const std::vector<DeadlineRule>& Rules() {
  static const auto* const rules = new std::vector<DeadlineRule>{
      {kKind, [](UnitOfWork& unit, const Deadline& deadline) {
         ++fired_count;
         unit.Record({.kind = "Flagged", .resource = deadline.resource(), .role = team::v1::ROLE_SYSTEM});
         return absl::OkStatus();
       }}};
  return *rules;
}

absl::Time EndOf(int year, int month, int day) { return EndOfDay(absl::CivilDay(year, month, day)); }

class UnitDeadlinesTest : public ::testing::Test {
 protected:
  UnitDeadlinesTest() { fired_count = 0; }

  // Ten working days from Monday 2 June 2025.
  void SetTerm(absl::string_view provider = "") {
    ASSERT_THAT(Do(
                    [&](UnitOfWork& unit) {
                      return unit.SetDeadline("a", kKind, EndOf(2025, 6, 17), "answer_working_days=10");
                    },
                    provider),
                IsOk());
  }

  absl::Status Do(const std::function<absl::Status(UnitOfWork&)>& change, absl::string_view provider = "") {
    return books_.Write([&](UnitOfWork& unit) -> absl::Status {
      RETURN_IF_ERROR(change(unit));
      Fact fact = FactOf("Changed", "a");
      fact.provider = std::string(provider);
      unit.Record(std::move(fact));
      return absl::OkStatus();
    });
  }

  absl::Status Extend(absl::Time due) {
    return Do([due](UnitOfWork& unit) { return unit.ExtendDeadline("a", kKind, due, "ziek").status(); });
  }
  absl::Status Suspend() {
    return Do([](UnitOfWork& unit) { return unit.SuspendDeadline("a", kKind, "wacht op stukken").status(); });
  }
  absl::Status Resume() {
    return Do([](UnitOfWork& unit) { return unit.ResumeDeadline("a", kKind, "stukken binnen").status(); });
  }

  Deadline Stored() {
    return storage::Table<Deadline>(kDeadlines.id)
        .Get(*books_.store->Read(), DeadlineKey("nmd", "a", kKind))
        .value()
        .value();
  }

  int Fire() { return DeadlineRunner(*books_.ledger, Rules(), books_.entropy).RunDue().value(); }

  std::size_t Entries(storage::TableId index) { return books_.Scan(index).size(); }

  Books books_;
};

TEST_F(UnitDeadlinesTest, AnExtensionKeepsRuleStartAndEarlierDate) {
  SetTerm();
  books_.clock.Advance(absl::Hours(24));
  ASSERT_THAT(Extend(EndOf(2025, 6, 30)), IsOk());
  const Deadline stored = Stored();
  EXPECT_EQ(stored.rule(), "answer_working_days=10");
  EXPECT_EQ(TimeOf(stored.start_time()), books_.clock.Now() - absl::Hours(24));
  EXPECT_EQ(TimeOf(stored.due_time()), EndOf(2025, 6, 30));
  ASSERT_EQ(stored.changes_size(), 1);
  EXPECT_EQ(stored.changes(0).kind(), TermChange::KIND_EXTENDED);
  EXPECT_EQ(stored.changes(0).reason(), "ziek");
  EXPECT_EQ(stored.changes(0).member(), "regions/nmd/members/anna");
  EXPECT_EQ(TimeOf(stored.changes(0).due_time_before()), EndOf(2025, 6, 17));
  EXPECT_EQ(TimeOf(stored.changes(0).due_time_after()), EndOf(2025, 6, 30));
}

TEST_F(UnitDeadlinesTest, AnExtendedOneFiresOnItsNewDayOnly) {
  SetTerm();
  ASSERT_THAT(Extend(EndOf(2025, 6, 30)), IsOk());
  books_.clock.Set(EndOf(2025, 6, 17));
  EXPECT_EQ(Fire(), 0);
  books_.clock.Set(EndOf(2025, 6, 30));
  EXPECT_EQ(Fire(), 1);
}

TEST_F(UnitDeadlinesTest, AnExtensionIsLaterThanTheDateAndThanNow) {
  SetTerm();
  EXPECT_EQ(FieldFaults(Extend(EndOf(2025, 6, 17))),
            std::vector<std::string>{"due_date: DUE_DATE_NOT_LATER"});
  books_.clock.Set(EndOf(2025, 7, 17));
  EXPECT_EQ(FieldFaults(Extend(EndOf(2025, 7, 1))), std::vector<std::string>{"due_date: DUE_DATE_NOT_LATER"});
}

TEST_F(UnitDeadlinesTest, WhileItsClockStandsStillItIsDueAtNoTime) {
  SetTerm("regions/nmd/providers/p1");
  ASSERT_THAT(Suspend(), IsOk());
  for (const storage::TableId index : {storage::tables::kDeadlineByTime, storage::tables::kDeadlineByRegion,
                                       storage::tables::kDeadlineByProvider}) {
    EXPECT_EQ(Entries(index), 0U);
  }
  books_.clock.Set(EndOf(2026, 6, 17));
  EXPECT_EQ(Fire(), 0);
  EXPECT_EQ(fired_count, 0);
}

TEST_F(UnitDeadlinesTest, WhatWasLeftIsLeftAfterResuming) {
  SetTerm();
  books_.clock.Set(absl::FromCivil(absl::CivilSecond(2025, 6, 4, 10), LocalZone()));
  ASSERT_THAT(Suspend(), IsOk());
  books_.clock.Set(absl::FromCivil(absl::CivilSecond(2025, 6, 30, 10), LocalZone()));
  ASSERT_THAT(Resume(), IsOk());
  const Deadline stored = Stored();
  EXPECT_EQ(TimeOf(stored.due_time()), EndOf(2025, 7, 10));
  EXPECT_FALSE(stored.has_suspend_time());
  ASSERT_EQ(stored.changes_size(), 2);
  EXPECT_EQ(stored.changes(0).kind(), TermChange::KIND_SUSPENDED);
  EXPECT_FALSE(stored.changes(0).has_due_time_after());
  EXPECT_EQ(stored.changes(1).kind(), TermChange::KIND_RESUMED);
  books_.clock.Set(EndOf(2025, 7, 10));
  EXPECT_EQ(Fire(), 1);
}

TEST_F(UnitDeadlinesTest, AClockIsStoppedAndStartedOnceEach) {
  SetTerm();
  EXPECT_THAT(Resume(), ReasonIs("TERM_RUNS"));
  ASSERT_THAT(Suspend(), IsOk());
  EXPECT_THAT(Suspend(), ReasonIs("TERM_SUSPENDED"));
  EXPECT_THAT(Extend(EndOf(2025, 8, 1)), ReasonIs("TERM_SUSPENDED"));
  EXPECT_THAT(Resume(), IsOk());
}

TEST_F(UnitDeadlinesTest, WhatIsNotSetCannotBeMoved) {
  EXPECT_THAT(Extend(EndOf(2025, 8, 1)), ReasonIs("TERM_NOT_FOUND"));
  EXPECT_THAT(Suspend(), ReasonIs("TERM_NOT_FOUND"));
  EXPECT_THAT(Resume(), ReasonIs("TERM_NOT_FOUND"));
}

TEST_F(UnitDeadlinesTest, TheNumberOfChangesIsBounded) {
  SetTerm();
  for (int i = 0; i < 200; ++i) ASSERT_THAT(Extend(EndOf(2025, 6, 18) + i * absl::Hours(24)), IsOk());
  EXPECT_THAT(Extend(EndOf(2027, 1, 1)), ReasonIs("TERM_CHANGED_TOO_OFTEN"));
}

TEST_F(UnitDeadlinesTest, ItIsAboutTheProviderOfTheFactThatTellsOfIt) {
  SetTerm("regions/nmd/providers/p1");
  EXPECT_EQ(Stored().provider(), "regions/nmd/providers/p1");
  EXPECT_EQ(Entries(storage::tables::kDeadlineByProvider), 1U);
  const audit::v1::Event event = books_.Events().back();
  ASSERT_EQ(event.changes_size(), 1);
  Deadline after;
  ASSERT_TRUE(after.ParseFromString(event.changes(0).after()));
  EXPECT_EQ(after.provider(), "regions/nmd/providers/p1");
}

TEST_F(UnitDeadlinesTest, ARecordThatChangedUnderTheFactOfAnotherIsToldOf) {
  std::vector<Fact> told;
  ASSERT_THAT(books_.Write([&told](UnitOfWork& unit) -> absl::Status {
    Member member;
    member.set_name("regions/nmd/members/bo");
    RETURN_IF_ERROR(unit.Put(kPeople, KeyOf("bo"), member));
    unit.Record(FactOf("Greeted", "regions/nmd/members/anna"));
    told = unit.ToldFacts();
    return absl::OkStatus();
  }),
              IsOk());
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].kind, "Greeted");
  EXPECT_EQ(told[1].kind, "");
  EXPECT_EQ(told[1].resource, "regions/nmd/members/bo");
}

TEST_F(UnitDeadlinesTest, ATermUpToTheEndOfADayLastsThatDayWhereTheClockChanges) {
  for (const auto& [month, day] : {std::pair{3, 29}, std::pair{10, 25}}) {
    const absl::CivilDay last(2026, month, day);
    const absl::Time due = EndOfDay(last);
    books_.clock.Set(due - absl::Hours(48));
    ASSERT_THAT(Do([due](UnitOfWork& unit) { return unit.SetDeadline("a", kKind, due, "days=1"); }), IsOk());
    books_.clock.Set(absl::FromCivil(absl::CivilSecond(2026, month, day, 23, 59, 59), LocalZone()));
    EXPECT_EQ(Fire(), 0) << last;
    books_.clock.Advance(absl::Seconds(1));
    EXPECT_EQ(Fire(), 1) << last;
  }
}

}  // namespace
}  // namespace waarborg::ledger
