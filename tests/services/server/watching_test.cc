// The live feed through the wire: a commit is told at once, also one of another server on the same store.

#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "absl/strings/str_cat.h"
#include "grpcpp/client_context.h"
#include "gtest/gtest.h"
#include "services/registry/names.h"
#include "services/registry/records.h"
#include "services/server.h"
#include "services/team/names.h"
#include "services/team/records.h"
#include "tests/support/desk.h"
#include "tests/support/matchers.h"
#include "waarborg/registry/v1/registry.grpc.pb.h"
#include "waarborg/watch/v1/watch.grpc.pb.h"

namespace waarborg {
namespace {

using testing::IsOk;
using watch::v1::WatchUpdate;

constexpr char kProvider[] = "regions/nmd/providers/farm";

class WatchingTest : public ::testing::Test {
 protected:
  WatchingTest() : here_(Start()), beside_(Start()) {
    ledger::Ledger ledger(*store_, [this] { return clock_.Now(); });
    const call::Call call{.caller = call::SystemCaller("nmd"),
                          .region = "nmd",
                          .method = "test/scene",
                          .now = clock_.Now(),
                          .deadline = absl::InfiniteFuture(),
                          .entropy = testing::FakeEntropy()};
    EXPECT_THAT(ledger.RunAndWait(call,
                                  [](ledger::UnitOfWork& unit) {
                                    RETURN_IF_ERROR(Put(unit, Provider()));
                                    RETURN_IF_ERROR(Put(unit, Manager()));
                                    unit.Record({.kind = "SceneSet", .resource = "regions/nmd"});
                                    return absl::OkStatus();
                                  }),
                IsOk());
  }

  static registry::v1::Provider Provider() {
    registry::v1::Provider provider;
    provider.set_name(kProvider);
    provider.set_title("De boerderij");
    provider.set_profile(framework::v1::PROFILE_ZIN);
    provider.set_kvk_number("12345678");
    provider.add_kinds_of_care(registry::v1::Provider::KIND_OF_CARE_GUIDANCE);
    provider.set_etag("1");
    return provider;
  }
  static team::v1::Member Manager() {
    team::v1::Member member;
    member.set_name("regions/nmd/members/manager");
    member.add_roles(team::v1::ROLE_QUALITY_MANAGER);
    return member;
  }
  static absl::Status Put(ledger::UnitOfWork& unit, const registry::v1::Provider& provider) {
    return unit.Put(registry::kProviders, registry::ProviderName::Parse(provider.name())->Key(), provider);
  }
  static absl::Status Put(ledger::UnitOfWork& unit, const team::v1::Member& member) {
    return unit.Put(team::kMembers, team::MemberName::Parse(member.name())->Key(), member);
  }

  std::unique_ptr<Server> Start() {
    absl::StatusOr<std::unique_ptr<Server>> server = Server::Start(
        {.dev_identities = true}, *store_,
        {.clock = [this] { return clock_.Now(); },
         .entropy = testing::FakeEntropy(),
         .log = [](absl::string_view line) { ADD_FAILURE() << line; }});
    EXPECT_TRUE(server.ok()) << server.status();
    return *std::move(server);
  }

  static std::unique_ptr<grpc::ClientContext> AsManager() {
    auto context = std::make_unique<grpc::ClientContext>();
    context->AddMetadata("waarborg-member", "regions/nmd/members/manager");
    // What does not come by then does not come.
    context->set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(60));
    return context;
  }

  std::unique_ptr<grpc::ClientReader<WatchUpdate>> Watch(Server& server, grpc::ClientContext& context,
                                                         const std::string& cursor = "") {
    watch::v1::WatchCaseRequest request;
    request.set_name(kProvider);
    request.set_cursor(cursor);
    return watch::v1::WatchService::NewStub(server.InProcessChannel())->WatchCase(&context, request);
  }

  void Rename(Server& server, const std::string& title) {
    registry::v1::UpdateProviderRequest request;
    *request.mutable_provider() = Provider();
    request.mutable_provider()->clear_etag();
    request.mutable_provider()->set_title(title);
    request.mutable_update_mask()->add_paths("title");
    registry::v1::Provider answer;
    const grpc::Status status = registry::v1::RegistryService::NewStub(server.InProcessChannel())
                                    ->UpdateProvider(AsManager().get(), request, &answer);
    ASSERT_TRUE(status.ok()) << status.error_message();
  }

  // The kind of the next change, whatever else comes before it.
  static std::string NextChange(grpc::ClientReader<WatchUpdate>& reader) {
    WatchUpdate update;
    while (reader.Read(&update)) {
      if (update.has_change()) return update.change().kind();
    }
    return "";
  }

  testing::FakeClock clock_;
  std::unique_ptr<storage::Store> store_ = testing::NewMemoryStore();
  std::unique_ptr<Server> here_;
  std::unique_ptr<Server> beside_;
};

TEST_F(WatchingTest, ACommitOfEitherServerIsTold) {
  const auto context = AsManager();
  const auto reader = Watch(*here_, *context);
  WatchUpdate first;
  ASSERT_TRUE(reader->Read(&first));
  EXPECT_FALSE(first.cursor().empty());
  Rename(*here_, "De nieuwe boerderij");
  EXPECT_EQ(NextChange(*reader), "ProviderChanged");
  Rename(*beside_, "De oude boerderij");
  EXPECT_EQ(NextChange(*reader), "ProviderChanged");
  context->TryCancel();
}

TEST_F(WatchingTest, ACursorOfOneServerGoesOnAtTheOther) {
  std::string cursor;
  {
    const auto context = AsManager();
    const auto reader = Watch(*here_, *context);
    WatchUpdate first;
    ASSERT_TRUE(reader->Read(&first));
    cursor = first.cursor();
    context->TryCancel();
  }
  Rename(*here_, "De nieuwe boerderij");
  const auto context = AsManager();
  const auto reader = Watch(*beside_, *context, cursor);
  EXPECT_EQ(NextChange(*reader), "ProviderChanged");
  context->TryCancel();
}

TEST_F(WatchingTest, PresenceAtOneServerIsSeenAtTheOther) {
  const auto context = AsManager();
  const auto reader = Watch(*beside_, *context);
  WatchUpdate update;
  ASSERT_TRUE(reader->Read(&update));
  watch::v1::SetPresenceRequest request;
  request.set_resource(kProvider);
  request.set_part("contracts");
  watch::v1::Presence answer;
  const grpc::Status status = watch::v1::WatchService::NewStub(here_->InProcessChannel())
                                  ->SetPresence(AsManager().get(), request, &answer);
  ASSERT_TRUE(status.ok()) << status.error_message();
  // The other server looks for people every second of its clock.
  clock_.Advance(absl::Seconds(1));
  while (reader->Read(&update) && !update.has_presence()) {
  }
  EXPECT_EQ(update.presence().part(), "contracts");
  context->TryCancel();
}

TEST_F(WatchingTest, AServerThatEndsLetsItsWatchersGoOnElsewhere) {
  const auto context = AsManager();
  const auto reader = Watch(*here_, *context);
  WatchUpdate update;
  ASSERT_TRUE(reader->Read(&update));
  std::thread ending([this] { here_.reset(); });
  while (reader->Read(&update)) {
  }
  EXPECT_EQ(reader->Finish().error_code(), grpc::StatusCode::UNAVAILABLE);
  ending.join();
}

}  // namespace
}  // namespace waarborg
