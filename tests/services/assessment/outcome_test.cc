#include "services/assessment/rules/outcome.h"

#include "gmock/gmock.h"
#include "tests/golden/frameworks.h"

namespace waarborg::assessment {
namespace {

using framework::Scores;
using framework::v1::SCORE_LARGELY_MEETS;
using framework::v1::SCORE_LARGELY_NOT;
using framework::v1::SCORE_MEETS;
using framework::v1::SCORE_MEETS_NOT;
using framework::v1::SCORE_NOT_TESTED;

struct OutcomeCase {
  const char* situation;
  Scores before, own;
  framework::v1::Band merged_band;
  bool flagged;
  v1::Outcome suggested;
};

TEST(Outcome, IsSuggestedByTheMergedResult) {
  const Scores before = {{"VE01", SCORE_MEETS_NOT}, {"CG02", SCORE_LARGELY_MEETS}, {"DM01", SCORE_MEETS}};
  const OutcomeCase cases[] = {
      {"merged GOOD, whatever the items",
       before,
       {{"VE01", SCORE_MEETS_NOT}, {"CG02", SCORE_LARGELY_MEETS}},
       framework::v1::BAND_GOOD,
       true,
       v1::OUTCOME_IMPROVED},
      {"every item largely meets, no flag",
       before,
       {{"VE01", SCORE_LARGELY_MEETS}, {"CG02", SCORE_LARGELY_MEETS}},
       framework::v1::BAND_SUFFICIENT,
       false,
       v1::OUTCOME_IMPROVED},
      {"every item largely meets, a flag left",
       before,
       {{"VE01", SCORE_LARGELY_MEETS}, {"CG02", SCORE_MEETS}},
       framework::v1::BAND_SUFFICIENT,
       true,
       v1::OUTCOME_PARTLY},
      {"one item better, one behind",
       before,
       {{"VE01", SCORE_LARGELY_NOT}, {"CG02", SCORE_LARGELY_MEETS}},
       framework::v1::BAND_SUFFICIENT,
       false,
       v1::OUTCOME_PARTLY},
      {"one item not tested again",
       before,
       {{"VE01", SCORE_NOT_TESTED}, {"CG02", SCORE_MEETS}},
       framework::v1::BAND_SUFFICIENT,
       false,
       v1::OUTCOME_PARTLY},
      {"nothing better",
       before,
       {{"VE01", SCORE_MEETS_NOT}, {"CG02", SCORE_LARGELY_MEETS}},
       framework::v1::BAND_SUFFICIENT,
       false,
       v1::OUTCOME_NOT_IMPROVED},
      {"worse",
       before,
       {{"VE01", SCORE_MEETS_NOT}, {"CG02", SCORE_MEETS_NOT}},
       framework::v1::BAND_INSUFFICIENT,
       true,
       v1::OUTCOME_NOT_IMPROVED},
      {"an extra criterion does not count as improvement",
       before,
       {{"VE01", SCORE_MEETS_NOT}, {"CG02", SCORE_LARGELY_MEETS}, {"DM01", SCORE_MEETS}},
       framework::v1::BAND_INSUFFICIENT,
       true,
       v1::OUTCOME_NOT_IMPROVED},
  };
  for (const OutcomeCase& each : cases) {
    framework::v1::Evaluation merged;
    merged.set_band(each.merged_band);
    if (each.flagged) merged.add_theme_flags("VE");
    EXPECT_EQ(
        SuggestedOutcome(
            {.framework = framework::Dkk2019(), .before = each.before, .own = each.own, .merged = merged}),
        each.suggested)
        << each.situation;
  }
}

TEST(Outcome, IsNotPartlyWhenNoRoundIsLeft) {
  const Scores before = {{"VE01", SCORE_MEETS_NOT}, {"CG02", SCORE_LARGELY_MEETS}};
  const Scores better = {{"VE01", SCORE_LARGELY_NOT}, {"CG02", SCORE_MEETS}};
  framework::v1::Evaluation merged;
  merged.set_band(framework::v1::BAND_SUFFICIENT);
  const auto suggested = [&](const Scores& own) {
    return SuggestedOutcome({.framework = framework::Dkk2019(),
                             .before = before,
                             .own = own,
                             .merged = merged,
                             .last_round = true});
  };
  EXPECT_EQ(suggested(better), v1::OUTCOME_NOT_IMPROVED);
  EXPECT_EQ(suggested({{"VE01", SCORE_MEETS}, {"CG02", SCORE_MEETS}}), v1::OUTCOME_IMPROVED);
}

TEST(AmendedDraft, IsWorseWhereAFindingLostGround) {
  struct Case {
    framework::v1::Score shown, now;
    bool worse;
  };
  for (const Case& each :
       {Case{SCORE_MEETS, SCORE_MEETS, false}, Case{SCORE_MEETS, SCORE_LARGELY_MEETS, true},
        Case{SCORE_LARGELY_NOT, SCORE_MEETS_NOT, true}, Case{SCORE_MEETS_NOT, SCORE_LARGELY_NOT, false},
        Case{SCORE_NOT_TESTED, SCORE_MEETS, false}, Case{SCORE_NOT_TESTED, SCORE_LARGELY_MEETS, true},
        Case{SCORE_NOT_TESTED, SCORE_NOT_TESTED, false}, Case{SCORE_MEETS, SCORE_NOT_TESTED, true},
        Case{SCORE_MEETS_NOT, SCORE_NOT_TESTED, false}}) {
    ShownScores shown;
    shown["VE01"] = each.shown;
    const std::vector<std::string> worse = Worsened(framework::Dkk2019(), shown, {{"VE01", each.now}});
    EXPECT_EQ(!worse.empty(), each.worse) << each.shown << " to " << each.now;
  }
}

TEST(AmendedDraft, NamesWhatIsWorseInFrameworkOrder) {
  ShownScores shown;
  shown["CG01"] = SCORE_MEETS;
  shown["VE01"] = SCORE_MEETS;
  EXPECT_THAT(Worsened(framework::Dkk2019(), shown, {{"CG01", SCORE_MEETS_NOT}, {"VE01", SCORE_MEETS_NOT}}),
              ::testing::ElementsAre("VE01", "CG01"));
}

}  // namespace
}  // namespace waarborg::assessment
