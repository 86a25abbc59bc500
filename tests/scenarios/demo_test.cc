// The sample case, played through the public API and read back from the journal.

#include <set>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/support/running_server.h"

namespace waarborg {
namespace {

using nlohmann::json;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::Ended;
using ::testing::IsEmpty;
using testing::RunningServer;

json Demo(RunningServer& server) {
  const Ended demo = server.Waarborg({"demo", "--output=json"});
  EXPECT_EQ(demo.status, 0) << demo.err;
  return json::parse(demo.out, nullptr, false);
}

// The states an event of this kind moved between, or "" for nothing.
std::vector<std::string> Moves(const json& trail, const std::string& step, const std::string& resource_part) {
  std::vector<std::string> moves;
  for (const json& row : trail) {
    if (row["step"] != step || std::string(row["resource"]).find(resource_part) == std::string::npos)
      continue;
    if (row["from_state"] == row["to_state"]) continue;
    moves.push_back(row["to_state"]);
  }
  return moves;
}

class DemoTest : public ::testing::Test {
 protected:
  RunningServer server;
};

TEST_F(DemoTest, PlaysToTheEndAndTellsItInJournalOrder) {
  const json trail = Demo(server);
  ASSERT_TRUE(trail.is_array());
  ASSERT_GT(trail.size(), 100U);
  std::int64_t last = 0;
  std::set<std::string> steps;
  for (const json& row : trail) {
    EXPECT_GT(row["journal_sequence"], last);
    last = row["journal_sequence"];
    steps.insert(row["step"]);
    for (const char* key :
         {"step", "resource", "event", "from_state", "to_state", "level", "actor", "role"}) {
      EXPECT_TRUE(row.contains(key)) << key;
    }
  }
  EXPECT_THAT(steps,
              ElementsAre("ACUTE_CASE", "ASSESSMENT", "IMPROVEMENT_PLAN", "LADDER_STEP", "RE_ASSESSMENT"));
}

TEST_F(DemoTest, GoesFromAssessmentThroughTheLadderAndBack) {
  const json trail = Demo(server);
  EXPECT_THAT(Moves(trail, "ASSESSMENT", "/esdoorn-1"),
              ElementsAre("PLANNED", "ANNOUNCED", "PREPARING", "FIELDWORK", "SCORING", "REVIEW", "DRAFT_SENT",
                          "RESPONSE_IN", "FINAL", "CLOSED"));
  EXPECT_THAT(Moves(trail, "LADDER_STEP", "/toezicht-assen"),
              ElementsAre("PROPOSED", "CONFIRMED", "HEARING", "READY", "DECIDED"));
  EXPECT_THAT(Moves(trail, "LADDER_STEP", "/afschalen-tynaarlo"),
              ElementsAre("PROPOSED", "CONFIRMED", "READY", "DECIDED"));
  EXPECT_THAT(Moves(trail, "ACUTE_CASE", "/acuteCases/"), ElementsAre("RAISED", "PROVISIONAL", "RATIFIED"));
  EXPECT_THAT(Moves(trail, "IMPROVEMENT_PLAN", "/esdoorn-plan-2"),
              ElementsAre("REQUESTED", "SUBMITTED", "APPROVED", "IN_PROGRESS", "COMPLETED", "ACHIEVED"));
}

TEST_F(DemoTest, AProviderActsForItselfAndADecisionMakerDecides) {
  for (const json& row : Demo(server)) {
    if (row["event"] == "ImprovementPlanSubmitted") {
      EXPECT_EQ(row["role"], "PROVIDER_USER");
    }
    if (row["step"] == "LADDER_STEP" && row["to_state"] == "DECIDED" && row["from_state"] == "READY" &&
        row["level"] == "HEIGHTENED_SUPERVISION") {
      EXPECT_EQ(row["role"], "DECISION_MAKER");
    }
  }
}

TEST_F(DemoTest, ARerunUsesNewProvidersAndTheJournalHolds) {
  const json first = Demo(server);
  const json second = Demo(server);
  EXPECT_EQ(first.size(), second.size());
  EXPECT_NE(first[0]["resource"], second[0]["resource"]);
  const Ended verified = server.Waarborg({"audit", "verify", "--region=nmd"});
  EXPECT_EQ(verified.status, 0) << verified.err;
}

TEST_F(DemoTest, ARunThatIsPlayedAgainDoublesNothing) {
  ASSERT_EQ(server.Waarborg({"demo", "--run=7", "--output=json"}).status, 0);
  const Ended again = server.Waarborg({"demo", "--run=7", "--output=json"});
  EXPECT_EQ(again.status, 0) << again.err;
  const json trail = json::parse(again.out, nullptr, false);
  EXPECT_THAT(Moves(trail, "ACUTE_CASE", "/acuteCases/"), ElementsAre("RAISED", "PROVISIONAL", "RATIFIED"));
}

}  // namespace
}  // namespace waarborg
