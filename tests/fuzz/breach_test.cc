// Every promise can fail: an answer, an event or a store is spoilt, and the guard names what is broken.

#include <string>

#include "absl/strings/match.h"
#include "clients/cpp/services.h"
#include "gmock/gmock.h"
#include "google/protobuf/timestamp.pb.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "gtest/gtest.h"
#include "services/call/error.h"
#include "services/edge/grpc_status.h"
#include "services/edge/limits.h"
#include "services/ledger/ledger.h"
#include "services/ledger/record_table.h"
#include "services/team/records.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "tests/fuzz/house.h"
#include "tests/fuzz/siege.h"
#include "tests/fuzz/traces.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/team/v1/team.pb.h"

namespace waarborg::fuzz {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

Attempt Asking(const char* rpc, const std::string& bytes = "") {
  return {.method = client::FindMethod(rpc), .member = kAdministrator, .bytes = bytes};
}

Answer Ended(grpc::Status status) { return {.in_time = true, .status = std::move(status), .messages = {}}; }

grpc::Status OurStatus(const absl::Status& status) {
  return edge::ToGrpcStatus(status, testing::FakeEntropy(), [](absl::string_view) {});
}

// The same refusal, its details changed.
template <class Change>
Answer Spoilt(const absl::Status& status, const Change& change) {
  const grpc::Status good = OurStatus(status);
  google::rpc::Status details;
  EXPECT_TRUE(details.ParseFromString(good.error_details()));
  change(details);
  return Ended(grpc::Status(good.error_code(), good.error_message(), details.SerializeAsString()));
}

absl::Status Faulty() {
  call::Violations violations;
  violations.Add("name", "REQUIRED");
  return violations.ToStatus();
}

TEST(AnswerBreach, ARefusalInOurWordsIsNone) {
  EXPECT_THAT(BreachesOf(Asking("GetMember"), Ended(OurStatus(call::error::NotFound("MEMBER", "x")))),
              IsEmpty());
  EXPECT_THAT(BreachesOf(Asking("GetMember"), Ended(OurStatus(Faulty()))), IsEmpty());
}

TEST(AnswerBreach, AFailureIsNamed) {
  for (const absl::StatusCode code :
       {absl::StatusCode::kUnknown, absl::StatusCode::kInternal, absl::StatusCode::kDataLoss,
        absl::StatusCode::kUnavailable, absl::StatusCode::kDeadlineExceeded, absl::StatusCode::kUnimplemented,
        absl::StatusCode::kCancelled, absl::StatusCode::kResourceExhausted}) {
    const Answer answer = Ended(OurStatus(call::Error(code, "QUEUE_FULL")));
    EXPECT_THAT(BreachesOf(Asking("GetMember"), answer), ElementsAre(StartsWith("AnswersAreNeverFailures")))
        << code;
  }
  const Answer inner = Ended(OurStatus(absl::NotFoundError("an engine's words")));
  EXPECT_THAT(BreachesOf(Asking("GetMember"), inner), ElementsAre(StartsWith("AnswersAreNeverFailures")));
}

TEST(AnswerBreach, ARefusalThatDoesNotSayWhyIsNamed) {
  const auto expect_named = [](const Answer& answer) {
    EXPECT_THAT(BreachesOf(Asking("GetMember"), answer), Contains(StartsWith("RefusalsSayWhy")));
  };
  expect_named(Ended(grpc::Status(grpc::StatusCode::NOT_FOUND, "not there")));
  expect_named(Spoilt(Faulty(), [](google::rpc::Status& details) { details.set_code(5); }));
  for (int left_out = 0; left_out < 4; ++left_out) {  // reason, Dutch, English, fields
    expect_named(Spoilt(Faulty(), [left_out](google::rpc::Status& details) {
      ASSERT_EQ(details.details_size(), 4);
      details.mutable_details()->DeleteSubrange(left_out, 1);
    }));
  }
}

TEST(AnswerBreach, ARefusalThatDoesNotFitIsNamed) {
  const Answer answer = Spoilt(Faulty(), [](google::rpc::Status& details) {
    details.set_message(std::string(edge::limits::kMetadataBytes, 'x'));
  });
  EXPECT_THAT(BreachesOf(Asking("GetMember"), answer), ElementsAre(StartsWith("RefusalsFitIntoMetadata")));
}

TEST(AnswerBreach, AnAnswerThatIsNoMessageIsNamed) {
  team::v1::Member no_moment;
  no_moment.mutable_create_time()->set_seconds(253'402'300'800);
  for (const std::vector<std::string>& messages :
       {std::vector<std::string>{}, {"", ""}, {"\xff"}, {no_moment.SerializeAsString()}}) {
    const Answer answer{.in_time = true, .status = grpc::Status::OK, .messages = messages};
    EXPECT_THAT(BreachesOf(Asking("GetMember"), answer), ElementsAre(StartsWith("AnswersAreMessages")));
  }
  const Answer good{.in_time = true, .status = grpc::Status::OK, .messages = {""}};
  EXPECT_THAT(BreachesOf(Asking("GetMember"), good), IsEmpty());
}

TEST(AnswerBreach, AnAnswerThatDidNotComeByItselfIsNamed) {
  Answer answer = Ended(OurStatus(Faulty()));
  answer.in_time = false;
  EXPECT_THAT(BreachesOf(Asking("GetMember"), answer), ElementsAre("AnswersComeInTime"));
}

TEST(AnswerBreach, BytesThatCannotBeReadMayNotBeAccepted) {
  const Answer accepted{.in_time = true, .status = grpc::Status::OK, .messages = {""}};
  EXPECT_THAT(BreachesOf(Asking("GetMember", "\xff"), accepted), ElementsAre("UnreadableIsRefused"));
  const Answer unimplemented = Ended(grpc::Status(grpc::StatusCode::UNIMPLEMENTED, ""));
  EXPECT_THAT(BreachesOf(Asking("GetMember", "\xff"), unimplemented),
              Contains(StartsWith("AnswersAreNeverFailures")));
  const Attempt large = Asking("GetMember", PaddedTo("", edge::limits::kRequestBytes + 1));
  EXPECT_THAT(BreachesOf(large, Ended(OurStatus(Faulty()))),
              ElementsAre(StartsWith("AnswersAreNeverFailures")));
  EXPECT_THAT(BreachesOf(large, accepted), ElementsAre(StartsWith("AnswersAreNeverFailures")));
}

audit::v1::Event By(const std::string& actor) {
  audit::v1::Event event;
  event.set_actor(actor);
  return event;
}

TEST(EventBreach, AnEventOfARefusalAReadingOrARehearsalIsNamed) {
  framework::v1::PublishFrameworkVersionRequest rehearsal;
  rehearsal.set_validate_only(true);
  const std::vector<audit::v1::Event> one = {By(kAdministrator)};
  for (const auto& [attempt, accepted] : std::vector<std::pair<Attempt, bool>>{
           {Asking("CreateMember"), false},
           {Asking("GetMember"), true},
           {Asking("PublishFrameworkVersion", rehearsal.SerializeAsString()), true}}) {
    EXPECT_THAT(BreachesOfEvents(attempt, accepted, true, one),
                ElementsAre(StartsWith("RefusalsLeaveNothing")));
    EXPECT_THAT(BreachesOfEvents(attempt, accepted, true, {}), IsEmpty());
  }
}

TEST(EventBreach, AnAcceptedActWithoutItsEventIsNamed) {
  const Attempt attempt = Asking("CreateMember");
  EXPECT_THAT(BreachesOfEvents(attempt, true, true, {By(kAdministrator)}), IsEmpty());
  EXPECT_THAT(BreachesOfEvents(attempt, true, true, {}), ElementsAre(StartsWith("AcceptedActsAreRecorded")));
  EXPECT_THAT(BreachesOfEvents(attempt, true, false, {}), IsEmpty());
  EXPECT_THAT(BreachesOfEvents(attempt, true, true, {By("regions/nmd/members/ander")}),
              ElementsAre(StartsWith("AcceptedActsAreRecorded")));
}

class StoreBreach : public ::testing::Test {
 protected:
  absl::Status Write(const std::function<absl::Status(ledger::UnitOfWork&)>& work,
                     const std::string& member) {
    const call::Call call{.caller = {.member = member, .region = "nmd", .roles = {}, .provider = ""},
                          .region = "nmd",
                          .method = "test/plant",
                          .request_id = "",
                          .traceparent = "",
                          .now = house_.server().clock->Now(),
                          .deadline = absl::InfiniteFuture(),
                          .entropy = testing::FakeEntropy()};
    ledger::Ledger ledger(store(), [this] { return house_.server().clock->Now(); });
    return ledger.RunAndWait(call, work);
  }
  absl::Status Put(storage::TableId table, const std::string& key, const std::string& value) {
    return storage::WriteAndWait(store(), [&](storage::Transaction& transaction) {
      transaction.Put(table, key, value);
      return absl::OkStatus();
    });
  }
  storage::Store& store() { return *house_.server().store; }

  House house_;
};

TEST_F(StoreBreach, AnEventIsSeenThatOneCallWrote) {
  const Heads before = ReadHeads(*store().Read());
  ASSERT_THAT(EventsSince(*store().Read(), before), IsEmpty());
  const auto record = [](ledger::UnitOfWork& unit) {
    unit.Record({.kind = "Planted", .resource = "x"});
    return absl::OkStatus();
  };
  ASSERT_THAT(Write(record, "system"), testing::IsOk());
  EXPECT_THAT(EventsSince(*store().Read(), before), IsEmpty());
  ASSERT_THAT(Write(record, "regions/nmd/members/iemand"), testing::IsOk());
  EXPECT_THAT(EventsSince(*store().Read(), before), ::testing::SizeIs(1));
}

TEST_F(StoreBreach, ALeafThatWasChangedIsNamed) {
  ASSERT_THAT(BreachesOfStore(*store().Read()), IsEmpty());
  const std::string key = storage::KeyBuilder().Text("shared").Number(1).Take();
  audit::v1::Event event = **ledger::ReadEvent(*store().Read(), "shared", 1);
  event.set_kind("Planted");
  ASSERT_THAT(Put(storage::tables::kJournalLeaf, key, event.SerializeAsString()), testing::IsOk());
  EXPECT_THAT(BreachesOfStore(*store().Read()), Contains(StartsWith("JournalHoldsTogether: shared")));
}

TEST_F(StoreBreach, ARecordThatNoEventTellsOfIsNamed) {
  ASSERT_THAT(Put(storage::tables::kMember, "planted", ""), testing::IsOk());
  EXPECT_THAT(BreachesOfStore(*store().Read()), Contains(StartsWith("ReplayIsWhatIsStored")));
}

TEST_F(StoreBreach, ATimerThatFailsIsNamed) {
  ASSERT_THAT(
      Write(
          [this](ledger::UnitOfWork& unit) {
            RETURN_IF_ERROR(unit.SetDeadline("x", "of-no-kind", house_.server().clock->Now(), "no rule"));
            unit.Record({.kind = "Planted", .resource = "x"});
            return absl::OkStatus();
          },
          "system"),
      testing::IsOk());
  house_.Audit();
  EXPECT_THAT(house_.breaches(), Contains(StartsWith("TimersRun")));
}

}  // namespace
}  // namespace waarborg::fuzz
