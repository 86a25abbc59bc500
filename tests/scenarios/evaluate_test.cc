// `waarborg framework evaluate`, as scripts use it.

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "clients/cpp/client.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "services/edge/limits.h"
#include "tests/support/running_server.h"

namespace waarborg {
namespace {

using nlohmann::json;
using testing::Ended;
using testing::RunningServer;

// The client answers a larger line itself: it must know what the server would refuse.
static_assert(client::kLargestRequest == edge::limits::kRequestBytes);

class EvaluateTest : public ::testing::Test {
 protected:
  EvaluateTest() { EXPECT_EQ(server.Waarborg({"demo", "--output=json"}).status, 0); }

  Ended Evaluate(const std::string& lines) {
    return server.Waarborg({"framework", "evaluate", "--framework=dkk-2019", "--input=-", "--output=json"},
                           lines);
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
  const Ended ended =
      Evaluate(json{{"profile", "ZIN"}, {"scores", All("MEETS")}, {"trust", "PRESENT"}}.dump() + "\n");
  ASSERT_EQ(ended.status, 0) << ended.err;
  const json answer = Lines(ended.out).at(0);
  EXPECT_EQ(answer["n"], 44);
  EXPECT_EQ(answer["quarter_points"], 176);
  EXPECT_EQ(answer["points"], "44.00");
  EXPECT_EQ(answer["band"], "GOOD");
  EXPECT_EQ(answer["readings"],
            json::parse(R"({"POINTS_TEXT":"GOOD","POINTS_TABLE":"GOOD","COUNT_TEXT":"GOOD",
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

// One row of the golden table, by column.
using Row = std::map<std::string, std::string>;

std::vector<Row> GoldenRows() {
  std::ifstream file(WAARBORG_GOLDEN_CASES);
  std::string line;
  std::getline(file, line);
  const std::vector<std::string> columns = absl::StrSplit(line, ',');
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = absl::StrSplit(line, ',');
    Row row;
    for (std::size_t i = 0; i < columns.size(); ++i) row[columns[i]] = cells.at(i);
    if (row["detail"] == "CRITERIA") rows.push_back(row);
  }
  return rows;
}

// The criteria of a theme that hold for a profile, in framework order.
std::vector<std::string> CriteriaOf(const std::string& theme, const std::string& profile) {
  static const std::map<std::string, std::vector<int>> kRelative = {{"ve", {1, 2, 4, 5, 6, 8, 9, 10}},
                                                                    {"dm", {4}},
                                                                    {"dt", {1, 2}},
                                                                    {"cg", {1, 4, 8, 11, 12, 13}},
                                                                    {"lk", {1, 2}}};
  static const std::map<std::string, std::vector<int>> kParent = {
      {"ve", {5, 6}}, {"dm", {4}}, {"dt", {1, 2}}, {"cg", {1, 4, 8, 11, 12, 13}}, {"lk", {}}};
  static const std::map<std::string, int> kCount = {{"ve", 18}, {"dm", 6}, {"dt", 5}, {"cg", 13}, {"lk", 2}};
  std::vector<int> numbers;
  for (int i = 1; i <= kCount.at(theme); ++i) numbers.push_back(i);
  if (profile == "PGB_PROF" && theme == "dt") numbers.pop_back();
  if (profile == "PGB_NAASTE") numbers = kRelative.at(theme);
  if (profile == "PGB_NAASTE_CUSTODIAL_PARENT") numbers = kParent.at(theme);
  std::vector<std::string> criteria;
  for (const int number : numbers) {
    criteria.push_back(absl::StrFormat("%s%02d", absl::AsciiStrToUpper(theme), number));
  }
  return criteria;
}

json InputOf(const Row& row) {
  json scores = json::object();
  for (const char* theme : {"ve", "dm", "dt", "cg", "lk"}) {
    const std::vector<std::string> counts = absl::StrSplit(row.at(theme), '/');
    const std::vector<std::string> criteria = CriteriaOf(theme, row.at("profile"));
    std::size_t next = 0;
    const char* labels[] = {"MEETS", "LARGELY_MEETS", "LARGELY_NOT", "MEETS_NOT"};
    for (std::size_t label = 0; label < 4; ++label) {
      for (int i = 0; i < std::stoi(counts.at(label)); ++i) scores[criteria.at(next++)] = labels[label];
    }
  }
  return {{"profile", row.at("profile")},
          {"scores", scores},
          {"severity", row.at("severity")},
          {"recidivism", row.at("recidivism") == "yes"},
          {"trust", row.at("trust")}};
}

json ListOf(const std::string& cell) {
  json list = json::array();
  for (const absl::string_view part : absl::StrSplit(cell, ';', absl::SkipEmpty()))
    list.push_back(std::string(part));
  return list;
}

TEST_F(EvaluateTest, TheDecisionCasesHoldFromTheOutside) {
  const std::vector<Row> rows = GoldenRows();
  ASSERT_EQ(rows.size(), 35U);
  std::string input;
  for (const Row& row : rows) absl::StrAppend(&input, InputOf(row).dump(), "\n");
  const Ended ended = Evaluate(input);
  ASSERT_EQ(ended.status, 0) << ended.err;
  const std::vector<json> answers = Lines(ended.out);
  ASSERT_EQ(answers.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    const json& answer = answers[i];
    SCOPED_TRACE(row.at("case"));
    EXPECT_EQ(answer["n"], std::stoi(row.at("n")));
    EXPECT_EQ(answer["quarter_points"], std::stoi(row.at("quarter_points")));
    EXPECT_EQ(answer["band"], row.at("points_text").empty() ? json() : json(row.at("points_text")));
    EXPECT_EQ(answer["reading_conflict"], row.at("conflict") == "yes");
    EXPECT_EQ(answer["theme_flags"], ListOf(row.at("flags")));
    EXPECT_EQ(answer["follow_up"], ListOf(row.at("follow_up")));
    EXPECT_EQ(answer["proposed_level"], row.at("level").empty() ? json() : json(std::stoi(row.at("level"))));
    EXPECT_EQ(answer["choices_required"], ListOf(row.at("choices")));
  }
}

}  // namespace
}  // namespace waarborg
