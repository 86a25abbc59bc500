// One commit for everything a command does, or nothing at all.

#include "gtest/gtest.h"
#include "tests/services/ledger/books.h"
#include "tests/storage/gate.h"
#include "tests/support/matchers.h"

namespace waarborg::ledger {
namespace {

using testing::IsOk;
using testing::ReasonIs;
using testing::StatusIs;

class UnitOfWorkTest : public ::testing::Test {
 protected:
  Books books_;
};

absl::StatusOr<Member> ChangeAndSayNothing(UnitOfWork& unit, const CreateMemberRequest& request) {
  RETURN_IF_ERROR(unit.Put(kPeople, KeyOf(request.member_id()), request.member()));
  return request.member();
}

absl::StatusOr<Member> SayAndThenChange(UnitOfWork& unit, const CreateMemberRequest& request) {
  unit.Record(FactOf("TooEarly", "regions/nmd"));
  return ChangeAndSayNothing(unit, request);
}

absl::StatusOr<Member> ChangeAndRefuse(UnitOfWork& unit, const CreateMemberRequest& request) {
  RETURN_IF_ERROR(HireMember(unit, request).status());
  return call::error::NotFound("PROVIDER", "p1");
}

absl::StatusOr<Member> Rehearse(UnitOfWork& unit, const CreateMemberRequest& request) {
  unit.Rehearse();
  return HireMember(unit, request);
}

absl::StatusOr<Member> ReadOnly(UnitOfWork& unit, const CreateMemberRequest& request) {
  ASSIGN_OR_RETURN(const std::optional<Member> member, unit.Get(kPeople, KeyOf(request.member_id())));
  return member.value_or(Member());
}

TEST_F(UnitOfWorkTest, ChangesThatNoEventTellsOfAreRefused) {
  for (const auto command : {&ChangeAndSayNothing, &SayAndThenChange}) {
    EXPECT_THAT(books_.Run(command, books_.CallBy("anna", "r1"), Hire("bo")), StatusIs(absl::StatusCode::kInternal));
  }
  EXPECT_FALSE(books_.Find("bo").has_value());
  EXPECT_TRUE(books_.Events().empty());
  EXPECT_TRUE(books_.Scan(storage::tables::kRequest).empty());
}

TEST_F(UnitOfWorkTest, ARefusalAfterChangesLeavesNoTrace) {
  EXPECT_THAT(books_.Run(&ChangeAndRefuse, books_.CallBy("anna", "r1"), Hire("bo")), ReasonIs("PROVIDER_NOT_FOUND"));
  EXPECT_FALSE(books_.Find("bo").has_value());
  EXPECT_TRUE(books_.Events().empty());
  EXPECT_TRUE(books_.Scan(storage::tables::kRequest).empty());
  EXPECT_TRUE(books_.Scan(storage::tables::kJournalHead).empty());
}

TEST_F(UnitOfWorkTest, ARehearsalAnswersAsIfAndKeepsNothing) {
  const absl::StatusOr<Member> answer = books_.Run(&Rehearse, books_.CallBy("anna", "r1"), Hire("bo"));
  ASSERT_THAT(answer, IsOk());
  EXPECT_EQ(answer->name(), "regions/nmd/members/bo");
  EXPECT_FALSE(books_.Find("bo").has_value());
  EXPECT_TRUE(books_.Events().empty());
  EXPECT_TRUE(books_.Scan(storage::tables::kRequest).empty());
}

TEST_F(UnitOfWorkTest, ARehearsalIsRefusedAsTheActWouldBe) {
  ASSERT_THAT(books_.Run(&HireMember, books_.CallBy("anna"), Hire("bo")), IsOk());
  EXPECT_THAT(books_.Run(&Rehearse, books_.CallBy("anna"), Hire("bo")), ReasonIs("MEMBER_EXISTS"));
}

TEST_F(UnitOfWorkTest, AfterTheDeadlineNothingRuns) {
  call::Call call = books_.CallBy("anna", "r1");
  call.deadline = books_.clock.Now();
  books_.clock.Advance(absl::Microseconds(1));
  const absl::StatusOr<Member> late = books_.Run(&HireMember, call, Hire("bo"));
  EXPECT_THAT(late, StatusIs(absl::StatusCode::kDeadlineExceeded));
  EXPECT_THAT(late, ReasonIs("DEADLINE_PASSED"));
  EXPECT_FALSE(books_.Find("bo").has_value());
  EXPECT_TRUE(books_.Events().empty());
}

TEST_F(UnitOfWorkTest, AtItsDeadlineACallStillRuns) {
  call::Call call = books_.CallBy("anna", "r1");
  call.deadline = books_.clock.Now();
  EXPECT_THAT(books_.Run(&HireMember, call, Hire("bo")), IsOk());
}

TEST_F(UnitOfWorkTest, WhatOnlyReadsNeedsNoEventAndLeavesNone) {
  EXPECT_THAT(books_.Run(&ReadOnly, books_.CallBy("anna", "r1"), Hire("bo")), IsOk());
  EXPECT_TRUE(books_.Events().empty());
}

TEST_F(UnitOfWorkTest, AnEventSaysWhoDidWhatUnderWhichRequest) {
  call::Call call = books_.CallBy("anna", "r1");
  call.traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  ASSERT_THAT(books_.Run(&HireMember, call, Hire("bo")), IsOk());
  const audit::v1::Event event = books_.Events().at(0);
  EXPECT_EQ(event.name(), "regions/nmd/events/1");
  EXPECT_EQ(event.actor(), "regions/nmd/members/anna");
  EXPECT_EQ(event.role(), team::v1::ROLE_ADMINISTRATOR);
  EXPECT_EQ(event.kind(), "MemberCreated");
  EXPECT_EQ(event.resource(), "regions/nmd/members/bo");
  EXPECT_EQ(event.request_id(), "r1");
  EXPECT_EQ(event.traceparent(), call.traceparent);
}

TEST_F(UnitOfWorkTest, EachEventCarriesTheChangesMadeSinceTheOneBefore) {
  ASSERT_THAT(books_.Write([](UnitOfWork& unit) -> absl::Status {
    Member member;
    member.set_display_name("Bo");
    RETURN_IF_ERROR(unit.Put(kPeople, KeyOf("bo"), member));
    RETURN_IF_ERROR(unit.Put(kPeople, KeyOf("cy"), member));
    unit.Record(FactOf("First", "regions/nmd"));
    unit.Record(FactOf("Second", "regions/nmd"));
    RETURN_IF_ERROR(unit.Delete(kPeople, KeyOf("bo")));
    unit.Record(FactOf("Third", "regions/nmd"));
    return absl::OkStatus();
  }),
              IsOk());
  const std::vector<audit::v1::Event> events = books_.Events();
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(events[0].changes_size(), 2);
  EXPECT_EQ(events[1].changes_size(), 0);
  ASSERT_EQ(events[2].changes_size(), 1);
  EXPECT_EQ(events[2].changes(0).key(), KeyOf("bo"));
  EXPECT_EQ(events[2].changes(0).type(), "");
}

TEST_F(UnitOfWorkTest, AUnitReadsItsOwnWrites) {
  ASSERT_THAT(books_.Write([](UnitOfWork& unit) -> absl::Status {
    Member member;
    member.set_display_name("Bo");
    RETURN_IF_ERROR(unit.Put(kPeople, KeyOf("bo"), member));
    ASSIGN_OR_RETURN(const std::optional<Member> read, unit.Get(kPeople, KeyOf("bo")));
    EXPECT_TRUE(read.has_value());
    RETURN_IF_ERROR(unit.Delete(kPeople, KeyOf("bo")));
    ASSIGN_OR_RETURN(const std::optional<Member> gone, unit.Get(kPeople, KeyOf("bo")));
    EXPECT_FALSE(gone.has_value());
    unit.Record(FactOf("LookedAround", "regions/nmd"));
    return absl::OkStatus();
  }),
              IsOk());
}

TEST_F(UnitOfWorkTest, AnIndexEntryFollowsItsRecord) {
  const auto put = [this](absl::string_view provider) {
    return books_.Write([provider](UnitOfWork& unit) -> absl::Status {
      Member member;
      member.set_provider(std::string(provider));
      RETURN_IF_ERROR(unit.Put(kPeople, KeyOf("bo"), member));
      unit.Record(FactOf("MemberUpdated", "regions/nmd/members/bo"));
      return absl::OkStatus();
    });
  };
  const auto entry = [](absl::string_view provider) {
    return storage::KeyBuilder().Text(provider).Text(KeyOf("bo")).Take();
  };
  ASSERT_THAT(put("p1"), IsOk());
  ASSERT_THAT(put("p2"), IsOk());
  const auto moved = books_.Scan(kPeople.index_id);
  ASSERT_EQ(moved.size(), 1U);
  EXPECT_EQ(moved[0].first, entry("p2"));
  EXPECT_EQ(moved[0].second, KeyOf("bo"));
  ASSERT_THAT(put(""), IsOk());
  EXPECT_TRUE(books_.Scan(kPeople.index_id).empty());
}

TEST_F(UnitOfWorkTest, AFullQueueIsSaidInWords) {
  absl::StatusOr<std::unique_ptr<storage::Store>> narrow =
      storage::Open({.directory = "/narrow", .in_memory = true, .queue_capacity = 1});
  ASSERT_THAT(narrow, IsOk());
  Ledger ledger(**narrow, [this] { return books_.clock.Now(); });
  storage::Blocker blocker(**narrow);
  storage::Answers waiting;
  (*narrow)->Write([](storage::Transaction&) { return absl::OkStatus(); }, waiting.Expect());
  const absl::Status refused = ledger.RunAndWait(books_.CallBy("anna"), [](UnitOfWork&) { return absl::OkStatus(); });
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kResourceExhausted));
  EXPECT_THAT(refused, ReasonIs("QUEUE_FULL"));
  blocker.Release();
  waiting.Await();
}

}  // namespace
}  // namespace waarborg::ledger
