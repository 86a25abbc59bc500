// Every row of decision_cases.csv. Rows with detail CRITERIA go through the whole rule on dkk-2019; rows with
// detail COUNTS have no criteria and test the rule on tallies.

#include <map>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/framework/rules/applicability.h"
#include "services/framework/rules/decision.h"
#include "services/framework/rules/follow_up.h"
#include "services/framework/rules/input.h"
#include "services/framework/rules/level.h"
#include "services/framework/rules/tally.h"
#include "tests/golden/frameworks.h"

namespace waarborg::framework {
namespace {

using Row = std::map<std::string, std::string>;

const std::vector<v1::Score> kScores = {v1::SCORE_MEETS, v1::SCORE_LARGELY_MEETS, v1::SCORE_LARGELY_NOT,
                                        v1::SCORE_MEETS_NOT};

std::vector<Row> ReadRows() {
  std::vector<std::string> lines =
      absl::StrSplit(ReadSourceFile("tests/golden/decision_cases.csv"), '\n', absl::SkipEmpty());
  const std::vector<std::string> names = absl::StrSplit(lines.front(), ',');
  std::vector<Row> rows;
  for (size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string> cells = absl::StrSplit(lines[i], ',');
    EXPECT_EQ(cells.size(), names.size()) << lines[i];
    Row& row = rows.emplace_back();
    for (size_t j = 0; j < names.size(); ++j) row[names[j]] = cells[j];
  }
  return rows;
}

int Int(const std::string& text) {
  int number = -1;
  EXPECT_TRUE(absl::SimpleAtoi(text, &number)) << "'" << text << "'";
  return number;
}

// "14/0/1/3": how many of each score.
std::vector<int> Distribution(const std::string& text) {
  std::vector<int> counts;
  for (const absl::string_view part : absl::StrSplit(text, '/')) counts.push_back(Int(std::string(part)));
  return counts;
}

template <class Enum>
Enum Parsed(bool (*parse)(google::protobuf::ConstStringParam, Enum*), const std::string& name) {
  Enum value{};
  EXPECT_TRUE(parse(name, &value)) << name;
  return value;
}

v1::EvaluateScoresRequest RequestOfRow(const Row& row) {
  v1::EvaluateScoresRequest request;
  request.set_profile(Parsed<v1::Profile>(v1::Profile_Parse, absl::StrCat("PROFILE_", row.at("profile"))));
  request.set_severity(
      Parsed<v1::Severity>(v1::Severity_Parse, absl::StrCat("SEVERITY_", row.at("severity"))));
  request.set_trust(Parsed<v1::TrustJudgement>(v1::TrustJudgement_Parse,
                                               absl::StrCat("TRUST_JUDGEMENT_", row.at("trust"))));
  request.set_recidivism(row.at("recidivism") == "yes");
  std::map<std::string, std::vector<v1::Score>> left;
  for (const std::string theme : {"VE", "DM", "DT", "CG", "LK"}) {
    const std::vector<int> counts = Distribution(row.at(absl::AsciiStrToLower(theme)));
    for (size_t i = 0; i < kScores.size(); ++i) {
      left[theme].insert(left[theme].end(), counts[i], kScores[i]);
    }
  }
  for (const v1::Criterion& criterion : Dkk2019().criteria()) {
    std::vector<v1::Score>& scores = left[criterion.theme()];
    if (scores.empty() || !AppliesToProfile(criterion, request.profile())) continue;
    (*request.mutable_scores())[criterion.id()] = scores.front();
    scores.erase(scores.begin());
  }
  for (const auto& [theme, scores] : left) EXPECT_TRUE(scores.empty()) << theme << " has too few criteria";
  return request;
}

std::string ShortName(const std::string& name, absl::string_view prefix) {
  return std::string(absl::StripPrefix(name, prefix));
}

std::string BandNames(const std::vector<v1::Band>& bands) {
  return absl::StrJoin(bands, ";", [](std::string* out, v1::Band band) {
    absl::StrAppend(out, ShortName(v1::Band_Name(band), "BAND_"));
  });
}

std::string BandsIn(const v1::Evaluation& evaluation, v1::Reading reading) {
  for (const v1::ReadingResult& result : evaluation.readings()) {
    if (result.reading() != reading) continue;
    std::vector<v1::Band> bands;
    for (const int band : result.bands()) bands.push_back(static_cast<v1::Band>(band));
    return BandNames(bands);
  }
  return "";
}

template <class Pred>
std::string ThemesWhere(const v1::Evaluation& evaluation, Pred holds) {
  std::vector<std::string> themes;
  for (const v1::ThemeResult& result : evaluation.themes()) {
    if (holds(result)) themes.push_back(result.theme());
  }
  return absl::StrJoin(themes, ";");
}

std::string FollowUps(const v1::Evaluation& evaluation) {
  return absl::StrJoin(evaluation.follow_up(), ";", [](std::string* out, int follow_up) {
    absl::StrAppend(out, ShortName(v1::FollowUp_Name(static_cast<v1::FollowUp>(follow_up)), "FOLLOW_UP_"));
  });
}

void ExpectWholeRow(const Row& row) {
  const v1::EvaluateScoresRequest request = RequestOfRow(row);
  ASSERT_THAT(InputFaults(Dkk2019(), request), testing::IsEmpty());
  const v1::Evaluation evaluation = Decide(Dkk2019(), InputOf(request));
  EXPECT_EQ(evaluation.n(), Int(row.at("n")));
  EXPECT_EQ(evaluation.quarter_points(), Int(row.at("quarter_points")));
  EXPECT_EQ(evaluation.sufficient_count(), Int(row.at("sufficient")));
  EXPECT_EQ(BandsIn(evaluation, v1::READING_POINTS_TEXT), row.at("points_text"));
  EXPECT_EQ(BandsIn(evaluation, v1::READING_POINTS_TABLE), row.at("points_table"));
  EXPECT_EQ(BandsIn(evaluation, v1::READING_COUNT_TEXT), row.at("count_text"));
  EXPECT_EQ(BandsIn(evaluation, v1::READING_COUNT_TABLE), row.at("count_table"));
  EXPECT_EQ(BandsIn(evaluation, v1::READING_ABS45), row.at("abs45"));
  EXPECT_EQ(evaluation.reading_conflict() ? "yes" : "no", row.at("conflict"));
  EXPECT_EQ(absl::StrJoin(evaluation.theme_flags(), ";"), row.at("flags"));
  EXPECT_EQ(ThemesWhere(evaluation, [](const auto& theme) { return theme.printed_less(); }),
            row.at("printed_less"));
  EXPECT_EQ(ThemesWhere(evaluation, [](const auto& theme) { return theme.printed_less_or_equal(); }),
            row.at("printed_less_or_equal"));
  EXPECT_EQ(FollowUps(evaluation), row.at("follow_up"));
  EXPECT_EQ(evaluation.has_proposed_level() ? absl::StrCat(evaluation.proposed_level()) : "",
            row.at("level"));
  EXPECT_EQ(absl::StrJoin(evaluation.choices_required(), ";"), row.at("choices"));
  EXPECT_EQ(evaluation.n() == 0 ? "" : ShortName(v1::Band_Name(evaluation.band()), "BAND_"),
            row.at("points_text"));
}

Tally TallyOfRow(const Row& row) {
  Tally tally;
  const std::vector<int> counts = Distribution(row.at("total"));
  for (size_t i = 0; i < kScores.size(); ++i) {
    for (int j = 0; j < counts[i]; ++j) Add(*ScaleValueOf(Dkk2019(), kScores[i]), tally);
  }
  return tally;
}

// dkk-2019 with one criterion more, the number that the source's table speaks of.
v1::FrameworkVersion With45Criteria() {
  v1::FrameworkVersion version = Dkk2019();
  v1::Criterion& criterion = *version.add_criteria();
  criterion = version.criteria(43);
  criterion.set_id("LK03");
  return version;
}

// Spreads the distribution over the first criteria, whatever their themes.
Scores ScoresInOrder(const v1::FrameworkVersion& version, const std::vector<int>& counts) {
  Scores scores;
  int next = 0;
  for (size_t i = 0; i < kScores.size(); ++i) {
    for (int j = 0; j < counts[i]; ++j) scores[version.criteria(next++).id()] = kScores[i];
  }
  return scores;
}

void ExpectCountsRow(const Row& row) {
  const Tally tally = TallyOfRow(row);
  EXPECT_EQ(tally.n, Int(row.at("n")));
  EXPECT_EQ(tally.quarter_points, Int(row.at("quarter_points")));
  EXPECT_EQ(tally.sufficient, Int(row.at("sufficient")));
  for (const v1::ReadingRule& rule : Dkk2019().decision_rule().readings()) {
    const std::string column = absl::AsciiStrToLower(ShortName(v1::Reading_Name(rule.reading()), "READING_"));
    EXPECT_EQ(BandNames(BandsOf(rule, tally, 4)), row.at(column)) << column;
  }
  const v1::FrameworkVersion version = With45Criteria();
  const Scores scores = ScoresInOrder(version, Distribution(row.at("total")));
  const v1::Evaluation evaluation = Decide(version, {.profile = v1::PROFILE_ZIN, .scores = scores});
  EXPECT_EQ(ShortName(v1::Band_Name(evaluation.band()), "BAND_"), row.at("points_text"));
  EXPECT_EQ(BandsIn(evaluation, v1::READING_ABS45), row.at("abs45"));
  EXPECT_EQ(evaluation.reading_conflict() ? "yes" : "no", row.at("conflict"));
  v1::Evaluation without_themes;
  without_themes.set_band(evaluation.band());
  AddFollowUps(Dkk2019(), v1::SEVERITY_NONE, without_themes);
  EXPECT_EQ(FollowUps(without_themes), row.at("follow_up"));
  EXPECT_EQ(ProposeLevel(Dkk2019().level_policy(), {.band = evaluation.band()}).level, Int(row.at("level")));
}

TEST(DecisionCases, EveryCaseWithCriteriaComesOutAsTheTableSays) {
  int cases = 0;
  for (const Row& row : ReadRows()) {
    if (row.at("detail") != "CRITERIA") continue;
    SCOPED_TRACE(absl::StrCat(row.at("case"), " ", row.at("title")));
    ExpectWholeRow(row);
    ++cases;
  }
  EXPECT_EQ(cases, 35);
}

TEST(DecisionCases, EveryCaseOnCountsComesOutAsTheTableSays) {
  int cases = 0;
  for (const Row& row : ReadRows()) {
    if (row.at("detail") != "COUNTS") continue;
    SCOPED_TRACE(absl::StrCat(row.at("case"), " ", row.at("title")));
    ExpectCountsRow(row);
    ++cases;
  }
  EXPECT_EQ(cases, 10);
}

TEST(DecisionCases, NothingTestedGivesNoBandNoLevelAndNoReadingWhateverTheSeverity) {
  for (const v1::Severity severity :
       {v1::SEVERITY_NONE, v1::SEVERITY_LIMITED, v1::SEVERITY_SERIOUS, v1::SEVERITY_ACUTE}) {
    const v1::Evaluation evaluation = Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN,
                                                         .scores = {{"VE01", v1::SCORE_NOT_TESTED}},
                                                         .severity = severity,
                                                         .recidivism = true,
                                                         .trust = v1::TRUST_JUDGEMENT_DAMAGED});
    EXPECT_EQ(evaluation.n(), 0);
    EXPECT_EQ(evaluation.band(), v1::BAND_UNSPECIFIED);
    EXPECT_FALSE(evaluation.has_proposed_level());
    EXPECT_FALSE(evaluation.reading_conflict());
    EXPECT_EQ(evaluation.readings_size(), 0);
    EXPECT_EQ(evaluation.theme_flags_size(), 0);
    EXPECT_EQ(evaluation.choices_required_size(), 0);
    EXPECT_FALSE(evaluation.has_flip_up() || evaluation.has_flip_down());
    EXPECT_THAT(evaluation.follow_up(), testing::ElementsAre(v1::FOLLOW_UP_NO_DECISION_NOTHING_TESTED));
    EXPECT_EQ(evaluation.decisive_rule().id(), "NOTHING_TESTED");
  }
}

}  // namespace
}  // namespace waarborg::framework
