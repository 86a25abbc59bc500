// Client streams: one message at a time, each done with before the next is read.

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "gtest/gtest.h"
#include "tests/services/edge/house.h"
#include "waarborg/evidence/v1/evidence.grpc.pb.h"

namespace waarborg::edge {
namespace {

using evidence::v1::Attachment;
using evidence::v1::UploadAttachmentRequest;
using Intake = call::Intake<UploadAttachmentRequest, Attachment>;

// What a test tells the intakes to do, and sees of them.
struct Script {
  std::function<void(const UploadAttachmentRequest&, std::function<void(absl::Status)>)> take =
      [](const UploadAttachmentRequest&, const std::function<void(absl::Status)>& done) {
        done(absl::OkStatus());
      };
  std::atomic<int> taken = 0;
  std::atomic<int> ended = 0;
  std::atomic<int> alive = 0;
};

class ScriptedIntake final : public Intake {
 public:
  explicit ScriptedIntake(Script& script) : script_(script) { ++script_.alive; }
  ~ScriptedIntake() override { --script_.alive; }
  void Take(const UploadAttachmentRequest& message, std::function<void(absl::Status)> done) override {
    ++script_.taken;
    script_.take(message, std::move(done));
  }
  void End(call::Done<Attachment> done) override {
    ++script_.ended;
    Attachment attachment;
    attachment.set_size_bytes(script_.taken);
    done(attachment);
  }

 private:
  Script& script_;
};

class UploadRpc final : public evidence::v1::EvidenceService::CallbackService {
 public:
  grpc::ServerReadReactor<UploadAttachmentRequest>* UploadAttachment(grpc::CallbackServerContext* context,
                                                                     Attachment* response) override {
    return edge->ServeIntake<UploadAttachmentRequest, Attachment>(
        context, response, [this](const call::Call&) { return std::make_unique<ScriptedIntake>(script); });
  }

  const Edge* edge = nullptr;
  Script script;
};

class IntakeTest : public ::testing::Test {
 protected:
  void Open(absl::Duration message_deadline = absl::Minutes(1), std::size_t transfers = 4) {
    edge_ = std::make_unique<Edge>(Settings{.directory = &phone_book_,
                                            .clock = [this] { return books_.clock.Now(); },
                                            .entropy = books_.entropy,
                                            .log = [](absl::string_view) {},
                                            .dev_identities = true,
                                            .message_deadline = message_deadline,
                                            .transfers = transfers});
    rpc_.edge = edge_.get();
    door_ =
        std::make_unique<Door>(rpc_, *google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(
                                         "waarborg.evidence.v1.EvidenceService"));
    grpc::ServerBuilder builder;
    builder.RegisterService(door_.get());
    server_ = builder.BuildAndStart();
    stub_ = evidence::v1::EvidenceService::NewStub(server_->InProcessChannel({}));
  }
  ~IntakeTest() override {
    if (server_ != nullptr) server_->Shutdown();
  }

  static UploadAttachmentRequest Start(const std::string& region = "nmd") {
    UploadAttachmentRequest message;
    evidence::v1::UploadStart& start = *message.mutable_start();
    start.set_parent("regions/" + region);
    start.set_attachment_id("b-1");
    start.mutable_attachment()->set_provider("regions/" + region + "/providers/p-1");
    start.mutable_attachment()->set_title("Plan");
    start.mutable_attachment()->set_evidence_type("OTHER");
    start.set_size_bytes(1);
    start.set_content_hash("00");
    return message;
  }

  static UploadAttachmentRequest Chunk(std::size_t bytes = 1) {
    UploadAttachmentRequest message;
    message.mutable_chunk()->set_data(std::string(bytes, 'x'));
    return message;
  }

  // One call: sends until it is refused or all is sent, and hears how it ended.
  Ended Send(const std::vector<UploadAttachmentRequest>& messages, absl::string_view as = "quality-manager") {
    const auto context = House::As(as);
    Attachment answer;
    const auto writer = stub_->UploadAttachment(context.get(), &answer);
    for (const UploadAttachmentRequest& message : messages) {
      if (!writer->Write(message)) break;
    }
    writer->WritesDone();
    Ended ended(writer->Finish());
    answered_ = answer.size_bytes();
    return ended;
  }

  PhoneBook phone_book_;
  ledger::Books books_;
  UploadRpc rpc_;
  std::unique_ptr<Edge> edge_;
  std::unique_ptr<Door> door_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<evidence::v1::EvidenceService::Stub> stub_;
  std::int64_t answered_ = 0;
};

TEST_F(IntakeTest, EveryMessageIsTakenAndTheEndAnswered) {
  Open();
  EXPECT_TRUE(Send({Start(), Chunk(), Chunk()}).ok());
  EXPECT_EQ(answered_, 3);
}

TEST_F(IntakeTest, TheNextMessageIsReadWhenTheLastIsDoneWith) {
  Open();
  std::promise<std::function<void(absl::Status)>> held;
  rpc_.script.take = [this, &held](const UploadAttachmentRequest&, std::function<void(absl::Status)> done) {
    if (rpc_.script.taken == 2) return held.set_value(std::move(done));
    done(absl::OkStatus());
  };
  auto sending = std::async(std::launch::async, [this] { return Send({Start(), Chunk(), Chunk()}); });
  const std::function<void(absl::Status)> done = held.get_future().get();
  EXPECT_EQ(rpc_.script.taken, 2);
  EXPECT_EQ(rpc_.script.ended, 0);
  done(absl::OkStatus());
  EXPECT_TRUE(sending.get().ok());
  EXPECT_EQ(rpc_.script.taken, 3);
}

TEST_F(IntakeTest, OneMessageIsHeldAtATime) {
  Open();
  const std::size_t bytes = 100'000;
  std::vector<UploadAttachmentRequest> messages = {Start()};
  for (int i = 0; i < 20; ++i) messages.push_back(Chunk(bytes));
  EXPECT_TRUE(Send(messages).ok());
  EXPECT_EQ(edge_->transfers().most_held(), Chunk(bytes).ByteSizeLong());
}

TEST_F(IntakeTest, ARefusedMessageEndsTheCall) {
  Open();
  rpc_.script.take = [](const UploadAttachmentRequest& message,
                        const std::function<void(absl::Status)>& done) {
    if (message.has_start()) return done(absl::OkStatus());
    done(call::Error(absl::StatusCode::kResourceExhausted, "QUEUE_FULL"));
  };
  EXPECT_EQ(Send({Start(), Chunk(), Chunk()}).reason(), "QUEUE_FULL");
  EXPECT_EQ(rpc_.script.ended, 0);
}

TEST_F(IntakeTest, NobodyAndWhoMayNotAreRefusedBeforeTheySendAnything) {
  Open();
  EXPECT_EQ(Send({}, "").reason(), "NO_CALLER");
  EXPECT_EQ(Send({}, "auditor").reason(), "METHOD_NOT_ALLOWED");
  EXPECT_EQ(rpc_.script.taken, 0);
}

TEST_F(IntakeTest, TheFirstMessageSaysWhichRegionAndEachIsWellFormed) {
  Open();
  EXPECT_EQ(Send({Start("other")}).reason(), "OTHER_REGION");
  UploadAttachmentRequest nameless = Start();
  nameless.mutable_start()->clear_attachment_id();
  EXPECT_EQ(Send({nameless}).faults(), std::vector<std::string>{"start.attachment_id: REQUIRED"});
  UploadAttachmentRequest empty;
  empty.mutable_chunk();
  EXPECT_EQ(Send({Start(), empty}).faults(), std::vector<std::string>{"chunk.data: REQUIRED"});
  EXPECT_EQ(Send({}).reason(), "NO_MESSAGE");
}

TEST_F(IntakeTest, WhoSendsNothingForTooLongIsRefused) {
  Open(/*message_deadline=*/absl::Milliseconds(20));
  const auto context = House::As("quality-manager");
  Attachment answer;
  const auto writer = stub_->UploadAttachment(context.get(), &answer);
  ASSERT_TRUE(writer->Write(Start()));
  // Nothing more comes: the server ends the call.
  const Ended ended(writer->Finish());
  EXPECT_EQ(ended.reason(), "NO_MESSAGE_IN_TIME");
  EXPECT_EQ(ended.code(), grpc::StatusCode::DEADLINE_EXCEEDED);
}

TEST_F(IntakeTest, ACallIsNotLongerThanAStreamMayBe) {
  Open();
  rpc_.script.take = [this](const UploadAttachmentRequest&, const std::function<void(absl::Status)>& done) {
    books_.clock.Advance(limits::kStreamDeadline + absl::Seconds(1));
    done(absl::OkStatus());
  };
  EXPECT_EQ(Send({Start(), Chunk()}).reason(), "DEADLINE_PASSED");
}

TEST_F(IntakeTest, OneMoreThanMayBeUnderWayIsRefusedAndTheOthersGoOn) {
  Open(absl::Minutes(1), /*transfers=*/1);
  const auto context = House::As("quality-manager");
  Attachment answer;
  const auto first = stub_->UploadAttachment(context.get(), &answer);
  ASSERT_TRUE(first->Write(Start()));
  while (rpc_.script.taken == 0) std::this_thread::yield();
  const Ended refused = Send({Start()});
  EXPECT_EQ(refused.reason(), "TRANSFERS_FULL");
  EXPECT_EQ(refused.code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  first->WritesDone();
  EXPECT_TRUE(first->Finish().ok());
  while (edge_->transfers().open() > 0) std::this_thread::yield();
  EXPECT_TRUE(Send({Start()}).ok());
}

TEST_F(IntakeTest, AClientThatGoesAwayLeavesNothingBehind) {
  Open();
  {
    const auto context = House::As("quality-manager");
    Attachment answer;
    const auto writer = stub_->UploadAttachment(context.get(), &answer);
    ASSERT_TRUE(writer->Write(Start()));
    while (rpc_.script.taken == 0) std::this_thread::yield();
    context->TryCancel();
    EXPECT_EQ(writer->Finish().error_code(), grpc::StatusCode::CANCELLED);
  }
  while (edge_->transfers().open() > 0) std::this_thread::yield();
  EXPECT_EQ(rpc_.script.alive, 0);
}

}  // namespace
}  // namespace waarborg::edge
