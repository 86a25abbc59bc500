// A framework that shares nothing with dkk-2019 but the types: other themes, borders, scale, default reading,
// flag, follow-up and level policy.

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/framework/rules/decision.h"
#include "services/framework/rules/validation.h"
#include "tests/golden/frameworks.h"

namespace waarborg::framework {
namespace {

using testing::ElementsAre;

constexpr v1::Score kYes = v1::SCORE_MEETS;
constexpr v1::Score kSometimes = v1::SCORE_LARGELY_MEETS;
constexpr v1::Score kNo = v1::SCORE_MEETS_NOT;

DecisionInput Scored(v1::Score h1, v1::Score h2, v1::Score h3, v1::Score p1, v1::Score p2) {
  return {.profile = v1::PROFILE_ZIN,
          .scores = {{"HOME-1", h1}, {"HOME-2", h2}, {"HOME-3", h3}, {"PEOPLE-1", p1}, {"PEOPLE-2", p2}}};
}

TEST(SecondFramework, HoldsTogether) { EXPECT_TRUE(VersionFaults(SecondFramework()).empty()); }

TEST(SecondFramework, DecidesByItsOwnReadingAndBorders) {
  // Four of five are sufficient: exactly 80 %, which is good here.
  const v1::Evaluation good = Decide(SecondFramework(), Scored(kYes, kYes, kYes, kYes, kNo));
  EXPECT_EQ(good.deciding_reading(), v1::READING_COUNT_TABLE);
  EXPECT_EQ(good.band(), v1::BAND_GOOD);
  EXPECT_FALSE(good.reading_conflict());
  EXPECT_EQ(good.decisive_rule().source(), "p. 10");
  const v1::Evaluation sufficient = Decide(SecondFramework(), Scored(kYes, kYes, kNo, kYes, kNo));
  EXPECT_EQ(sufficient.band(), v1::BAND_SUFFICIENT);
  EXPECT_THAT(sufficient.follow_up(), ElementsAre(v1::FOLLOW_UP_RE_ASSESSMENT));
  EXPECT_EQ(sufficient.proposed_level(), 2);
}

TEST(SecondFramework, CountsASometimesAsHalfAPointAndNotAsSufficient) {
  const v1::Evaluation evaluation =
      Decide(SecondFramework(), Scored(kYes, kSometimes, kSometimes, kSometimes, kSometimes));
  EXPECT_EQ(evaluation.quarter_points(), 12);
  EXPECT_EQ(evaluation.sufficient_count(), 1);
  EXPECT_EQ(evaluation.band(), v1::BAND_INSUFFICIENT);
  EXPECT_TRUE(evaluation.reading_conflict());  // 60 % of the points is sufficient
  EXPECT_THAT(evaluation.follow_up(),
              ElementsAre(v1::FOLLOW_UP_CONSIDER_HEAVIER_MEASURE, v1::FOLLOW_UP_IMPROVEMENT_PLAN));
}

TEST(SecondFramework, FlagsAThemeBelowItsOwnPercentage) {
  // Exactly half of the points in PEOPLE is no flag below 40 %; a third in HOME is one.
  const v1::Evaluation evaluation = Decide(SecondFramework(), Scored(kYes, kNo, kNo, kSometimes, kSometimes));
  EXPECT_THAT(evaluation.theme_flags(), ElementsAre("HOME"));
  EXPECT_THAT(evaluation.choices_required(), ElementsAre("THEME_FLAG:HOME"));
  EXPECT_EQ(evaluation.themes(0).basis_points(), 3333);
  EXPECT_TRUE(evaluation.themes(0).printed_less());
  EXPECT_FALSE(evaluation.themes(1).has_printed_less());
}

TEST(SecondFramework, ProposesLevelsByItsOwnPolicy) {
  DecisionInput input = Scored(kYes, kYes, kNo, kYes, kNo);
  input.severity = v1::SEVERITY_SERIOUS;
  input.recidivism = true;
  EXPECT_EQ(Decide(SecondFramework(), input).proposed_level(), 4);  // 2 and 2, recidivism adds nothing
  input.severity = v1::SEVERITY_ACUTE;
  EXPECT_EQ(Decide(SecondFramework(), input).proposed_level(), 4);
  DecisionInput worst = Scored(kNo, kNo, kNo, kNo, kNo);
  worst.severity = v1::SEVERITY_SERIOUS;
  EXPECT_EQ(Decide(SecondFramework(), worst).proposed_level(), 4);  // 3 and 2, capped
}

TEST(SecondFramework, LetsARegionBringItsOwnReadingAndPolicy) {
  DecisionInput input = Scored(kYes, kSometimes, kSometimes, kSometimes, kSometimes);
  input.reading = v1::READING_POINTS_TABLE;
  v1::LevelPolicy policy;
  policy.set_base_sufficient(1);
  policy.set_recidivism_adds(3);
  policy.set_highest(4);
  input.level_policy = policy;
  input.recidivism = true;
  const v1::Evaluation evaluation = Decide(SecondFramework(), input);
  EXPECT_EQ(evaluation.deciding_reading(), v1::READING_POINTS_TABLE);
  EXPECT_EQ(evaluation.band(), v1::BAND_SUFFICIENT);
  EXPECT_EQ(evaluation.proposed_level(), 4);
}

TEST(SecondFramework, FallsBackOnItsDefaultForAReadingItDoesNotHave) {
  DecisionInput input = Scored(kYes, kYes, kYes, kYes, kNo);
  input.reading = v1::READING_POINTS_TEXT;
  EXPECT_EQ(Decide(SecondFramework(), input).deciding_reading(), v1::READING_COUNT_TABLE);
}

TEST(SecondFramework, CountsItsOwnCriteriaForANarrowScope) {
  const DecisionInput two = {.profile = v1::PROFILE_ZIN, .scores = {{"HOME-1", kYes}, {"HOME-2", kYes}}};
  EXPECT_TRUE(Decide(SecondFramework(), two).narrow_scope());  // 2 of 5
  const DecisionInput one = {.profile = v1::PROFILE_PGB_NAASTE, .scores = {{"HOME-1", kYes}}};
  EXPECT_FALSE(Decide(SecondFramework(), one).narrow_scope());  // 1 of 2
}

}  // namespace
}  // namespace waarborg::framework
