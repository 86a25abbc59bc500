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
using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using testing::Ended;
using ::testing::HasSubstr;
using ::testing::Not;
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
  for (const json& row : trail) {
    for (const char* other : {"/threads/", "/attachments/", "/incidents/", "/tasks/", "/obligations/"}) {
      EXPECT_THAT(std::string(row["resource"]), Not(HasSubstr(other)));
    }
    EXPECT_EQ(row.size(), 9U) << row;
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

// What `waarborg` lists, as the auditor sees it.
json List(RunningServer& server, std::vector<std::string> words) {
  words.emplace_back("--output=json");
  const Ended ended = server.Waarborg(words);
  EXPECT_EQ(ended.status, 0) << ended.err;
  return json::parse(ended.out, nullptr, false);
}

TEST_F(DemoTest, RealFilesStandBehindAFindingAPlanACertificateAndAnObligation) {
  Demo(server);
  const json attachments = List(server, {"attachment", "list", "--provider=de-esdoorn-1"})["attachments"];
  ASSERT_EQ(attachments.size(), 4U);
  std::set<std::string> types;
  for (const json& attachment : attachments) {
    EXPECT_EQ(attachment["state"], "STATE_AVAILABLE");
    EXPECT_FALSE(attachment.value("typeMismatch", false)) << attachment;
    types.insert(attachment["detectedMediaType"]);
  }
  EXPECT_THAT(types, Contains("application/pdf"));
  const json of_finding =
      List(server, {"attachment", "list", "--target=assessments/esdoorn-1/findings/VE04"})["attachments"];
  ASSERT_EQ(of_finding.size(), 1U);
  EXPECT_EQ(of_finding[0]["name"], "regions/nmd/attachments/esdoorn-register-1");
  const json plan = List(server, {"attachment", "show", "esdoorn-plan-1"});
  EXPECT_THAT(std::string(plan["links"][0]), HasSubstr("/improvementPlans/"));
  EXPECT_EQ(List(server, {"certificate", "show", "de-esdoorn-1/hkz-zorg-welzijn"})["attachment"],
            "regions/nmd/attachments/esdoorn-certificaat-1");
  const json visitation = List(server, {"obligation", "show", "de-esdoorn-1/gz-visitation"});
  EXPECT_EQ(visitation["deliveries"][0]["attachment"], "regions/nmd/attachments/esdoorn-visitatie-1");
}

TEST_F(DemoTest, TermsFiredAndTheSystemRecordedIt) {
  Demo(server);
  std::set<std::string> kinds;
  const json events = List(server, {"case", "show", "de-esdoorn-1"})["events"];
  for (const json& event : events) {
    if (event["role"] == "SYSTEM") kinds.insert(event["event"]);
  }
  EXPECT_THAT(kinds, Contains("ObligationOverdue"));
  EXPECT_THAT(kinds, Contains("CertificateExpiring"));
  std::set<std::string> tasks;
  const json open = List(server, {"task", "list", "--role=CONTRACT_MANAGER"});
  for (const json& task : open["tasks"]) {
    EXPECT_EQ(task["author"], "system");
    tasks.insert(task["kind"]);
  }
  EXPECT_THAT(tasks, ElementsAre("KIND_CERTIFICATE_EXPIRES", "KIND_OBLIGATION_OVERDUE"));
}

TEST_F(DemoTest, AMentionBecameATaskThatTheAnswerClosed) {
  Demo(server);
  const json threads =
      List(server, {"thread", "list", "--parent=assessments/esdoorn-1/findings/VE04"})["threads"];
  ASSERT_EQ(threads.size(), 1U);
  const json tasks = List(server, {"task", "list", "--resource=" + std::string(threads[0]["name"])})["tasks"];
  ASSERT_EQ(tasks.size(), 1U);
  EXPECT_EQ(tasks[0]["state"], "STATE_DONE");
  EXPECT_EQ(tasks[0]["assignee"], "regions/nmd/members/second-reader");
  EXPECT_EQ(List(server, {"case", "show", "de-esdoorn-1"})["comments"].size(), 4U);
}

TEST_F(DemoTest, ACalamityIsTriagedInquiredAndConcluded) {
  Demo(server);
  const json incident = List(server, {"incident", "show", "esdoorn-1"});
  EXPECT_EQ(incident["state"], "STATE_CLOSED");
  EXPECT_EQ(incident["triage"]["severity"], "SEVERITY_SERIOUS");
  EXPECT_EQ(incident["reports"].size(), 1U);
  EXPECT_EQ(incident["conclusion"]["links"][0], "regions/nmd/assessments/esdoorn-1");
}

TEST_F(DemoTest, PeopleReadWhoSentWhoSpokeAndWhatTheClockBrought) {
  const Ended played = server.Waarborg({"demo", "--lang=nl"});
  ASSERT_EQ(played.status, 0) << played.err;
  EXPECT_THAT(played.out, ContainsRegex("team-member +beschikbaar +Bestand: het meldingenregister"));
  EXPECT_THAT(played.out, ContainsRegex("quality-manager +geplaatst +Vraag bij VE04 aan de tweede lezer"));
  EXPECT_THAT(played.out, ContainsRegex("system +open +Termijn verstreken: de volgende visitatie"));
  EXPECT_THAT(played.out, ContainsRegex("quality-manager +beoordeeld +Melding beoordeeld"));
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
