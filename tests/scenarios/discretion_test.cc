// What a room shows to some only, the journal shows to no others: the texts, never the facts.

#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/storage/scratch_directory.h"
#include "tests/support/running_server.h"

namespace waarborg {
namespace {

using nlohmann::json;
using testing::Ended;

constexpr char kReporter[] = "Geertje van der Melder";
constexpr char kReflection[] = "Wat wij hadden moeten zien";

class DiscretionTest : public ::testing::Test {
 protected:
  DiscretionTest() { EXPECT_EQ(server_.Waarborg({"demo", "--output=json"}).status, 0); }

  void Do(std::vector<std::string> words) {
    words.emplace_back("--output=json");
    const Ended ended = server_.Waarborg(words);
    ASSERT_EQ(ended.status, 0) << ended.err;
  }

  void ReportIncident() {
    Do({"incident", "submit", "--report.provider=de-esdoorn-1", "--report.kind=SIGNAL",
        "--report.occurrence-time=2026-06-01T08:00:00Z", "--report.summary=Een klacht",
        "--report.description=Over het eten", std::string("--report.reporter.display-name=") + kReporter,
        "--as=incident-client"});
  }

  void KeepReflection() {
    const std::string file = scratch_.In("reflectie.txt");
    std::ofstream(file) << "Eerder doorvragen.";
    Do({"attachment", "upload", file, "--provider=de-esdoorn-1", "--evidence-type=TEAM_REFLECTION",
        std::string("--title=") + kReflection, "--as=quality-manager"});
  }

  // All that the journal shows this member, the records in it as they are stored.
  std::string JournalOf(const std::string& member) {
    const Ended ended =
        server_.Waarborg({"audit", "list", "regions/nmd", "--all", "--output=json", "--as=" + member});
    EXPECT_EQ(ended.status, 0) << ended.err;
    std::string shown = ended.out;
    const json answer = json::parse(ended.out);
    for (const json& event : answer["events"]) {
      for (const json& change : event.value("changes", json::array())) {
        std::string bytes;
        EXPECT_TRUE(absl::Base64Unescape(change.value("after", ""), &bytes));
        shown += bytes;
      }
    }
    return shown;
  }

  testing::RunningServer server_;
  const storage::ScratchDirectory scratch_;
};

TEST_F(DiscretionTest, WhoReportedIsInTheJournalForThoseWhoMayAskTheRoom) {
  ReportIncident();
  EXPECT_TRUE(absl::StrContains(JournalOf("auditor"), kReporter));
  EXPECT_TRUE(absl::StrContains(JournalOf("quality-manager"), kReporter));
  const std::string shown = JournalOf("contract-manager");
  EXPECT_FALSE(absl::StrContains(shown, kReporter));
  EXPECT_TRUE(absl::StrContains(shown, "IncidentReceived"));
}

TEST_F(DiscretionTest, ATeamsReflectionIsInTheJournalForThoseWhoMayOpenIt) {
  KeepReflection();
  EXPECT_TRUE(absl::StrContains(JournalOf("quality-manager"), kReflection));
  const std::string shown = JournalOf("contract-manager");
  EXPECT_FALSE(absl::StrContains(shown, kReflection));
  EXPECT_TRUE(absl::StrContains(shown, "attachments/"));
}

}  // namespace
}  // namespace waarborg
