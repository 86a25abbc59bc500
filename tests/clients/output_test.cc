#include "clients/cli/evaluate/output.h"

#include <cstdlib>
#include <ctime>

#include "absl/strings/str_format.h"
#include "clients/cli/evaluation_text.h"
#include "clients/cli/response_text.h"
#include "clients/cli/sheet.h"
#include "clients/cli/text_table.h"
#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::cli {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

template <class Message>
Message Parse(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message));
  return message;
}

framework::v1::Evaluation Weak() {
  return Parse<framework::v1::Evaluation>(R"pb(
    n: 44
    quarter_points: 133
    sufficient_count: 33
    band: BAND_GOOD
    deciding_reading: READING_POINTS_TEXT
    readings { reading: READING_POINTS_TEXT bands: BAND_GOOD }
    readings { reading: READING_ABS45 bands: BAND_GOOD bands: BAND_SUFFICIENT }
    reading_conflict: true
    themes { theme: "VE" n: 18 quarter_points: 46 basis_points: 6388 flagged: true }
    theme_flags: "VE"
    follow_up: FOLLOW_UP_MONITORING_CONTRACT_MANAGEMENT
    follow_up: FOLLOW_UP_CONSIDER_THEME_MEASURE
    proposed_level: 1
    choices_required: "THEME_FLAG:VE"
    decisive_rule {
      id: "POINTS_TEXT.GOOD"
      text { nl: "meer dan" en: "more than" }
      source: "L1411"
    }
    flip_down {
      to: BAND_SUFFICIENT
      quarter_points: 1
      changes { criterion: "VE01" from: SCORE_MEETS to: SCORE_LARGELY_MEETS }
    }
    reasons { nl: "daarom" en: "because" })pb");
}

TEST(OutputTest, AnEvaluationIsOneLineOfCodes) {
  const std::string line = EvaluationLine(Weak());
  EXPECT_THAT(line, Not(HasSubstr("\n")));
  const json answer = json::parse(line);
  EXPECT_EQ(answer["n"], 44);
  EXPECT_EQ(answer["quarter_points"], 133);
  EXPECT_EQ(answer["points"], "33.25");
  EXPECT_EQ(answer["band"], "GOOD");
  EXPECT_EQ(answer["readings"], json::parse(R"({"POINTS_TEXT":"GOOD","ABS45":"GOOD|SUFFICIENT"})"));
  EXPECT_EQ(answer["reading_conflict"], true);
  EXPECT_EQ(answer["theme_flags"], json::array({"VE"}));
  EXPECT_EQ(answer["follow_up"], json::array({"MONITORING_CONTRACT_MANAGEMENT", "CONSIDER_THEME_MEASURE"}));
  EXPECT_EQ(answer["proposed_level"], 1);
  EXPECT_EQ(answer["choices_required"], json::array({"THEME_FLAG:VE"}));
  EXPECT_EQ(answer["decisive_rule"]["source"], "L1411");
  EXPECT_EQ(answer["flips"][0]["changes"][0]["to"], "LARGELY_MEETS");
  EXPECT_EQ(answer["reasons"][0]["nl"], "daarom");
  EXPECT_EQ(answer["themes"][0]["points"], "11.50");
}

TEST(OutputTest, NothingTestedLeavesNullsAndEmptyLists) {
  const json answer = json::parse(EvaluationLine(Parse<framework::v1::Evaluation>(R"pb(
    follow_up: FOLLOW_UP_NO_DECISION_NOTHING_TESTED
    readings { reading: READING_POINTS_TEXT }
    themes { theme: "VE" }
    reasons { nl: "niets" en: "nothing" })pb")));
  EXPECT_EQ(answer["n"], 0);
  EXPECT_EQ(answer["points"], "0.00");
  for (const char* key : {"band", "proposed_level", "readings"}) EXPECT_TRUE(answer[key].is_null()) << key;
  for (const char* key : {"theme_flags", "choices_required", "themes", "flips", "reasons"}) {
    EXPECT_EQ(answer[key], json::array()) << key;
  }
  EXPECT_EQ(answer["follow_up"], json::array({"NO_DECISION_NOTHING_TESTED"}));
}

TEST(OutputTest, TheFirstFaultIsTheError) {
  EXPECT_EQ(
      FaultLine({{"UNKNOWN_CRITERION", "scores.VE99"}, {"INVALID_VALUE", "trust"}}),
      R"({"error":{"reason":"UNKNOWN_CRITERION","field":"scores.VE99"},"errors":[)"
      R"({"reason":"UNKNOWN_CRITERION","field":"scores.VE99"},{"reason":"INVALID_VALUE","field":"trust"}]})");
}

TEST(OutputTest, PointsAreExact) {
  EXPECT_EQ(PointsText(0), "0.00");
  EXPECT_EQ(PointsText(1), "0.25");
  EXPECT_EQ(PointsText(46), "11.50");
  EXPECT_EQ(PointsText(179), "44.75");
  EXPECT_EQ(PointsText(179, Language::kNl), "44,75");
}

TEST(OutputTest, TheReportSpeaksBothLanguages) {
  const std::string dutch = PrintEvaluation(Weak(), {.language = Language::kNl});
  EXPECT_THAT(dutch, HasSubstr("goed"));
  EXPECT_THAT(dutch, HasSubstr("33,25"));
  EXPECT_THAT(dutch, HasSubstr("11,50"));
  EXPECT_THAT(dutch, HasSubstr("63,88"));
  EXPECT_THAT(dutch, HasSubstr("themavlag VE"));
  EXPECT_THAT(dutch, HasSubstr("te laag"));
  EXPECT_THAT(dutch, HasSubstr("VE01 voldoet → voldoet grotendeels"));
  EXPECT_THAT(dutch, HasSubstr("daarom"));
  EXPECT_THAT(PrintEvaluation(Weak(), {.language = Language::kEn}), HasSubstr("because"));
}

TEST(OutputTest, ATableIsAlignedAndLeavesEmptyColumnsOut) {
  TextTable table({"naam", "leeg", "soort"});
  table.Add({"één", "", "a"});
  table.Add({"zeven", "", "b\x1b[31m"});
  EXPECT_EQ(table.Print({}), "naam   soort\néén    a\nzeven  b [31m\n");
}

TEST(OutputTest, ASheetNestsAndListsWhatAMessageHolds) {
  const auto assessment = Parse<assessment::v1::Assessment>(R"pb(
    name: "regions/nmd/assessments/a-1"
    state: STATE_REVIEW
    scope {
      version: 2
      items { criterion: "VE01" in_scope: true }
      items { criterion: "VE02" reason: REASON_CHOSEN }
    }
    visit_date { year: 2026 month: 2 day: 3 }
    create_time { seconds: 1767323045 })pb");
  const std::string sheet = PrintSheet(assessment, {.language = Language::kNl});
  EXPECT_THAT(sheet, HasSubstr("status       weging\n"));
  EXPECT_THAT(sheet, HasSubstr("bezoekdatum  2026-02-03\n"));
  EXPECT_THAT(sheet, HasSubstr("gemaakt op   2026-01-02 04:04\n"));
  EXPECT_THAT(sheet, HasSubstr("VE02"));
  EXPECT_THAT(sheet, HasSubstr("bewust buiten de scope gelaten"));
  EXPECT_THAT(sheet, HasSubstr("  versie  2\n"));
}

TEST(OutputTest, MapsAreInKeyOrder) {
  assessment::v1::Assessment assessment;
  std::string in_order;
  for (int i = 1; i <= 44; ++i) {
    const std::string criterion = absl::StrFormat("VE%02d", 45 - i);
    (*assessment.mutable_draft()->mutable_scores())[criterion] = framework::v1::SCORE_MEETS;
    absl::StrAppend(&in_order, i == 1 ? "" : ",", absl::StrFormat("\"VE%02d\":\"SCORE_MEETS\"", i));
  }
  EXPECT_EQ(PrintJson(assessment, /*on_one_line=*/true),
            absl::StrCat("{\"draft\":{\"scores\":{", in_order, "}}}\n"));
  const std::string sheet = PrintSheet(assessment, {.language = Language::kNl});
  EXPECT_THAT(sheet, HasSubstr("criterium  score\n    VE01       voldoet\n    VE02       voldoet\n"));
  EXPECT_LT(sheet.find("VE43"), sheet.find("VE44"));
}

TEST(OutputTest, MomentsAreInAmsterdamWhereverTheReaderIs) {
  ASSERT_EQ(setenv("TZ", "America/New_York", /*overwrite=*/1), 0);
  tzset();
  const auto assessment = Parse<assessment::v1::Assessment>(R"pb(
    draft {
      send_time { seconds: 1772318096 }
      response_due_time { seconds: 1774047600 }
      response_rule: "draft_response_working_days=10"
    }
    create_time { seconds: 1782856800 })pb");
  const std::string sheet = PrintSheet(assessment, {.language = Language::kNl});
  unsetenv("TZ");
  tzset();
  EXPECT_THAT(sheet, HasSubstr("verzonden op           2026-02-28 23:34\n"));
  EXPECT_THAT(sheet, HasSubstr("reactie uiterlijk      2026-03-20\n"));
  EXPECT_THAT(sheet, HasSubstr("regel voor de termijn  reactie op concept (werkdagen): 10\n"));
  EXPECT_THAT(sheet, HasSubstr("gemaakt op  2026-07-01 00:00\n"));
}

TEST(OutputTest, AListShowsKeyColumnsWithShortNames) {
  const auto list = Parse<registry::v1::ListProvidersResponse>(R"pb(
    providers {
      name: "regions/nmd/providers/p-1"
      title: "De Linde"
      profile: PROFILE_ZIN
      kvk_number: "12345678"
    })pb");
  EXPECT_EQ(PrintResponse(list, {.language = Language::kEn}),
            "provider  name of the provider  profile       Chamber of Commerce number\n"
            "p-1       De Linde              care in kind  12345678\n");
  EXPECT_EQ(PrintResponse(registry::v1::ListProvidersResponse(), {.language = Language::kNl}),
            "Niets gevonden.\n");
}

TEST(OutputTest, TheJournalIsListedInWords) {
  const auto list = Parse<audit::v1::ListEventsResponse>(R"pb(
    events {
      sequence: 7
      actor: "regions/nmd/members/quality-manager"
      role: ROLE_QUALITY_MANAGER
      kind: "ScoresSubmitted"
      resource: "regions/nmd/assessments/a-1"
      from_state: "SCORING"
      to_state: "REVIEW"
    })pb");
  const std::string text = PrintResponse(list, {.language = Language::kNl});
  EXPECT_THAT(text,
              HasSubstr("members/quality-manager  kwaliteitsmanager  scores ingediend  assessments/a-1"));
  EXPECT_THAT(text, HasSubstr("scoren"));
  EXPECT_THAT(text, HasSubstr("weging"));
}

}  // namespace
}  // namespace waarborg::cli
