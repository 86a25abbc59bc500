// Streams that wait hold no thread, are called once, and end with their client, their deadline or a write
// that nobody takes.

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

#include "gtest/gtest.h"
#include "tests/services/edge/house.h"

namespace waarborg::edge {
namespace {

using audit::v1::Leaf;
using audit::v1::StreamLeavesRequest;
using Wake = std::function<void()>;

// Where waiting streams leave their way to be woken.
class WaitingRoom final {
 public:
  void Enter(Wake wake) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      wakes_.push_back(std::move(wake));
    }
    entered_.notify_one();
  }
  Wake Leave() {
    std::unique_lock<std::mutex> lock(mutex_);
    entered_.wait(lock, [this] { return !wakes_.empty(); });
    Wake wake = std::move(wakes_.front());
    wakes_.pop_front();
    return wake;
  }

 private:
  std::mutex mutex_;
  std::condition_variable entered_;
  std::deque<Wake> wakes_;
};

class WatchedLeavesRpc final : public audit::v1::AuditService::CallbackService {
 public:
  grpc::ServerWriteReactor<Leaf>* StreamLeaves(grpc::CallbackServerContext* context,
                                               const StreamLeavesRequest* request) override {
    if (download) return edge->ServeDownload(context, request, handler);
    return edge->ServeStream(context, request, handler, taken_within);
  }

  const Edge* edge = nullptr;
  call::StreamHandler<StreamLeavesRequest, Leaf> handler;
  absl::Duration taken_within = absl::InfiniteDuration();
  bool download = false;
};

class WaitingStreamsTest : public ::testing::Test {
 protected:
  std::unique_ptr<grpc::ClientReader<Leaf>> Open(grpc::ClientContext& context) {
    StreamLeavesRequest request;
    request.set_parent("regions/nmd");
    return house_->audit_stub->StreamLeaves(&context, request);
  }

  void OpenHouse(const Limits& most = {}) {
    house_ = std::make_unique<House>(true, &rpc_, most);
    rpc_.edge = &house_->edge;
  }

  // A source that waits, and gives one leaf each time it is woken; `alive` is let go with it.
  void ServeWaiting(std::shared_ptr<void> alive = nullptr) {
    rpc_.handler = [this, alive](const call::Call&,
                                 const StreamLeavesRequest&) -> absl::StatusOr<call::Source<Leaf>> {
      auto waits = std::make_shared<std::atomic<bool>>(false);
      return call::Source<Leaf>([this, waits, alive]() -> absl::StatusOr<call::Step<Leaf>> {
        *waits = !*waits;
        if (*waits) return call::Step<Leaf>{.waiting = [this](Wake wake) { room_.Enter(std::move(wake)); }};
        Leaf leaf;
        leaf.set_sequence(++given_);
        return call::Step<Leaf>{.item = std::move(leaf)};
      });
    };
  }

  // A client that reads one message of many and no more, until the server lets go of them.
  void ExpectToBeBrokenOff() {
    std::promise<void> gone;
    std::shared_ptr<void> life(nullptr, [&gone](void*) { gone.set_value(); });
    rpc_.handler = [alive = std::move(life)](
                       const call::Call&, const StreamLeavesRequest&) -> absl::StatusOr<call::Source<Leaf>> {
      return call::Source<Leaf>([alive]() -> absl::StatusOr<call::Step<Leaf>> {
        Leaf leaf;
        leaf.set_content(std::string(256 << 10, 'x'));
        return call::Step<Leaf>{.item = std::move(leaf)};
      });
    };
    const auto context = House::As("auditor");
    const auto reader = Open(*context);
    Leaf leaf;
    ASSERT_TRUE(reader->Read(&leaf));
    rpc_.handler = nullptr;
    EXPECT_EQ(gone.get_future().wait_for(std::chrono::seconds(30)), std::future_status::ready);
    while (reader->Read(&leaf)) {
    }
    EXPECT_EQ(reader->Finish().error_code(), grpc::StatusCode::CANCELLED);
  }

  WatchedLeavesRpc rpc_;
  WaitingRoom room_;
  std::atomic<int> given_ = 0;
  std::unique_ptr<House> house_;  // Last: its streams use all of the above until it is gone.
};

TEST_F(WaitingStreamsTest, AStreamGoesOnWhenItIsWoken) {
  OpenHouse();
  ServeWaiting();
  const auto context = House::As("auditor");
  const auto reader = Open(*context);
  Leaf leaf;
  for (int i = 1; i <= 100; ++i) {
    room_.Leave()();
    ASSERT_TRUE(reader->Read(&leaf));
    EXPECT_EQ(leaf.sequence(), i);
  }
  context->TryCancel();
}

TEST_F(WaitingStreamsTest, ManyThatWaitHoldUpNobody) {
  OpenHouse();
  ServeWaiting();
  std::vector<std::unique_ptr<grpc::ClientContext>> contexts;
  std::vector<std::unique_ptr<grpc::ClientReader<Leaf>>> readers;
  std::vector<Wake> wakes;
  for (int i = 0; i < 200; ++i) {
    contexts.push_back(House::As("auditor"));
    readers.push_back(Open(*contexts.back()));
    wakes.push_back(room_.Leave());
  }
  for (const Wake& wake : wakes) wake();
  Leaf leaf;
  for (const auto& reader : readers) EXPECT_TRUE(reader->Read(&leaf));
  EXPECT_EQ(given_, 200);
  for (const auto& context : contexts) context->TryCancel();
}

TEST_F(WaitingStreamsTest, ToBeWokenTwiceOrLateIsHarmless) {
  OpenHouse();
  ServeWaiting();
  auto context = House::As("auditor");
  auto reader = Open(*context);
  const Wake wake = room_.Leave();
  wake();
  wake();
  Leaf leaf;
  ASSERT_TRUE(reader->Read(&leaf));
  context->TryCancel();
  EXPECT_EQ(reader->Finish().error_code(), grpc::StatusCode::CANCELLED);
  reader.reset();
  context.reset();
  house_.reset();
  wake();
}

TEST_F(WaitingStreamsTest, AClientThatGoesEndsAStreamThatWaits) {
  OpenHouse();
  std::promise<void> gone;
  ServeWaiting(std::shared_ptr<void>(nullptr, [&gone](void*) { gone.set_value(); }));
  const auto context = House::As("auditor");
  const auto reader = Open(*context);
  const Wake wake = room_.Leave();
  context->TryCancel();
  EXPECT_EQ(reader->Finish().error_code(), grpc::StatusCode::CANCELLED);
  rpc_.handler = nullptr;
  EXPECT_EQ(gone.get_future().wait_for(std::chrono::seconds(30)), std::future_status::ready);
  wake();
}

TEST_F(WaitingStreamsTest, TheDeadlineEndsAStreamThatWaits) {
  OpenHouse({.stream = absl::Milliseconds(200)});
  rpc_.handler = [this](const call::Call&, const StreamLeavesRequest&) -> absl::StatusOr<call::Source<Leaf>> {
    return call::Source<Leaf>([this]() -> absl::StatusOr<call::Step<Leaf>> {
      // By the clock of the house the time is up when the stream is asked again.
      house_->books.clock.Advance(absl::Seconds(1));
      return call::Step<Leaf>{.waiting = [this](Wake wake) { room_.Enter(std::move(wake)); }};
    });
  };
  const auto context = House::As("auditor");
  const auto reader = Open(*context);
  Leaf leaf;
  EXPECT_FALSE(reader->Read(&leaf));
  EXPECT_EQ(Ended(reader->Finish()).reason(), "DEADLINE_PASSED");
}

TEST_F(WaitingStreamsTest, AMessageThatNobodyTakesBreaksTheStreamOff) {
  rpc_.taken_within = absl::Milliseconds(200);
  OpenHouse();
  ExpectToBeBrokenOff();
}

TEST_F(WaitingStreamsTest, ADownloadThatNobodyTakesGivesItsPlaceBack) {
  rpc_.download = true;
  OpenHouse({.taken_within = absl::Milliseconds(200)});
  ExpectToBeBrokenOff();
  while (house_->edge.transfers().open() > 0) std::this_thread::yield();
}

}  // namespace
}  // namespace waarborg::edge
