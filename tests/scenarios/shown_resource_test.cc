// What `--output=json` prints goes back in with `--file`.

#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/support/running_server.h"

namespace waarborg {
namespace {

using nlohmann::json;
using testing::Ended;

class ShownResourceTest : public ::testing::Test {
 protected:
  ShownResourceTest() { EXPECT_EQ(server.Waarborg({"demo", "--output=json"}).status, 0); }

  std::string Show(const std::string& noun, const std::string& name) {
    const Ended shown = server.Waarborg({noun, "show", name, "--output=json", kAdministrator});
    EXPECT_EQ(shown.status, 0) << shown.err;
    return shown.out;
  }

  static constexpr char kAdministrator[] = "--as=regions/shared/members/administrator";
  testing::RunningServer server;
};

TEST_F(ShownResourceTest, AProviderUpdatesItself) {
  json provider = json::parse(Show("provider", "de-esdoorn-1"));
  provider["title"] = "De Esdoorn, met een nieuwe naam";
  const Ended updated = server.Waarborg({"provider", "update", "--file=-", kAdministrator}, provider.dump());
  EXPECT_EQ(updated.status, 0) << updated.err;
  EXPECT_EQ(json::parse(Show("provider", "de-esdoorn-1"))["title"], provider["title"]);
  provider.erase("etag");
  provider["kvkNumber"] = "99900125";
  EXPECT_EQ(server.Waarborg({"provider", "update", "--file=-", kAdministrator}, provider.dump()).status, 3);
}

TEST_F(ShownResourceTest, AMemberUpdatesItself) {
  const std::string member = Show("member", "second-reader");
  const Ended updated = server.Waarborg({"member", "update", "--file=-", kAdministrator}, member);
  EXPECT_EQ(updated.status, 0) << updated.err;
}

TEST_F(ShownResourceTest, APolicyIsPublishedAgain) {
  const std::string policy = Show("policy", "1");
  const Ended published =
      server.Waarborg({"policy", "publish", "--file=-", "--reason=nogmaals", kAdministrator}, policy);
  EXPECT_EQ(published.status, 0) << published.err;
}

TEST_F(ShownResourceTest, AFrameworkIsTakenAsItIsShown) {
  const std::string version = Show("framework", "dkk-2019");
  const Ended checked =
      server.Waarborg({"framework", "publish", "--file=-", "--validate-only", kAdministrator}, version);
  EXPECT_EQ(checked.status, 0) << checked.err;
}

}  // namespace
}  // namespace waarborg
