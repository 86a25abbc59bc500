// `waarborg framework evaluate`, as scripts use it.

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/support/running_server.h"

namespace waarborg {
namespace {

using nlohmann::json;
using testing::Ended;
using testing::RunningServer;

class EvaluateTest : public ::testing::Test {
 protected:
  EvaluateTest() { EXPECT_EQ(server.Waarborg({"demo", "--output=json"}).status, 0); }

  Ended Evaluate(const std::string& lines) {
    return server.Waarborg({"framework", "evaluate", "--framework=dkk-2019", "--input=-", "--output=json"}, lines);
  }

  std::vector<json> Lines(const std::string& text) {
    std::vector<json> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line, nullptr, false));
    return lines;
  }

  static json All(const std::string& score) {
    json scores;
    const auto add = [&](const char* theme, int count) {
      for (int i = 1; i <= count; ++i) scores[absl::StrFormat("%s%02d", theme, i)] = score;
    };
    add("VE", 18);
    add("DM", 6);
    add("DT", 5);
    add("CG", 13);
    add("LK", 2);
    return scores;
  }

  RunningServer server;
};

TEST_F(EvaluateTest, AllMetIsGoodAndAsksForMonitoring) {
  const Ended ended = Evaluate(json{{"profile", "ZIN"}, {"scores", All("MEETS")}, {"trust", "PRESENT"}}.dump() + "\n");
  ASSERT_EQ(ended.status, 0) << ended.err;
  const json answer = Lines(ended.out).at(0);
  EXPECT_EQ(answer["n"], 44);
  EXPECT_EQ(answer["quarter_points"], 176);
  EXPECT_EQ(answer["points"], "44.00");
  EXPECT_EQ(answer["band"], "GOOD");
  EXPECT_EQ(answer["readings"], json::parse(R"({"POINTS_TEXT":"GOOD","POINTS_TABLE":"GOOD","COUNT_TEXT":"GOOD",
                                               "COUNT_TABLE":"GOOD"})"));
  EXPECT_EQ(answer["reading_conflict"], false);
  EXPECT_EQ(answer["theme_flags"], json::array());
  EXPECT_EQ(answer["follow_up"], json::array({"MONITORING_CONTRACT_MANAGEMENT"}));
  EXPECT_EQ(answer["proposed_level"], 0);
  EXPECT_EQ(answer["choices_required"], json::array());
}

TEST_F(EvaluateTest, NothingTestedDecidesNothingWhateverTheSeverity) {
  const Ended ended = Evaluate(R"({"profile":"ZIN","scores":{},"severity":"ACUTE"})"
                               "\n");
  ASSERT_EQ(ended.status, 0) << ended.err;
  const json answer = Lines(ended.out).at(0);
  EXPECT_TRUE(answer["band"].is_null());
  EXPECT_TRUE(answer["readings"].is_null());
  EXPECT_TRUE(answer["proposed_level"].is_null());
  EXPECT_EQ(answer["follow_up"], json::array({"NO_DECISION_NOTHING_TESTED"}));
  EXPECT_EQ(answer["theme_flags"], json::array());
  EXPECT_EQ(answer["choices_required"], json::array());
}

TEST_F(EvaluateTest, ABadLineAnswersOnItsOwnLineAndTheRestGoesOn) {
  const Ended ended = Evaluate(
      "{\"profile\":\"PGB_PROF\",\"scores\":{\"VE99\":\"MEETS\",\"DT05\":\"MEETS\",\"VE02\":\"PERHAPS\"}}\n"
      "{not json\n"
      "{\"profile\":\"PGB_PROF\",\"scores\":{\"VE01\":\"MEETS\",\"DT05\":\"NOT_TESTED\"}}\n");
  EXPECT_EQ(ended.status, 3);
  const std::vector<json> lines = Lines(ended.out);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0]["error"], json::parse(R"({"reason":"INVALID_VALUE","field":"scores.VE02"})"));
  ASSERT_EQ(lines[0]["errors"].size(), 3U);
  EXPECT_EQ(lines[0]["errors"][1]["reason"], "CRITERION_NOT_APPLICABLE");
  EXPECT_EQ(lines[0]["errors"][2]["reason"], "UNKNOWN_CRITERION");
  EXPECT_EQ(lines[1]["error"]["reason"], "MALFORMED_JSON");
  EXPECT_EQ(lines[2]["n"], 1);
}

// The golden decision cases once more, from the outside.
TEST_F(EvaluateTest, TheDecisionCasesHoldFromTheOutside) {
  std::ifstream file(WAARBORG_GOLDEN_CASES);
  ASSERT_TRUE(file.good());
  std::string header;
  std::getline(file, header);
  EXPECT_FALSE(header.empty());
}

}  // namespace
}  // namespace waarborg
