#include "clients/cpp/client.h"

#include <future>
#include <memory>
#include <set>

#include "clients/cpp/request_id.h"
#include "clients/cpp/services.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/clients/fake_server.h"

namespace waarborg::client {
namespace {

using registry::v1::CreateProviderRequest;
using registry::v1::GetProviderRequest;
using registry::v1::Provider;
using ::testing::ElementsAre;
using testing::ErrorStatus;
using testing::FakeServer;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const grpc::Status kDown(grpc::StatusCode::UNAVAILABLE, "down");

class ClientTest : public ::testing::Test {
 protected:
  FakeServer server;
  std::vector<absl::Duration> pauses;
  Client client{server.Channel(), RetryPolicy{}, [this](absl::Duration pause) { pauses.push_back(pause); }};
};

TEST_F(ClientTest, SaysWhoAsksAndForWhichTrace) {
  server.get_provider = [](const GetProviderRequest& request, Provider& answer) {
    answer.set_name(request.name());
    return grpc::Status::OK;
  };
  GetProviderRequest request;
  request.set_name("regions/nmd/providers/p-1");
  const auto answer = client.Call<Provider>("GetProvider", request, "regions/nmd/members/auditor",
                                            {.member = "", .traceparent = "00-ab-cd-01"});
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->name(), "regions/nmd/providers/p-1");
  EXPECT_THAT(server.Members(), ElementsAre("regions/nmd/members/auditor"));
  EXPECT_THAT(server.Traces(), ElementsAre("00-ab-cd-01"));
}

TEST_F(ClientTest, RepeatsAnUnavailableCallWithTheSameRequestId) {
  std::vector<std::string> ids;
  server.create_provider = [&](const CreateProviderRequest& request, Provider&) {
    ids.push_back(request.request_id());
    return ids.size() < 3 ? kDown : grpc::Status::OK;
  };
  EXPECT_TRUE(client.Call<Provider>("CreateProvider", CreateProviderRequest(), "").ok());
  ASSERT_THAT(ids, SizeIs(3));
  EXPECT_THAT(ids.front(), SizeIs(36));
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 1U);
  EXPECT_THAT(pauses, SizeIs(2));
}

TEST_F(ClientTest, KeepsTheRequestIdThatIsGiven) {
  std::string id;
  server.create_provider = [&](const CreateProviderRequest& request, Provider&) {
    id = request.request_id();
    return grpc::Status::OK;
  };
  CreateProviderRequest request;
  request.set_request_id("mine");
  EXPECT_TRUE(client.Call<Provider>("CreateProvider", request, "").ok());
  EXPECT_EQ(id, "mine");
}

TEST_F(ClientTest, GivesUpAfterAsManyAttemptsAsThePolicySays) {
  int calls = 0;
  server.get_provider = [&](const GetProviderRequest&, Provider&) {
    ++calls;
    return kDown;
  };
  const auto answer = client.Call<Provider>("GetProvider", GetProviderRequest(), "");
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, grpc::StatusCode::UNAVAILABLE);
  EXPECT_EQ(calls, RetryPolicy{}.attempts);
}

TEST_F(ClientTest, NeverRepeatsARefusal) {
  int calls = 0;
  server.get_provider = [&](const GetProviderRequest&, Provider&) {
    ++calls;
    return grpc::Status(grpc::StatusCode::ABORTED, "stale");
  };
  EXPECT_FALSE(client.Call<Provider>("GetProvider", GetProviderRequest(), "").ok());
  EXPECT_EQ(calls, 1);
  EXPECT_THAT(pauses, IsEmpty());
}

TEST_F(ClientTest, TakesTheDetailsOfAnErrorApart) {
  google::rpc::BadRequest bad;
  testing::AddViolation(bad, "provider.kvk_number", "INVALID_VALUE");
  google::rpc::PreconditionFailure failure;
  failure.add_violations()->set_description("expected FINAL; found REVIEW");
  server.get_provider = [&](const GetProviderRequest&, Provider&) {
    return ErrorStatus(grpc::StatusCode::INVALID_ARGUMENT, "INVALID_REQUEST", "klopt niet", "does not hold",
                       bad, failure);
  };
  const auto answer = client.Call<Provider>("GetProvider", GetProviderRequest(), "");
  ASSERT_FALSE(answer.ok());
  const ApiError& error = answer.error();
  EXPECT_EQ(error.reason, "INVALID_REQUEST");
  EXPECT_EQ(error.domain, "waarborg");
  EXPECT_EQ(error.message_nl, "klopt niet");
  EXPECT_EQ(error.message_en, "does not hold");
  ASSERT_THAT(error.violations, SizeIs(1));
  EXPECT_EQ(error.violations[0].field, "provider.kvk_number");
  EXPECT_EQ(error.violations[0].reason, "INVALID_VALUE");
  EXPECT_EQ(error.violations[0].description_nl, "in het Nederlands: INVALID_VALUE");
  ASSERT_THAT(error.preconditions, SizeIs(1));
  EXPECT_EQ(error.preconditions[0].description, "expected FINAL; found REVIEW");
}

// The last answer is often the reason to leave.
TEST(ClientEndTest, MayComeAsSoonAsTheLastAnswerIsThere) {
  FakeServer server;
  server.get_provider = [](const GetProviderRequest&, Provider&) { return grpc::Status::OK; };
  for (int i = 0; i < 300; ++i) {
    std::promise<bool> answered;
    const auto leaver = std::make_unique<Client>(server.Channel());
    leaver->CallAsync(*FindMethod("GetProvider"), GetProviderRequest(), {},
                      [&answered](const auto& answer) { answered.set_value(answer.ok()); });
    ASSERT_TRUE(answered.get_future().get()) << i;
  }
}

TEST_F(ClientTest, AStreamStopsWhenItsReaderHasEnough) {
  server.leaves = [](const audit::v1::StreamLeavesRequest&,
                     const std::function<void(const audit::v1::Leaf&)>& send) {
    for (int i = 1; i <= 10; ++i) {
      audit::v1::Leaf leaf;
      leaf.set_sequence(i);
      send(leaf);
    }
    return grpc::Status::OK;
  };
  int seen = 0;
  const auto error = client.Stream(*FindMethod("StreamLeaves"), audit::v1::StreamLeavesRequest(), {},
                                   [&](const google::protobuf::Message&) { return ++seen < 4; });
  EXPECT_FALSE(error.has_value());
  EXPECT_EQ(seen, 4);
}

TEST_F(ClientTest, AStreamEndsWithTheErrorOfTheServer) {
  server.leaves = [](const audit::v1::StreamLeavesRequest&,
                     const std::function<void(const audit::v1::Leaf&)>& send) {
    send(audit::v1::Leaf());
    return grpc::Status(grpc::StatusCode::DATA_LOSS, "broken");
  };
  int seen = 0;
  const auto error = client.Stream(*FindMethod("StreamLeaves"), audit::v1::StreamLeavesRequest(), {},
                                   [&](const google::protobuf::Message&) { return ++seen > 0; });
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->code, grpc::StatusCode::DATA_LOSS);
  EXPECT_EQ(seen, 1);
}

TEST(ErrorTest, AStatusWithoutDetailsKeepsItsText) {
  const ApiError error = DecodeError(grpc::Status(grpc::StatusCode::INTERNAL, "oops", "not a status"));
  EXPECT_EQ(error.message_nl, "oops");
  EXPECT_EQ(error.reason, "");
  EXPECT_EQ(CodeName(error.code), "INTERNAL");
}

TEST(RequestIdTest, IsARandomUuid) {
  const std::string id = NewRequestId();
  EXPECT_THAT(id,
              ::testing::MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  EXPECT_NE(id, NewRequestId());
}

TEST(BackoffTest, PausesDoubleUpToTheLongest) {
  const RetryPolicy policy{
      .attempts = 9, .first_pause = absl::Milliseconds(100), .longest_pause = absl::Milliseconds(400)};
  Backoff backoff(policy, 1);
  for (const int bound : {100, 200, 400, 400}) {
    const absl::Duration pause = backoff.Next();
    EXPECT_GE(pause, absl::Milliseconds(bound) / 2);
    EXPECT_LE(pause, absl::Milliseconds(bound));
  }
}

TEST(ServicesTest, OnlyReadsAndRequestsWithAnIdMayBeRepeated) {
  EXPECT_TRUE(IsRepeatable(*FindMethod("ListEvents")));
  EXPECT_TRUE(IsRepeatable(*FindMethod("SubmitScores")));
  EXPECT_FALSE(IsRepeatable(*FindMethod("CreateBackup")));
}

}  // namespace
}  // namespace waarborg::client
