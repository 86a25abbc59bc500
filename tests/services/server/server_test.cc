// The server as a whole: where it listens, and how it ends.

#include "services/server.h"

#include <unistd.h>

#include <future>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/generic/generic_stub.h"
#include "gtest/gtest.h"
#include "tests/support/desk.h"
#include "tests/support/matchers.h"

namespace waarborg {
namespace {

using testing::StatusIs;

class ServerTest : public ::testing::Test {
 protected:
  absl::StatusOr<std::unique_ptr<Server>> Start(const ServerOptions& options) {
    return Server::Start(options, *store_,
                         {.clock = [this] { return clock_.Now(); },
                          .entropy = testing::FakeEntropy(),
                          .log = [](absl::string_view) {}});
  }

  testing::FakeClock clock_;
  std::unique_ptr<storage::Store> store_ = testing::NewMemoryStore();
};

TEST_F(ServerTest, OnlyLiteralLoopbackAddressesAreServed) {
  for (const char* elsewhere :
       {"", ":0", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "127.0.0.1:-1", "127.buiten.example:0",
        "127.0.0.1.buiten.example:0", "127.1:0", "127.0.0.256:0", "0127.0.0.1:0", "0.0.0.0:0", "10.0.0.1:0", "[::]:0",
        "[::1]", "::1:0", "[::ffff:10.0.0.1]:0", "localhost", "localhost.buiten.example:0", "buiten.example:0", "unix:",
        "dns:localhost:0", "ipv4:127.0.0.1:0", " 127.0.0.1:0"}) {
    EXPECT_THAT(Start({.listen = elsewhere}), StatusIs(absl::StatusCode::kFailedPrecondition)) << elsewhere;
  }
  for (const char* here : {"127.0.0.1:0", "127.8.9.10:0", "localhost:0"}) {
    const auto server = Start({.listen = here});
    ASSERT_TRUE(server.ok()) << server.status();
    EXPECT_GT((*server)->port(), 0) << here;
    EXPECT_THAT((*server)->address(), ::testing::StartsWith("127.")) << here;
    EXPECT_THAT((*server)->address(), ::testing::EndsWith(absl::StrCat(":", (*server)->port()))) << here;
  }
  // A machine may have no IPv6 at all.
  EXPECT_NE(Start({.listen = "[::1]:0"}).status().code(), absl::StatusCode::kFailedPrecondition);
  const std::string socket = absl::StrCat("unix:", ::testing::TempDir(), "waarborg-", getpid(), ".sock");
  const auto server = Start({.listen = socket});
  ASSERT_TRUE(server.ok()) << server.status();
  EXPECT_EQ((*server)->address(), socket);
}

TEST_F(ServerTest, WithoutAnAddressItServesInThisProcessOnly) {
  const auto server = Start({});
  ASSERT_TRUE(server.ok());
  EXPECT_EQ((*server)->port(), 0);
  EXPECT_EQ((*server)->address(), "");
}

// A call of `Health/Watch`, which by itself never ends.
class Watch final : public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  explicit Watch(const std::shared_ptr<grpc::Channel>& channel) {
    const grpc::Slice everything("");
    request_ = grpc::ByteBuffer(&everything, 1);
    grpc::GenericStub(channel).PrepareBidiStreamingCall(&context_, "/grpc.health.v1.Health/Watch", grpc::StubOptions(),
                                                        this);
    StartWriteLast(&request_, grpc::WriteOptions());
    StartRead(&answer_);
    StartCall();
  }

  void OnReadDone(bool ok) override {
    if (!seen_) began_.set_value(ok);
    seen_ = true;
    if (ok) StartRead(&answer_);
  }
  void OnDone(const grpc::Status&) override { ended_.set_value(); }

  bool HasBegun() { return began_.get_future().get(); }
  void Cancel() { context_.TryCancel(); }
  void WaitForItsEnd() { ended_.get_future().wait(); }

 private:
  grpc::ClientContext context_;
  grpc::ByteBuffer request_;
  grpc::ByteBuffer answer_;
  bool seen_ = false;
  std::promise<bool> began_;
  std::promise<void> ended_;
};

TEST_F(ServerTest, AnOpenWatchDoesNotHoldUpTheEnd) {
  auto server = Start({.listen = "127.0.0.1:0", .shutdown_grace = absl::Milliseconds(100)});
  ASSERT_TRUE(server.ok()) << server.status();
  Watch watch(grpc::CreateChannel((*server)->address(), grpc::InsecureChannelCredentials()));
  ASSERT_TRUE(watch.HasBegun());
  std::future<void> ending = std::async(std::launch::async, [&server] { server->reset(); });
  EXPECT_EQ(ending.wait_for(std::chrono::seconds(30)), std::future_status::ready);
  watch.Cancel();
  watch.WaitForItsEnd();
}

}  // namespace
}  // namespace waarborg
