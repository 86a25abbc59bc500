#include "services/framework/rules/scale.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/framework/rules/decision.h"
#include "tests/golden/frameworks.h"

namespace waarborg::framework {
namespace {

TEST(Merge, PutsNewScoresOverOldOnesAndKeepsTheRest) {
  const Scores parent = {
      {"CG01", v1::SCORE_MEETS}, {"VE01", v1::SCORE_MEETS_NOT}, {"VE02", v1::SCORE_LARGELY_NOT}};
  const Scores renewed = {{"VE01", v1::SCORE_MEETS}, {"VE02", v1::SCORE_MEETS_NOT}};
  EXPECT_EQ(Merge(parent, renewed),
            (Scores{{"CG01", v1::SCORE_MEETS}, {"VE01", v1::SCORE_MEETS}, {"VE02", v1::SCORE_MEETS_NOT}}));
}

TEST(Merge, KeepsTheOldScoreOfWhatWasNotTestedAgain) {
  const Scores parent = {{"VE01", v1::SCORE_LARGELY_NOT}};
  EXPECT_EQ(Merge(parent, {{"VE01", v1::SCORE_NOT_TESTED}}), parent);
  EXPECT_EQ(Merge(parent, {}), parent);
}

TEST(Merge, LeavesOutAnExtraThatTheParentDidNotTest) {
  const Scores parent = {{"CG01", v1::SCORE_MEETS}, {"VE01", v1::SCORE_NOT_TESTED}};
  EXPECT_EQ(Merge(parent, {{"VE01", v1::SCORE_MEETS}, {"VE02", v1::SCORE_MEETS}}), parent);
}

TEST(Merge, LetsTheWholeRuleRunOnTheNumberTestedInTheParent) {
  Scores parent;
  for (const v1::Criterion& criterion : Dkk2019().criteria()) parent[criterion.id()] = v1::SCORE_MEETS;
  for (const char* failed :
       {"VE01", "VE02", "VE03", "VE04", "VE05", "VE06", "VE07", "VE08", "VE09", "VE10", "VE11", "VE12"}) {
    parent[failed] = v1::SCORE_MEETS_NOT;
  }
  const v1::Evaluation before = Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN, .scores = parent});
  EXPECT_EQ(before.band(), v1::BAND_SUFFICIENT);
  EXPECT_THAT(before.theme_flags(), testing::ElementsAre("VE"));
  const Scores renewed = {{"VE01", v1::SCORE_MEETS}, {"VE02", v1::SCORE_LARGELY_MEETS}};
  const v1::Evaluation after =
      Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN, .scores = Merge(parent, renewed)});
  EXPECT_EQ(after.n(), 44);
  EXPECT_EQ(after.quarter_points(), before.quarter_points() + 7);
  EXPECT_EQ(after.band(), v1::BAND_GOOD);
}

TEST(Scale, KnowsOnlyTheScoresOfItsVersion) {
  EXPECT_EQ(ScaleValueOf(Dkk2019(), v1::SCORE_LARGELY_MEETS)->quarter_points(), 3);
  EXPECT_EQ(ScaleValueOf(Dkk2019(), v1::SCORE_NOT_TESTED), nullptr);
  EXPECT_EQ(ScaleValueOf(SecondFramework(), v1::SCORE_LARGELY_NOT), nullptr);
  EXPECT_EQ(FullQuarterPoints(Dkk2019()), 4);
}

}  // namespace
}  // namespace waarborg::framework
