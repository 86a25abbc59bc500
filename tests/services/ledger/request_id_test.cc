// A retry under the same request id gets the first answer, whatever happens in between.

#include <thread>
#include <vector>

#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "services/ledger/request_log.h"
#include "services/ledger/size.h"
#include "tests/services/ledger/books.h"
#include "tests/support/matchers.h"

namespace waarborg::ledger {
namespace {

using testing::IsOk;
using testing::ReasonIs;
using testing::StatusIs;

class RequestIdTest : public ::testing::Test {
 protected:
  Books books_;
};

TEST_F(RequestIdTest, TheSameRequestGetsTheFirstAnswerAgain) {
  const call::Call call = books_.CallBy("anna", "r1");
  const absl::StatusOr<Member> first = books_.Run(&HireMember, call, Hire("bo"));
  ASSERT_THAT(first, IsOk());
  books_.clock.Advance(absl::Hours(1));
  const absl::StatusOr<Member> again = books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo"));
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->SerializeAsString(), first->SerializeAsString());
  EXPECT_EQ(books_.Events().size(), 1U);
}

TEST_F(RequestIdTest, TheFirstAnswerOutlivesAClosedStore) {
  const absl::StatusOr<Member> first = books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo"));
  ASSERT_THAT(first, IsOk());
  books_.Reopen();
  const absl::StatusOr<Member> again = books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo"));
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->SerializeAsString(), first->SerializeAsString());
  EXPECT_EQ(books_.Events().size(), 1U);
}

TEST_F(RequestIdTest, TheFirstAnswerIsGivenEvenWhenTheRecordHasChangedSince) {
  ASSERT_THAT(books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo")), IsOk());
  ASSERT_THAT(books_.Write([](UnitOfWork& unit) -> absl::Status {
    Member changed;
    changed.set_display_name("Other");
    RETURN_IF_ERROR(unit.Put(kPeople, KeyOf("bo"), changed));
    unit.Record(FactOf("MemberUpdated", "regions/nmd/members/bo"));
    return absl::OkStatus();
  }),
              IsOk());
  const absl::StatusOr<Member> again = books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo"));
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->display_name(), "Anna");
}

TEST_F(RequestIdTest, AnotherRequestUnderTheSameIdIsRefused) {
  ASSERT_THAT(books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo")), IsOk());
  const absl::StatusOr<Member> other = books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("cy"));
  EXPECT_THAT(other, StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_THAT(other, ReasonIs("REQUEST_ID_REUSED"));
  EXPECT_FALSE(books_.Find("cy").has_value());
  EXPECT_EQ(books_.Events().size(), 1U);
}

TEST_F(RequestIdTest, AnIdBelongsToOneMemberOneMethodAndOneRegion) {
  ASSERT_THAT(books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo")), IsOk());
  EXPECT_THAT(books_.Run(&HireMember, books_.CallBy("dirk", "r1"), Hire("cy")), IsOk());
  call::Call other_method = books_.CallBy("anna", "r1");
  other_method.method = "test/Other";
  EXPECT_THAT(books_.Run(&HireMember, other_method, Hire("ed")), IsOk());
  call::Call other_region = books_.CallBy("anna", "r1");
  other_region.region = "zorgkantoor";
  EXPECT_THAT(books_.Run(&HireMember, other_region, Hire("flo")), IsOk());
}

TEST_F(RequestIdTest, WithoutAnIdNothingIsRemembered) {
  ASSERT_THAT(books_.Run(&HireMember, books_.CallBy("anna"), Hire("bo")), IsOk());
  EXPECT_THAT(books_.Run(&HireMember, books_.CallBy("anna"), Hire("bo")), ReasonIs("MEMBER_EXISTS"));
  EXPECT_TRUE(books_.Scan(storage::tables::kRequest).empty());
}

TEST_F(RequestIdTest, ConcurrentCallsWithOneIdExecuteOnce) {
  constexpr int kCallers = 16;
  std::vector<absl::StatusOr<Member>> answers(kCallers, absl::UnknownError("none"));
  std::vector<std::thread> callers;
  for (int i = 0; i < kCallers; ++i) {
    callers.emplace_back(
        [this, &answers, i] { answers[i] = books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo")); });
  }
  for (std::thread& caller : callers) caller.join();
  for (const absl::StatusOr<Member>& answer : answers) {
    ASSERT_THAT(answer, IsOk());
    EXPECT_EQ(answer->name(), "regions/nmd/members/bo");
  }
  EXPECT_EQ(books_.Events().size(), 1U);
}

TEST_F(RequestIdTest, AFailureIsNotRemembered) {
  ASSERT_THAT(books_.Run(&HireMember, books_.CallBy("anna"), Hire("bo")), IsOk());
  ASSERT_THAT(books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo")), ReasonIs("MEMBER_EXISTS"));
  ASSERT_THAT(books_.Write([](UnitOfWork& unit) -> absl::Status {
    RETURN_IF_ERROR(unit.Delete(kPeople, KeyOf("bo")));
    unit.Record(FactOf("MemberRemoved", "regions/nmd/members/bo"));
    return absl::OkStatus();
  }),
              IsOk());
  EXPECT_THAT(books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo")), IsOk());
}

TEST_F(RequestIdTest, AnAnswerIsForgottenAfterThirtyDaysAndNotBefore) {
  ASSERT_THAT(books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo")), IsOk());
  books_.clock.Advance(kRememberFor);
  EXPECT_EQ(books_.ledger->ForgetOldAnswers().value(), 0);
  EXPECT_THAT(books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo")), IsOk());
  books_.clock.Advance(absl::Microseconds(1));
  EXPECT_EQ(books_.ledger->ForgetOldAnswers().value(), 1);
  EXPECT_THAT(books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo")), ReasonIs("MEMBER_EXISTS"));
  EXPECT_TRUE(books_.Scan(storage::tables::kRequest).empty());
  EXPECT_TRUE(books_.Scan(storage::tables::kRequestByTime).empty());
}

TEST_F(RequestIdTest, ForgettingTakesAThousandAtATime) {
  const call::Call call = books_.CallBy("anna");
  ASSERT_THAT(storage::WriteAndWait(*books_.store,
                                    [&call](storage::Transaction& transaction) {
                                      for (int i = 0; i < 1001; ++i) {
                                        call::Call one = call;
                                        one.request_id = absl::StrCat("r", i);
                                        RememberAnswer(transaction, one, "digest", "answer");
                                      }
                                      return absl::OkStatus();
                                    }),
              IsOk());
  books_.clock.Advance(kRememberFor + absl::Seconds(1));
  EXPECT_EQ(books_.ledger->ForgetOldAnswers().value(), 1000);
  EXPECT_EQ(books_.ledger->ForgetOldAnswers().value(), 1);
  EXPECT_EQ(books_.ledger->ForgetOldAnswers().value(), 0);
}

// storage/schema.h: the keys of the index are time and then the parts of the record's own key.
TEST_F(RequestIdTest, TheIndexByTimeHasTheKeyThatTheSchemaNames) {
  ASSERT_THAT(books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo")), IsOk());
  const auto rows = books_.Scan(storage::tables::kRequestByTime);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].first, storage::KeyBuilder()
                               .Number(static_cast<std::uint64_t>(absl::ToUnixMicros(books_.clock.Now())))
                               .Text("nmd")
                               .Text("regions/nmd/members/anna")
                               .Text("test/Hire")
                               .Text("r1")
                               .Take());
}

absl::StatusOr<Member> HireSomeoneLarge(UnitOfWork& unit, const CreateMemberRequest& request) {
  ASSIGN_OR_RETURN(Member member, HireMember(unit, request));
  member.set_display_name(std::string(kMostRecordBytes + 1, 'x'));
  return member;
}

TEST_F(RequestIdTest, AnActThatWouldNotFitAnAnswerIsRefusedAndWritesNothing) {
  EXPECT_THAT(books_.Run(&HireSomeoneLarge, books_.CallBy("anna", "r1"), Hire("bo")), ReasonIs("RECORD_TOO_LARGE"));
  EXPECT_FALSE(books_.Find("bo").has_value());
  EXPECT_TRUE(books_.Events().empty());
  EXPECT_THAT(books_.Run(&HireMember, books_.CallBy("anna", "r1"), Hire("bo")), IsOk());
}

TEST_F(RequestIdTest, AnEventThatCouldNotBeShownIsRefusedAndWritesNothing) {
  EXPECT_THAT(books_.Write([](UnitOfWork& unit) -> absl::Status {
    Member member;
    member.set_display_name(std::string(kMostRecordBytes, 'x'));
    RETURN_IF_ERROR(unit.Put(kPeople, KeyOf("bo"), member));
    unit.Record(FactOf("Stored", "regions/nmd"));
    return absl::OkStatus();
  }),
              ReasonIs("RECORD_TOO_LARGE"));
  EXPECT_FALSE(books_.Find("bo").has_value());
}

}  // namespace
}  // namespace waarborg::ledger
