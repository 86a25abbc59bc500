// Streams that find nothing, are not read, or are given up: none of them holds up another call or stays for ever.

#include <atomic>
#include <condition_variable>
#include <future>
#include <memory>
#include <mutex>

#include "absl/time/clock.h"
#include "gtest/gtest.h"
#include "tests/services/edge/house.h"

namespace waarborg::edge {
namespace {

using audit::v1::Leaf;
using audit::v1::StreamLeavesRequest;
using LeafHandler = call::StreamHandler<StreamLeavesRequest, Leaf>;
using Source = call::Source<Leaf>;

class LeavesRpc final : public audit::v1::AuditService::CallbackService {
 public:
  grpc::ServerWriteReactor<Leaf>* StreamLeaves(grpc::CallbackServerContext* context,
                                               const StreamLeavesRequest* request) override {
    return edge->ServeStream(context, request, handler);
  }

  const Edge* edge = nullptr;
  LeafHandler handler;
};

// Whoever passes waits until it is opened.
class Gate {
 public:
  void Open() {
    const std::lock_guard<std::mutex> lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  void Pass() {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return open_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
};

class LongReadsTest : public ::testing::Test {
 protected:
  explicit LongReadsTest(const Limits& most = {}) : house_(true, &rpc_, most) { rpc_.edge = &house_.edge; }

  // Every stream is served by `source`, and what is `gone` is set when the last of them has been let go.
  void Serve(Source source) {
    auto alive = std::shared_ptr<void>(nullptr, [this](std::nullptr_t) { gone_.set_value(); });
    rpc_.handler = [source = std::move(source), alive](const call::Call&, const StreamLeavesRequest&)
        -> absl::StatusOr<Source> { return Source([source, alive] { return source(); }); };
  }

  bool IsGone() {
    rpc_.handler = nullptr;
    return gone_.get_future().wait_for(std::chrono::seconds(30)) == std::future_status::ready;
  }

  std::unique_ptr<grpc::ClientReader<Leaf>> Open(grpc::ClientContext& context) {
    StreamLeavesRequest request;
    request.set_parent("regions/nmd");
    return house_.audit_stub->StreamLeaves(&context, request);
  }

  LeavesRpc rpc_;
  std::promise<void> gone_;
  House house_;
};

TEST_F(LongReadsTest, AStreamThatFindsNothingHoldsUpNoOtherCall) {
  Gate gate;
  Serve([&gate]() -> absl::StatusOr<call::Step<Leaf>> {
    gate.Pass();
    return call::Step<Leaf>{.ended = true};
  });
  std::vector<std::unique_ptr<grpc::ClientContext>> contexts;
  std::vector<std::unique_ptr<grpc::ClientReader<Leaf>>> readers;
  for (int i = 0; i < 32; ++i) {
    contexts.push_back(House::As("auditor"));
    readers.push_back(Open(*contexts.back()));
  }
  for (int i = 0; i < 20; ++i) {
    const auto context = House::As("administrator");
    context->set_deadline(absl::ToChronoTime(absl::Now() + absl::Seconds(10)));
    EXPECT_TRUE(house_.GetMember(*context).ok()) << i;
  }
  gate.Open();
  Leaf leaf;
  for (const auto& reader : readers) EXPECT_FALSE(reader->Read(&leaf));
  for (const auto& reader : readers) EXPECT_TRUE(reader->Finish().ok());
}

TEST_F(LongReadsTest, ScansThatFindNothingTakeTurns) {
  std::atomic<int> begun = 0;
  Serve([&begun, first = true]() mutable -> absl::StatusOr<call::Step<Leaf>> {
    if (std::exchange(first, false)) ++begun;
    return call::Step<Leaf>{.ended = begun == 8};
  });
  std::vector<std::unique_ptr<grpc::ClientContext>> contexts;
  std::vector<std::unique_ptr<grpc::ClientReader<Leaf>>> readers;
  for (int i = 0; i < 8; ++i) {
    contexts.push_back(House::As("auditor"));
    readers.push_back(Open(*contexts.back()));
  }
  Leaf leaf;
  for (const auto& reader : readers) EXPECT_FALSE(reader->Read(&leaf));
  for (const auto& reader : readers) EXPECT_TRUE(reader->Finish().ok());
}

TEST_F(LongReadsTest, ACancelledScanStops) {
  std::promise<void> looked;
  Serve([&looked, steps = std::make_shared<int>(0)]() -> absl::StatusOr<call::Step<Leaf>> {
    if (++*steps == 100) looked.set_value();
    return call::Step<Leaf>();
  });
  const auto context = House::As("auditor");
  const auto reader = Open(*context);
  looked.get_future().wait();
  context->TryCancel();
  EXPECT_EQ(reader->Finish().error_code(), grpc::StatusCode::CANCELLED);
  EXPECT_TRUE(IsGone());
}

class ShortStreams : public LongReadsTest {
 protected:
  ShortStreams() : LongReadsTest({.stream = absl::Milliseconds(100)}) {}
};

TEST_F(ShortStreams, AStreamThatNobodyReadsEndsAtTheServersDeadline) {
  Serve([]() -> absl::StatusOr<call::Step<Leaf>> {
    Leaf leaf;
    leaf.set_content(std::string(256 << 10, 'x'));
    return call::Step<Leaf>{.item = std::move(leaf)};
  });
  const auto context = House::As("auditor");
  const auto reader = Open(*context);
  Leaf leaf;
  ASSERT_TRUE(reader->Read(&leaf));
  EXPECT_TRUE(IsGone());
  while (reader->Read(&leaf)) {
  }
  EXPECT_FALSE(reader->Finish().ok());
}

// Every write waits behind one that does not end.
class StuckStore : public ::testing::Test {
 protected:
  StuckStore() {
    house_.books.store->Write(
        [this](storage::Transaction&) {
          gate_.Pass();
          return absl::OkStatus();
        },
        [](const absl::Status&) {});
  }
  ~StuckStore() override { gate_.Open(); }

  team::v1::CreateMemberRequest Request() {
    team::v1::CreateMemberRequest request = ledger::Hire("bo");
    request.mutable_member()->add_roles(team::v1::ROLE_AUDITOR);
    request.set_request_id("r1");
    return request;
  }

  Gate gate_;
  House house_{true, nullptr, {.unary = absl::Milliseconds(500)}};
};

TEST_F(StuckStore, ACallIsAnsweredAtItsDeadlineWhileTheStoreIsStuck) {
  const Ended ended = house_.Hire(Request());
  EXPECT_EQ(ended.code(), grpc::StatusCode::DEADLINE_EXCEEDED);
  EXPECT_EQ(ended.reason(), "NO_ANSWER_IN_TIME");
  EXPECT_TRUE(house_.GetMember(*House::As("administrator")).ok());
}

TEST_F(StuckStore, WhatWasAnsweredTooLateIsGivenToTheRetry) {
  ASSERT_EQ(house_.Hire(Request()).reason(), "NO_ANSWER_IN_TIME");
  gate_.Open();
  ASSERT_TRUE(house_.books.Say("AfterIt").ok());
  const Ended again = house_.Hire(Request());
  EXPECT_TRUE(again.ok()) << again.status.error_message();
  EXPECT_EQ(house_.books.Scan(storage::tables::kMember).size(), 1U);
}

}  // namespace
}  // namespace waarborg::edge
