// `waarborg case show`: the whole chain of one provider on one page.

#include <string>

#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/support/running_server.h"

namespace waarborg {
namespace {

using nlohmann::json;
using testing::Ended;
using testing::RunningServer;

TEST(CaseShowTest, EveryArrowHasDateAndPersonAndTheDecisionsHaveReasons) {
  RunningServer server;
  ASSERT_EQ(server.Waarborg({"demo", "--run=1", "--output=json"}).status, 0);
  const Ended shown =
      server.Waarborg({"case", "show", "regions/nmd/providers/de-esdoorn-1", "--output=json"});
  ASSERT_EQ(shown.status, 0) << shown.err;
  const json page = json::parse(shown.out, nullptr, false);
  ASSERT_TRUE(page.contains("events")) << shown.out.substr(0, 500);
  ASSERT_GT(page["events"].size(), 80U);
  for (const json& arrow : page["events"]) {
    EXPECT_FALSE(arrow["date"].is_null());
    EXPECT_FALSE(arrow["person"].is_null());
    if (arrow["to_state"] == "DECIDED" && arrow["from_state"] == "READY") {
      EXPECT_FALSE(arrow["reason"].is_null());
    }
  }
}

TEST(CaseShowTest, AnUnknownProviderIsNotFound) {
  RunningServer server;
  ASSERT_EQ(server.Waarborg({"demo", "--run=1", "--output=json"}).status, 0);
  EXPECT_EQ(server.Waarborg({"case", "show", "regions/nmd/providers/nobody"}).status, 4);
}

TEST(CaseShowTest, ACaseIsNotForAnAdministrator) {
  RunningServer server;
  ASSERT_EQ(server.Waarborg({"demo", "--run=1", "--output=json"}).status, 0);
  EXPECT_EQ(
      server.Waarborg({"case", "show", "regions/nmd/providers/de-esdoorn-1", "--as=administrator"}).status,
      5);
}

}  // namespace
}  // namespace waarborg
