// `waarborg watch`: lines as they come, and on again after a cut.

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/clients/fake_server.h"

namespace waarborg::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::ErrorStatus;
using testing::RunCli;
using watch::v1::WatchAssessmentRequest;
using watch::v1::WatchUpdate;
using Send = std::function<bool(const WatchUpdate&)>;

WatchUpdate Change(const std::string& cursor, const std::string& kind) {
  WatchUpdate update;
  update.set_cursor(cursor);
  update.mutable_change()->set_kind(kind);
  update.mutable_change()->set_actor("regions/nmd/members/manager");
  update.mutable_change()->set_resource("regions/nmd/assessments/t-1");
  return update;
}

WatchUpdate PresenceOf(const std::string& cursor, const std::string& part, bool left) {
  WatchUpdate update;
  update.set_cursor(cursor);
  update.mutable_presence()->set_member("regions/nmd/members/anna");
  update.mutable_presence()->set_resource("regions/nmd/assessments/t-1");
  update.mutable_presence()->set_part(part);
  update.mutable_presence()->set_left(left);
  return update;
}

class WatchTest : public ::testing::Test {
 protected:
  // Each stream does what stands next in `streams`; after the last the caller may not watch any more.
  WatchTest() {
    server.watch_assessment = [this](const WatchAssessmentRequest& request, const Send& send) {
      asked.push_back(request.name() + " " + request.cursor());
      if (asked.size() > streams.size()) {
        return ErrorStatus(grpc::StatusCode::PERMISSION_DENIED, "METHOD_NOT_ALLOWED", "mag niet", "not allowed");
      }
      return streams[asked.size() - 1](send);
    };
  }

  testing::FakeServer server;
  std::vector<std::function<grpc::Status(const Send&)>> streams;
  std::vector<std::string> asked;
};

TEST_F(WatchTest, ChangesAndPresencesAreLinesAndHeartbeatsAreNot) {
  streams = {[](const Send& send) {
    WatchUpdate heartbeat;
    heartbeat.set_cursor("c0");
    send(heartbeat);
    send(Change("c1", "DraftSent"));
    send(PresenceOf("c1", "VE01", false));
    send(PresenceOf("c1", "VE01", true));
    return grpc::Status::OK;
  }};
  const auto printed = RunCli(server, {"watch", "assessment", "t-1", "--lang=nl"});
  EXPECT_THAT(printed.out, HasSubstr("concept verzonden"));
  EXPECT_THAT(printed.out, HasSubstr("anna is bezig in assessments/t-1 VE01"));
  EXPECT_THAT(printed.out, HasSubstr("anna is weg bij assessments/t-1 VE01"));
  EXPECT_THAT(printed.out, Not(HasSubstr("c0")));
  EXPECT_THAT(printed.err, HasSubstr("mag niet"));
}

TEST_F(WatchTest, AfterAnEndAndAfterACutItGoesOnFromTheLastCursor) {
  streams = {[](const Send& send) {
               send(Change("c1", "DraftSent"));
               return grpc::Status::OK;
             },
             [](const Send& send) {
               send(Change("c2", "ResponseSubmitted"));
               return ErrorStatus(grpc::StatusCode::RESOURCE_EXHAUSTED, "SLOW_READER", "te traag", "too slow");
             },
             [](const Send&) { return grpc::Status(grpc::StatusCode::UNAVAILABLE, "gone"); }};
  const auto printed = RunCli(server, {"watch", "assessment", "t-1", "--output=json", "--cursor=c0"});
  const std::string name = "regions/nmd/assessments/t-1 ";
  EXPECT_THAT(asked, ElementsAre(name + "c0", name + "c1", name + "c2", name + "c2"));
  EXPECT_THAT(printed.out, HasSubstr("\"cursor\":\"c1\""));
  EXPECT_THAT(printed.out, HasSubstr("\"cursor\":\"c2\""));
  EXPECT_NE(printed.status, 0);
}

TEST_F(WatchTest, WhatTheServerRefusesIsNotAskedAgain) {
  const auto printed = RunCli(server, {"watch", "assessment", "t-1"});
  EXPECT_EQ(asked.size(), 1U);
  EXPECT_THAT(printed.err, HasSubstr("not allowed"));
  EXPECT_NE(printed.status, 0);
}

}  // namespace
}  // namespace waarborg::cli
