// The stream of reports: each item answered by itself, a bounded window, and nothing lost or doubled by a
// cut.

#include <future>
#include <map>
#include <set>
#include <thread>

#include "google/rpc/error_details.pb.h"
#include "grpcpp/generic/generic_stub.h"
#include "tests/services/incident/post_office.h"

namespace waarborg::incident {
namespace {

class PushingTest : public PostOffice {};

TEST_F(PushingTest, EveryItemIsAnsweredByItsPlace) {
  const auto context = As();
  const auto stream = stub->PushIncidents(context.get());
  for (int i = 1; i <= 30; ++i) ASSERT_TRUE(stream->Write(Item(absl::StrCat("e-", i))));
  stream->WritesDone();
  std::map<std::int64_t, v1::IncidentReceipt> receipts;
  for (const v1::PushResult& result : ReadAnswers(*stream, 1000))
    receipts[result.position()] = result.receipt();
  EXPECT_TRUE(stream->Finish().ok());
  ASSERT_EQ(receipts.size(), 30U);
  for (const auto& [position, receipt] : receipts) {
    const IncidentOr incident = Get(manager, receipt.incident());
    ASSERT_THAT(incident, IsOk());
    EXPECT_EQ(incident->event_id(), absl::StrCat("e-", position));
  }
  EXPECT_EQ(Count(), 30U);
}

TEST_F(PushingTest, AStreamWithoutItemsIsOverAtOnce) {
  const auto context = As();
  const auto stream = stub->PushIncidents(context.get());
  stream->WritesDone();
  EXPECT_THAT(ReadAnswers(*stream, 1), IsEmpty());
  EXPECT_TRUE(stream->Finish().ok());
}

TEST_F(PushingTest, AnAnswerComesWithoutTheStreamEnding) {
  const auto context = As();
  const auto stream = stub->PushIncidents(context.get());
  ASSERT_TRUE(stream->Write(Item("e-1")));
  EXPECT_EQ(ReadAnswers(*stream, 1).size(), 1U);
  ASSERT_TRUE(stream->Write(Item("e-2")));
  EXPECT_EQ(ReadAnswers(*stream, 1).size(), 1U);
  stream->WritesDone();
  EXPECT_TRUE(stream->Finish().ok());
}

TEST_F(PushingTest, AFaultyItemBetweenGoodOnesGetsItsErrorAndEndsNothing) {
  const auto context = As();
  const auto stream = stub->PushIncidents(context.get());
  v1::PushIncidentsRequest bad = Item("e-2");
  bad.mutable_event()->set_source("zorg.example");
  v1::PushIncidentsRequest elsewhere = Item("e-3");
  elsewhere.set_parent("regions/elders");
  v1::PushIncidentsRequest unknown = Item("e-4");
  v1::IncidentReport report = Report();
  report.set_provider("regions/nmd/providers/niemand");
  *unknown.mutable_event() = Event(report, "e-4");
  for (const auto& item : {Item("e-1"), bad, elsewhere, unknown, v1::PushIncidentsRequest(), Item("e-6")}) {
    ASSERT_TRUE(stream->Write(item));
  }
  stream->WritesDone();
  std::map<std::int64_t, v1::PushResult> results;
  for (const v1::PushResult& result : ReadAnswers(*stream, 1000)) results[result.position()] = result;
  EXPECT_TRUE(stream->Finish().ok());
  ASSERT_EQ(results.size(), 6U);
  EXPECT_TRUE(results[1].has_receipt());
  EXPECT_EQ(ReasonOf(results[2].error()), "INVALID_REQUEST");
  google::rpc::BadRequest faults;
  for (const auto& detail : results[2].error().details()) detail.UnpackTo(&faults);
  ASSERT_EQ(faults.field_violations_size(), 1);
  EXPECT_EQ(faults.field_violations(0).field(), "event.source");
  EXPECT_EQ(ReasonOf(results[3].error()), "OTHER_REGION");
  EXPECT_EQ(ReasonOf(results[4].error()), "PROVIDER_NOT_FOUND");
  EXPECT_EQ(results[4].error().code(), static_cast<int>(absl::StatusCode::kNotFound));
  EXPECT_EQ(ReasonOf(results[5].error()), "INVALID_REQUEST");
  EXPECT_TRUE(results[6].has_receipt());
  EXPECT_EQ(Count(), 2U);
}

TEST_F(PushingTest, TheSameIdWithOtherContentIsRefusedAlsoWithinOneStream) {
  const auto context = As();
  const auto stream = stub->PushIncidents(context.get());
  v1::PushIncidentsRequest other = Item("e-1");
  v1::IncidentReport report = Report();
  report.set_summary("Iets anders");
  *other.mutable_event() = Event(report, "e-1");
  for (const auto& item : {Item("e-1"), Item("e-1"), other}) ASSERT_TRUE(stream->Write(item));
  stream->WritesDone();
  std::map<std::int64_t, v1::PushResult> results;
  for (const v1::PushResult& result : ReadAnswers(*stream, 1000)) results[result.position()] = result;
  ASSERT_EQ(results.size(), 3U);
  EXPECT_EQ(results[1].receipt().SerializeAsString(), results[2].receipt().SerializeAsString());
  EXPECT_EQ(ReasonOf(results[3].error()), "INCIDENT_CONTENT_DIFFERS");
  EXPECT_EQ(Count(), 1U);
}

TEST_F(PushingTest, WhoMayNotSubmitIsToldSoAndNothingIsRead) {
  const auto context = As("auditor");
  const auto stream = stub->PushIncidents(context.get());
  stream->Write(Item("e-1"));
  EXPECT_THAT(ReadAnswers(*stream, 1), IsEmpty());
  const grpc::Status status = stream->Finish();
  EXPECT_EQ(status.error_code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(ReasonOf(status), "METHOD_NOT_ALLOWED");
  EXPECT_EQ(Count(), 0U);
}

TEST_F(PushingTest, AtAFullWindowTheServerReadsNoFurther) {
  constexpr int kSent = 300;
  held.Hold();
  const auto context = As();
  const auto stream = stub->PushIncidents(context.get());
  std::thread sender([this, &stream] {
    for (int i = 1; i <= kSent; ++i) stream->Write(Item(absl::StrCat("e-", i)));
    stream->WritesDone();
  });
  held.WaitForHeld(edge::limits::kUnansweredItems);
  // Others are served meanwhile, and nothing more of the stream is taken.
  for (int i = 0; i < 20; ++i) {
    const auto reader = As("auditor");
    v1::Incident incident;
    v1::GetIncidentRequest request;
    request.set_name(kIncident);
    EXPECT_EQ(stub->GetIncident(reader.get(), request, &incident).error_code(), grpc::StatusCode::NOT_FOUND);
  }
  EXPECT_EQ(held.held(), edge::limits::kUnansweredItems);
  held.LetGo();
  std::set<std::int64_t> answered;
  int messages = 0;
  v1::PushIncidentsResponse response;
  while (stream->Read(&response)) {
    ++messages;
    for (const v1::PushResult& result : response.results()) {
      EXPECT_TRUE(result.has_receipt());
      EXPECT_TRUE(answered.insert(result.position()).second);
    }
  }
  sender.join();
  EXPECT_TRUE(stream->Finish().ok());
  EXPECT_EQ(answered.size(), static_cast<std::size_t>(kSent));
  EXPECT_LT(messages, kSent);
}

TEST_F(PushingTest, LargeItemsFillTheWindowByTheirBytes) {
  // Of 900 KB each: the fifth passes 4 MiB. They are refused, each in words.
  v1::PushIncidentsRequest large = Item("e-1");
  large.mutable_event()->set_binary_data(std::string(900 << 10, ' '));
  const auto context = As();
  const auto stream = stub->PushIncidents(context.get());
  std::thread sender([&stream, &large] {
    for (int i = 0; i < 20; ++i) stream->Write(large);
    stream->WritesDone();
  });
  const std::vector<v1::PushResult> results = ReadAnswers(*stream, 1000);
  sender.join();
  EXPECT_TRUE(stream->Finish().ok());
  ASSERT_EQ(results.size(), 20U);
  for (const v1::PushResult& result : results) EXPECT_EQ(ReasonOf(result.error()), "INVALID_REQUEST");
}

TEST_F(PushingTest, AfterACutTheSameItemsSentAgainAreNeitherLostNorDoubled) {
  constexpr int kSent = 60;
  std::map<std::string, std::string> first;
  {
    const auto context = As();
    const auto stream = stub->PushIncidents(context.get());
    for (int i = 1; i <= kSent; ++i) ASSERT_TRUE(stream->Write(Item(absl::StrCat("e-", i))));
    for (const v1::PushResult& result : ReadAnswers(*stream, 20)) {
      first[absl::StrCat("e-", result.position())] = result.receipt().receipt_number();
    }
    context->TryCancel();
    EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::CANCELLED);
  }
  EXPECT_GE(first.size(), 20U);
  const auto context = As();
  const auto stream = stub->PushIncidents(context.get());
  for (int i = 1; i <= kSent; ++i) ASSERT_TRUE(stream->Write(Item(absl::StrCat("e-", i))));
  stream->WritesDone();
  const std::vector<v1::PushResult> results = ReadAnswers(*stream, kSent);
  EXPECT_TRUE(stream->Finish().ok());
  ASSERT_EQ(results.size(), static_cast<std::size_t>(kSent));
  for (const v1::PushResult& result : results) {
    const auto before = first.find(absl::StrCat("e-", result.position()));
    if (before == first.end()) continue;
    EXPECT_EQ(result.receipt().receipt_number(), before->second);
  }
  EXPECT_EQ(Count(), static_cast<std::size_t>(kSent));
}

TEST_F(PushingTest, ACutWhileWritesAreUnderWayLeavesTheServerServing) {
  held.Hold();
  {
    const auto context = As();
    const auto stream = stub->PushIncidents(context.get());
    for (int i = 1; i <= 10; ++i) ASSERT_TRUE(stream->Write(Item(absl::StrCat("e-", i))));
    held.WaitForHeld(10);
    context->TryCancel();
    EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::CANCELLED);
  }
  held.LetGo();
  const auto context = As();
  const auto stream = stub->PushIncidents(context.get());
  ASSERT_TRUE(stream->Write(Item("e-11")));
  stream->WritesDone();
  EXPECT_EQ(ReadAnswers(*stream, 1000).size(), 1U);
  EXPECT_TRUE(stream->Finish().ok());
  EXPECT_EQ(Count(), 11U);
}

// Sends messages as bytes, whatever they hold, and reads to the end.
class RawStream final : public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  RawStream(const std::shared_ptr<grpc::Channel>& channel, grpc::ClientContext& context,
            const std::vector<std::string>& messages) {
    for (const std::string& message : messages) {
      const grpc::Slice slice(message);
      outgoing_.emplace_back(&slice, 1);
    }
    grpc::GenericStub(channel).PrepareBidiStreamingCall(
        &context, "/waarborg.incident.v1.IncidentService/PushIncidents", grpc::StubOptions(), this);
    StartWrite(&outgoing_[0]);
    StartRead(&incoming_);
    StartCall();
  }

  void OnWriteDone(bool ok) override {
    if (!ok) return;
    if (++written_ < outgoing_.size()) return StartWrite(&outgoing_[written_]);
    StartWritesDone();
  }
  void OnReadDone(bool ok) override {
    if (!ok) return;
    v1::PushIncidentsResponse response;
    EXPECT_TRUE(
        grpc::SerializationTraits<v1::PushIncidentsResponse>::Deserialize(&incoming_, &response).ok());
    for (v1::PushResult& result : *response.mutable_results())
      results_[result.position()] = std::move(result);
    StartRead(&incoming_);
  }
  void OnDone(const grpc::Status& status) override { done_.set_value(status); }

  grpc::Status Wait() { return done_.get_future().get(); }
  std::map<std::int64_t, v1::PushResult>& results() { return results_; }

 private:
  std::vector<grpc::ByteBuffer> outgoing_;
  std::size_t written_ = 0;
  grpc::ByteBuffer incoming_;
  std::map<std::int64_t, v1::PushResult> results_;
  std::promise<grpc::Status> done_;
};

TEST_F(PushingTest, AnItemThatCannotBeReadIsAnsweredLikeAnyOtherFault) {
  const auto context = As();
  RawStream stream(
      channel, *context,
      {Item("e-1").SerializeAsString(), "\xff\xff\xff no message", Item("e-3").SerializeAsString()});
  EXPECT_TRUE(stream.Wait().ok());
  ASSERT_EQ(stream.results().size(), 3U);
  EXPECT_TRUE(stream.results()[1].has_receipt());
  EXPECT_EQ(ReasonOf(stream.results()[2].error()), "INVALID_REQUEST");
  EXPECT_TRUE(stream.results()[3].has_receipt());
}

TEST_F(PushingTest, AMessageOverTheLimitEndsTheStreamAndWhatCameBeforeIsKept) {
  v1::PushIncidentsRequest huge = Item("e-2");
  huge.mutable_event()->set_binary_data(std::string(2 << 20, ' '));
  const auto context = As();
  const auto stream = stub->PushIncidents(context.get());
  ASSERT_TRUE(stream->Write(Item("e-1")));
  EXPECT_EQ(ReadAnswers(*stream, 1).size(), 1U);
  stream->Write(huge);
  EXPECT_THAT(ReadAnswers(*stream, 1), IsEmpty());
  EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(Count(), 1U);
}

class ShortStreamTest : public PostOffice {
 protected:
  ShortStreamTest() : PostOffice(absl::Seconds(3)) {}
};

TEST_F(ShortStreamTest, WhenItsTimeIsUpAStreamAnswersWhatItHasAndEnds) {
  held.Hold();
  const auto context = As();
  const auto stream = stub->PushIncidents(context.get());
  ASSERT_TRUE(stream->Write(Item("e-1")));
  held.WaitForHeld(1);
  held.LetGo();
  EXPECT_EQ(ReadAnswers(*stream, 1000).size(), 1U);
  const grpc::Status status = stream->Finish();
  EXPECT_EQ(status.error_code(), grpc::StatusCode::DEADLINE_EXCEEDED);
  EXPECT_EQ(ReasonOf(status), "DEADLINE_PASSED");
}

}  // namespace
}  // namespace waarborg::incident
