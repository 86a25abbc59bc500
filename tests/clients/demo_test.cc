#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/clients/fake_server.h"

namespace waarborg::cli {
namespace {

using ::testing::HasSubstr;
using testing::Printed;
using testing::RunCli;

class DemoTest : public ::testing::Test {
 protected:
  // Why `waarborg demo` with this word is refused.
  std::string Refusal(const std::string& word) {
    const Printed printed = RunCli(server, {"demo", word, "--output=json"});
    EXPECT_EQ(printed.status, 2) << word;
    EXPECT_EQ(printed.out, "") << word;
    return nlohmann::json::parse(printed.err)["error"].value("reason", "");
  }

  testing::FakeServer server;
};

TEST_F(DemoTest, WrongUseIsRefusedBeforeAnythingIsWritten) {
  EXPECT_EQ(Refusal("foo"), "NAME_NOT_EXPECTED");
  for (const char* run : {"--run=abc", "--run=-1", "--run=0", "--run=1000000", "--run=99999999999"}) {
    EXPECT_EQ(Refusal(run), "FLAG_VALUE_INVALID") << run;
  }
  EXPECT_EQ(Refusal("--region=zorgkantoor-noord"), "FLAG_VALUE_INVALID");
  EXPECT_EQ(Refusal("--file=zz"), "UNKNOWN_FLAG");
  EXPECT_EQ(Refusal("--all"), "UNKNOWN_FLAG");
  for (const char* flag : {"--sample-dir=/nope", "--framework-file=/nope", "--framework-file=/dev/null"}) {
    EXPECT_EQ(Refusal(flag), "SAMPLE_UNREADABLE") << flag;
  }
  EXPECT_TRUE(server.Members().empty());
}

TEST_F(DemoTest, AnUnreadableSampleIsNamedInTheLanguageOfTheReader) {
  EXPECT_THAT(RunCli(server, {"demo", "--sample-dir=/nope", "--lang=nl"}).err,
              HasSubstr("Het voorbeeldbestand /nope/nmd/region.json is niet te gebruiken."));
}

}  // namespace
}  // namespace waarborg::cli
