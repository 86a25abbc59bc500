// Every combination of band, theme flag, severity, recidivism and trust under the level policy of dkk-2019.

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/framework/rules/decision.h"
#include "services/framework/rules/level.h"
#include "tests/golden/frameworks.h"

namespace waarborg::framework {
namespace {

constexpr v1::Severity kSeverities[] = {v1::SEVERITY_NONE, v1::SEVERITY_LIMITED, v1::SEVERITY_SERIOUS,
                                        v1::SEVERITY_ACUTE};
constexpr v1::TrustJudgement kTrust[] = {v1::TRUST_JUDGEMENT_PRESENT, v1::TRUST_JUDGEMENT_DOUBTFUL,
                                         v1::TRUST_JUDGEMENT_DAMAGED, v1::TRUST_JUDGEMENT_NOT_JUDGED};

struct Row {
  v1::Band band;
  bool flagged;
  int levels[4][2];  // by severity, then without and with recidivism
};

constexpr Row kRows[] = {
    {v1::BAND_GOOD, false, {{0, 0}, {0, 0}, {0, 0}, {3, 3}}},
    {v1::BAND_GOOD, true, {{1, 2}, {1, 2}, {2, 3}, {3, 3}}},
    {v1::BAND_SUFFICIENT, false, {{1, 2}, {1, 2}, {2, 3}, {3, 3}}},
    {v1::BAND_SUFFICIENT, true, {{1, 2}, {1, 2}, {2, 3}, {3, 3}}},
    {v1::BAND_INSUFFICIENT, false, {{2, 3}, {2, 3}, {3, 4}, {3, 3}}},
    {v1::BAND_INSUFFICIENT, true, {{2, 3}, {2, 3}, {3, 4}, {3, 3}}},
};

TEST(Levels, FollowFromBandFlagSeverityAndRecidivism) {
  for (const Row& row : kRows) {
    for (int severity = 0; severity < 4; ++severity) {
      for (const bool recidivism : {false, true}) {
        const LevelProposal proposal =
            ProposeLevel(Dkk2019().level_policy(), {.band = row.band,
                                                    .theme_flagged = row.flagged,
                                                    .severity = kSeverities[severity],
                                                    .recidivism = recidivism});
        EXPECT_EQ(proposal.level, row.levels[severity][recidivism ? 1 : 0])
            << v1::Band_Name(row.band) << " flagged " << row.flagged << " "
            << v1::Severity_Name(kSeverities[severity]) << " recidivism " << recidivism;
      }
    }
  }
}

Scores AllCriteria(v1::Score score) {
  Scores scores;
  for (const v1::Criterion& criterion : Dkk2019().criteria()) scores[criterion.id()] = score;
  return scores;
}

// Scores of dkk-2019 that come to a band, with or without a flag. Below 65 % overall some theme is below it
// too, so there is no INSUFFICIENT without a flag.
Scores ScoresFor(const Row& row) {
  if (row.band == v1::BAND_INSUFFICIENT) return AllCriteria(v1::SCORE_MEETS_NOT);
  Scores scores = AllCriteria(row.band == v1::BAND_GOOD ? v1::SCORE_MEETS : v1::SCORE_LARGELY_MEETS);
  if (row.flagged) scores["LK01"] = scores["LK02"] = v1::SCORE_LARGELY_NOT;
  return scores;
}

TEST(Levels, AreNeverChangedByTrust) {
  for (const Row& row : kRows) {
    if (row.band == v1::BAND_INSUFFICIENT && !row.flagged) continue;
    for (int severity = 0; severity < 4; ++severity) {
      for (const bool recidivism : {false, true}) {
        for (const v1::TrustJudgement trust : kTrust) {
          const v1::Evaluation evaluation = Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN,
                                                               .scores = ScoresFor(row),
                                                               .severity = kSeverities[severity],
                                                               .recidivism = recidivism,
                                                               .trust = trust});
          ASSERT_EQ(evaluation.band(), row.band);
          ASSERT_EQ(evaluation.theme_flags_size() > 0, row.flagged);
          EXPECT_EQ(evaluation.proposed_level(), row.levels[severity][recidivism ? 1 : 0]);
        }
      }
    }
  }
}

std::vector<std::string> ChoicesFor(const Row& row, v1::TrustJudgement trust) {
  const v1::Evaluation evaluation =
      Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN, .scores = ScoresFor(row), .trust = trust});
  return {evaluation.choices_required().begin(), evaluation.choices_required().end()};
}

TEST(Choices, AreAskedForEveryFlagAndForDamagedTrustBesideAGoodResult) {
  EXPECT_THAT(ChoicesFor(kRows[0], v1::TRUST_JUDGEMENT_PRESENT), testing::IsEmpty());
  EXPECT_THAT(ChoicesFor(kRows[0], v1::TRUST_JUDGEMENT_DOUBTFUL), testing::IsEmpty());
  EXPECT_THAT(ChoicesFor(kRows[0], v1::TRUST_JUDGEMENT_DAMAGED),
              testing::ElementsAre("TRUST_DAMAGED_WITH_GOOD"));
  EXPECT_THAT(ChoicesFor(kRows[1], v1::TRUST_JUDGEMENT_DAMAGED),
              testing::ElementsAre("THEME_FLAG:LK", "TRUST_DAMAGED_WITH_GOOD"));
  EXPECT_THAT(ChoicesFor(kRows[3], v1::TRUST_JUDGEMENT_DAMAGED), testing::ElementsAre("THEME_FLAG:LK"));
  EXPECT_THAT(ChoicesFor(kRows[5], v1::TRUST_JUDGEMENT_DAMAGED),
              testing::ElementsAre("THEME_FLAG:VE", "THEME_FLAG:DM", "THEME_FLAG:DT", "THEME_FLAG:CG",
                                   "THEME_FLAG:LK"));
}

TEST(FollowUps, StandInTheOrderBandThemeUrgent) {
  const v1::Evaluation evaluation = Decide(
      Dkk2019(), {.profile = v1::PROFILE_ZIN, .scores = ScoresFor(kRows[3]), .severity = v1::SEVERITY_ACUTE});
  EXPECT_THAT(evaluation.follow_up(),
              testing::ElementsAre(v1::FOLLOW_UP_IMPROVEMENT_PLAN, v1::FOLLOW_UP_RE_ASSESSMENT,
                                   v1::FOLLOW_UP_CONSIDER_THEME_MEASURE, v1::FOLLOW_UP_URGENT_FAST_PATH));
}

}  // namespace
}  // namespace waarborg::framework
