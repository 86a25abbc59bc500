// Server streams: one item at a time, to the end, and gone when nobody reads.

#include <atomic>
#include <future>
#include <memory>

#include "gtest/gtest.h"
#include "services/edge/limits.h"
#include "tests/services/edge/house.h"

namespace waarborg::edge {
namespace {

using audit::v1::Leaf;
using audit::v1::StreamLeavesRequest;
using LeafHandler = call::StreamHandler<StreamLeavesRequest, Leaf>;

// An audit service whose leaves come from a handler of the test.
class LeavesRpc final : public audit::v1::AuditService::CallbackService {
 public:
  grpc::ServerWriteReactor<Leaf>* StreamLeaves(grpc::CallbackServerContext* context,
                                               const StreamLeavesRequest* request) override {
    return edge->ServeStream(context, request, handler);
  }

  const Edge* edge = nullptr;
  LeafHandler handler;
};

class StreamsTest : public ::testing::Test {
 protected:
  StreamsTest() { rpc_.edge = &house_.edge; }

  std::unique_ptr<grpc::ClientReader<Leaf>> Open(grpc::ClientContext& context) {
    StreamLeavesRequest request;
    request.set_parent("regions/nmd");
    return house_.audit_stub->StreamLeaves(&context, request);
  }

  // A source of `count` leaves of `bytes` each that counts what it gave; `alive` is let go with it.
  LeafHandler Leaves(int count, std::size_t bytes, std::shared_ptr<void> alive = nullptr) {
    return [this, count, bytes, alive](const call::Call&,
                                       const StreamLeavesRequest&) -> absl::StatusOr<call::Source<Leaf>> {
      return call::Source<Leaf>([this, count, bytes, alive]() -> absl::StatusOr<call::Step<Leaf>> {
        if (given_ == count) return call::Step<Leaf>{.ended = true};
        Leaf leaf;
        leaf.set_sequence(++given_);
        leaf.set_content(std::string(bytes, 'x'));
        return call::Step<Leaf>{.item = std::move(leaf)};
      });
    };
  }

  LeavesRpc rpc_;
  House house_{true, &rpc_};
  std::atomic<int> given_ = 0;
};

TEST_F(StreamsTest, EveryItemArrivesInOrderAndThenTheStreamIsOver) {
  rpc_.handler = Leaves(500, 10);
  const auto context = House::As("auditor");
  const auto reader = Open(*context);
  Leaf leaf;
  for (int expected = 1; expected <= 500; ++expected) {
    ASSERT_TRUE(reader->Read(&leaf));
    EXPECT_EQ(leaf.sequence(), expected);
  }
  EXPECT_FALSE(reader->Read(&leaf));
  EXPECT_TRUE(reader->Finish().ok());
}

TEST_F(StreamsTest, AnEmptyStreamIsOverAtOnce) {
  rpc_.handler = Leaves(0, 10);
  const auto context = House::As("auditor");
  const auto reader = Open(*context);
  Leaf leaf;
  EXPECT_FALSE(reader->Read(&leaf));
  EXPECT_TRUE(reader->Finish().ok());
}

// 200 MB in all; only what the transport's own windows hold may have been made before it is read.
TEST_F(StreamsTest, ASlowReaderHoldsBackTheSource) {
  constexpr int kCount = 800;
  constexpr int kAhead = 200;
  rpc_.handler = Leaves(kCount, 256 << 10);
  const auto context = House::As("auditor");
  const auto reader = Open(*context);
  Leaf leaf;
  int most_ahead = 0;
  for (int read = 1; read <= kCount; ++read) {
    ASSERT_TRUE(reader->Read(&leaf));
    most_ahead = std::max(most_ahead, given_ - read);
  }
  EXPECT_FALSE(reader->Read(&leaf));
  EXPECT_TRUE(reader->Finish().ok());
  EXPECT_LT(most_ahead, kAhead);
}

TEST_F(StreamsTest, ACancelledStreamLetsItsSourceGo) {
  std::promise<void> gone;
  rpc_.handler = Leaves(1'000'000, 64 << 10, std::shared_ptr<void>(nullptr, [&gone](void*) { gone.set_value(); }));
  const auto context = House::As("auditor");
  const auto reader = Open(*context);
  Leaf leaf;
  ASSERT_TRUE(reader->Read(&leaf));
  context->TryCancel();
  while (reader->Read(&leaf)) {
  }
  EXPECT_EQ(reader->Finish().error_code(), grpc::StatusCode::CANCELLED);
  rpc_.handler = nullptr;
  EXPECT_EQ(gone.get_future().wait_for(std::chrono::seconds(30)), std::future_status::ready);
}

TEST_F(StreamsTest, WhoMayNotReadGetsNoItem) {
  rpc_.handler = Leaves(5, 10);
  const auto context = House::As("quality-manager");
  const auto reader = Open(*context);
  Leaf leaf;
  EXPECT_FALSE(reader->Read(&leaf));
  EXPECT_EQ(Ended(reader->Finish()).reason(), "METHOD_NOT_ALLOWED");
  EXPECT_EQ(given_, 0);
}

TEST_F(StreamsTest, AHandlerThatRefusesEndsTheStreamWithItsReason) {
  rpc_.handler = [](const call::Call&, const StreamLeavesRequest&) -> absl::StatusOr<call::Source<Leaf>> {
    return call::Error(absl::StatusCode::kOutOfRange, "TREE_TOO_SMALL").With("size", "1").With("asked", "2");
  };
  const auto context = House::As("auditor");
  const auto reader = Open(*context);
  Leaf leaf;
  EXPECT_FALSE(reader->Read(&leaf));
  const Ended ended(reader->Finish());
  EXPECT_EQ(ended.code(), grpc::StatusCode::OUT_OF_RANGE);
  EXPECT_EQ(ended.reason(), "TREE_TOO_SMALL");
}

TEST_F(StreamsTest, AnErrorOnTheWayIsHiddenBehindANumber) {
  rpc_.handler = [](const call::Call&, const StreamLeavesRequest&) -> absl::StatusOr<call::Source<Leaf>> {
    return call::Source<Leaf>([given = 0]() mutable -> absl::StatusOr<call::Step<Leaf>> {
      if (given++ == 3) return absl::DataLossError("leaf 4 is missing");
      return call::Step<Leaf>{.item = Leaf()};
    });
  };
  const auto context = House::As("auditor");
  const auto reader = Open(*context);
  Leaf leaf;
  int count = 0;
  while (reader->Read(&leaf)) ++count;
  EXPECT_EQ(count, 3);
  EXPECT_EQ(Ended(reader->Finish()).reason(), "INTERNAL");
  ASSERT_EQ(house_.log().size(), 1U);
}

TEST_F(StreamsTest, TheServersDeadlineEndsAStream) {
  rpc_.handler = [this](const call::Call&, const StreamLeavesRequest&) -> absl::StatusOr<call::Source<Leaf>> {
    return call::Source<Leaf>([this]() -> absl::StatusOr<call::Step<Leaf>> {
      house_.books.clock.Advance(limits::kStreamDeadline / 10);
      return call::Step<Leaf>{.item = Leaf()};
    });
  };
  const auto context = House::As("auditor");
  const auto reader = Open(*context);
  Leaf leaf;
  int count = 0;
  while (reader->Read(&leaf)) ++count;
  EXPECT_EQ(Ended(reader->Finish()).reason(), "DEADLINE_PASSED");
  EXPECT_EQ(count, 11);
}

}  // namespace
}  // namespace waarborg::edge
