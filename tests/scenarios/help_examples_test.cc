// The examples that the help shows, carried out as printed on a server with the sample region.

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "clients/cli/words.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/running_server.h"
#include "tests/support/shell_words.h"

namespace waarborg {
namespace {

using testing::Ended;
using ::testing::HasSubstr;
using testing::RunningServer;

class HelpExamplesTest : public ::testing::Test {
 protected:
  HelpExamplesTest() { EXPECT_EQ(server.Waarborg({"demo", "--run=1", "--output=json"}).status, 0); }

  static std::string ExampleOf(const std::string& command) {
    return cli::CommandHelp(command)->value("example", "");
  }

  // The example of a command, without the name of the program.
  Ended Example(const std::string& command) {
    std::vector<std::string> words = testing::ShellWords(ExampleOf(command));
    words.erase(words.begin());
    return server.Waarborg(words);
  }

  void ExpectRuns(const std::vector<std::string>& commands) {
    for (const std::string& command : commands) {
      const Ended ended = Example(command);
      EXPECT_EQ(ended.status, 0) << ExampleOf(command) << "\n" << ended.err;
    }
  }

  RunningServer server;
};

TEST_F(HelpExamplesTest, AProviderIsRegisteredAndPutOnTheLadder) {
  ExpectRuns({"provider create", "provider update", "provider show", "location create", "contract create",
              "contract show", "step propose", "step show", "step list", "acute-case raise",
              "acute-case show", "acute-case list", "escalation show", "attention-point list", "case show"});
}

TEST_F(HelpExamplesTest, AnAssessmentIsPreparedWithTheScopeShown) {
  ExpectRuns({"provider create", "provider update", "contract create", "assessment create"});
  const std::string later =
      absl::FormatCivilTime(absl::ToCivilDay(server.clock->Now(), absl::UTCTimeZone()) + 30);
  ASSERT_EQ(
      server.Waarborg({"assessment", "announce", "a-1", "--visit-date=" + later, "--as=quality-manager"})
          .status,
      0);
  ExpectRuns({"assessment open-preparation", "assessment set-scope", "assessment show", "assessment list"});
}

TEST_F(HelpExamplesTest, WhatOnlyTheAdministratorOfTheHouseMayDoIsShownWithThatName) {
  for (const char* command : {"framework publish", "region create", "backup create"}) {
    EXPECT_THAT(ExampleOf(command), HasSubstr("--as=regions/shared/members/administrator")) << command;
  }
}

}  // namespace
}  // namespace waarborg
