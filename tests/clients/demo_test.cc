#include <fstream>

#include "clients/cli/demo/sample.h"
#include "clients/cli/demo/trail.h"
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

TEST(DemoTrailTest, WhatStandsAroundTheChainIsNoStepOfIt) {
  const auto step_of = [](const std::string& resource) {
    audit::v1::Event event;
    event.set_resource("regions/nmd/" + resource);
    return demo::StepOf(event, {"regions/nmd/assessments/a-2"});
  };
  EXPECT_EQ(step_of("assessments/a-1/findings/VE01"), "ASSESSMENT");
  EXPECT_EQ(step_of("assessments/a-2/findings/VE01"), "RE_ASSESSMENT");
  EXPECT_EQ(step_of("improvementPlans/v-1"), "IMPROVEMENT_PLAN");
  EXPECT_EQ(step_of("escalations/p-1/steps/s-1"), "LADDER_STEP");
  EXPECT_EQ(step_of("escalations/p-1/acuteCases/c-1"), "ACUTE_CASE");
  for (const char* around :
       {"assessments/a-1/findings/VE01/threads/g-1", "assessments/a-1/findings/VE01/threads/g-1/comments/o-1",
        "improvementPlans/v-1/items/VE01/threads/g-1", "escalations/p-1/steps/s-1/threads/g-1",
        "escalations/p-1/acuteCases/c-1/threads/g-1", "attachments/b-1", "uploads/b-1", "incidents/m-1",
        "tasks/t-1", "providers/p-1/obligations/gz-visitation", "providers/p-1"}) {
    EXPECT_EQ(step_of(around), "") << around;
  }
}

TEST(DemoScriptTest, AStepSaysWhatItSendsAndWhatItWaitsFor) {
  const auto script = demo::ParseScript(R"({
    "title": {}, "provider": "p", "steps": [
      {"as": "m", "rpc": "UploadAttachment", "title": {}, "request": {}, "file": "files/a.csv"},
      {"as": "m", "rpc": "ListTasks", "title": {}, "request": {}, "await": "/tasks[kind=KIND_A]"}]})");
  ASSERT_TRUE(script.has_value());
  EXPECT_EQ(script->steps[0].file, "files/a.csv");
  EXPECT_EQ(script->steps[0].await, "");
  const nlohmann::json empty = {{"tasks", nlohmann::json::array()}};
  const nlohmann::json answer = {{"tasks", {{{"kind", "KIND_B"}}, {{"kind", "KIND_A"}, {"name", "t"}}}}};
  EXPECT_EQ(demo::ValueAt(empty, script->steps[1].await), nullptr);
  EXPECT_EQ(demo::ValueAt(nlohmann::json::object(), script->steps[1].await), nullptr);
  ASSERT_NE(demo::ValueAt(answer, script->steps[1].await), nullptr);
  EXPECT_EQ(demo::ValueAt(answer, script->steps[1].await)->value("name", ""), "t");
}

TEST(DemoScriptTest, DaysAreCountedFromTodayAloneAndWithinAText) {
  demo::Known known(absl::CivilDay(2026, 1, 31));
  known.Set("run", "7");
  EXPECT_EQ(known.Fill("${day+1}"), nlohmann::json({{"year", 2026}, {"month", 2}, {"day", 1}}));
  EXPECT_EQ(known.Fill("${day-31}T08:00:00Z"), "2025-12-31T08:00:00Z");
  EXPECT_EQ(known.FillText("${run}: ${day+0} tot ${day+1}"), "7: 2026-01-31 tot 2026-02-01");
  for (const char* text : {"${day", "${dayx}", "${day+1", "${other}"}) EXPECT_EQ(known.FillText(text), text);
}

TEST(DemoSampleTest, EveryFileOfTheCasesIsThereAndHoldsSomething) {
  const auto sample =
      demo::ReadSample({.sample_directory = WAARBORG_SAMPLE_DIR, .framework_file = WAARBORG_FRAMEWORK_FILE});
  ASSERT_TRUE(sample.ok());
  int files = 0;
  for (const demo::Script& script : sample->cases) {
    for (const demo::ScriptStep& step : script.steps) {
      if (step.file.empty()) continue;
      ++files;
      EXPECT_EQ(step.rpc, "UploadAttachment");
      EXPECT_GT(std::ifstream(step.file).peek(), 0) << step.file;
    }
  }
  EXPECT_GE(files, 4);
}

}  // namespace
}  // namespace waarborg::cli
