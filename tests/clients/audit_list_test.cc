#include "gtest/gtest.h"
#include "tests/clients/fake_server.h"

namespace waarborg::cli {
namespace {

using testing::RunCli;

class AuditListTest : public ::testing::Test {
 protected:
  AuditListTest() {
    server.list_events = [this](const audit::v1::ListEventsRequest& request, audit::v1::ListEventsResponse&) {
      filter = request.filter();
      return grpc::Status::OK;
    };
  }

  audit::v1::EventFilter List(const std::string& flag) {
    EXPECT_EQ(RunCli(server, {"audit", "list", flag}).status, 0);
    return filter;
  }

  testing::FakeServer server;
  audit::v1::EventFilter filter;
};

TEST_F(AuditListTest, ShortNamesFilter) {
  EXPECT_EQ(List("--filter.provider=p-1").provider(), "regions/nmd/providers/p-1");
  EXPECT_EQ(List("--filter.actor=auditor").actor(), "regions/nmd/members/auditor");
  EXPECT_EQ(List("--filter.resource=assessments/a-1").resource(), "regions/nmd/assessments/a-1");
  EXPECT_EQ(List(R"(--filter={"provider":"p-1"})").provider(), "regions/nmd/providers/p-1");
}

TEST_F(AuditListTest, FullNamesAndTheSystemStay) {
  EXPECT_EQ(List("--filter.actor=system").actor(), "system");
  EXPECT_EQ(List("--filter.actor=regions/shared/members/administrator").actor(),
            "regions/shared/members/administrator");
  EXPECT_EQ(List("--filter.resource=frameworks/dkk/versions/2019").resource(),
            "frameworks/dkk/versions/2019");
  EXPECT_EQ(List("--filter.resource=regions/x/providers/p-1").resource(), "regions/x/providers/p-1");
}

}  // namespace
}  // namespace waarborg::cli
