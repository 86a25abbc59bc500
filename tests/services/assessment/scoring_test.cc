// Findings, and handing them in.

#include "services/assessment/commands.h"
#include "services/assessment/queries.h"
#include "tests/services/assessment/scene.h"

namespace waarborg::testing {
namespace {

using namespace assessment;  // NOLINT: commands under test
using framework::v1::SCORE_LARGELY_MEETS;
using framework::v1::SCORE_LARGELY_NOT;
using framework::v1::SCORE_MEETS;
using framework::v1::SCORE_NOT_TESTED;
using ::testing::ElementsAre;

// An assessment in SCORING of two themes only, so that seven criteria are in scope.
std::string SmallInScoring(Scene& scene) {
  const std::string name = scene.Create("kind: ASSESSMENT_KIND_THEMATIC themes: 'DT' themes: 'LK'");
  scene.Take(name, kScoring);
  return name;
}

absl::StatusOr<v1::Assessment> Submit(Scene& scene, const std::string& name) {
  return scene.desk.Run(&SubmitScores, About<v1::SubmitScoresRequest>(name), scene.qm);
}

TEST(Scoring, IsPossibleFromPreparationOnOnceThereIsAScope) {
  Scene scene;
  const std::string name = scene.Create();
  EXPECT_THAT(scene.Score(name, "VE01", SCORE_MEETS), ReasonIs("ILLEGAL_TRANSITION"));
  scene.Take(name, kPreparing);
  EXPECT_THAT(scene.Score(name, "VE01", SCORE_MEETS), ReasonIs("SCOPE_NOT_SET"));
  ASSERT_THAT(scene.desk.Run(&SetScope, About<v1::SetScopeRequest>(name), scene.qm), IsOk());
  EXPECT_THAT(scene.Score(name, "VE01", SCORE_MEETS), IsOk());
  scene.Take(name, kFieldwork);
  EXPECT_THAT(scene.Score(name, "VE02", SCORE_MEETS), IsOk());
  scene.Take(name, kReview);
  EXPECT_THAT(scene.Score(name, "VE02", SCORE_MEETS), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST(Scoring, TakesAllScoresOrNoneAndNamesEveryFault) {
  Scene scene;
  const std::string name = SmallInScoring(scene);
  const auto refused = scene.desk.Run(&ScoreFindings, About<v1::ScoreFindingsRequest>(name, R"pb(
    scores { criterion: "DT01" score: SCORE_MEETS }
    scores { criterion: "DT02" score: SCORE_LARGELY_NOT }
    scores { criterion: "VE01" score: SCORE_MEETS }
  )pb"),
                                      scene.qm);
  EXPECT_THAT(FieldFaults(refused.status()),
              ElementsAre("scores[1].motivation: MOTIVATION_REQUIRED", "scores[2].criterion: NOT_IN_SCOPE"));
  const auto none =
      scene.desk.Ask(&ListFindings, Proto<v1::ListFindingsRequest>("parent: '" + name + "'"), scene.qm);
  ASSERT_THAT(none, IsOk());
  EXPECT_EQ(none->findings_size(), 0);
}

TEST(Scoring, IsOneFactForTheWholeLotAndLeavesTheAssessmentAlone) {
  Scene scene;
  const std::string name = SmallInScoring(scene);
  const std::string etag = scene.Get(name).etag();
  const std::size_t before = scene.desk.Events().size();
  scene.ScoreScope(name);
  ASSERT_EQ(scene.desk.Events().size(), before + 1);
  const audit::v1::Event event = scene.desk.LastEvent();
  EXPECT_EQ(event.kind(), "FindingsScored");
  EXPECT_EQ(event.resource(), name);
  EXPECT_EQ(event.changes_size(), 7);
  EXPECT_EQ(scene.Get(name).etag(), etag);
}

TEST(Scoring, KeepsThePreviousValueAndRefusesAStaleEtag) {
  Scene scene;
  const std::string name = SmallInScoring(scene);
  const auto first = scene.Score(name, "DT01", SCORE_MEETS);
  ASSERT_THAT(first, IsOk());
  const std::string etag = first->findings(0).etag();
  ASSERT_THAT(scene.Score(name, "DT01", SCORE_LARGELY_NOT), IsOk());
  const v1::Finding finding = scene.GetFinding(name, "DT01");
  EXPECT_EQ(finding.score(), SCORE_LARGELY_NOT);
  ASSERT_EQ(finding.previous_size(), 1);
  EXPECT_EQ(finding.previous(0).score(), SCORE_MEETS);
  const auto stale =
      scene.desk.Run(&ScoreFindings,
                     About<v1::ScoreFindingsRequest>(name,
                                                     "scores { criterion: 'DT02' score: SCORE_MEETS } "
                                                     "scores { criterion: 'DT01' score: SCORE_MEETS etag: '" +
                                                         etag + "' }"),
                     scene.qm);
  EXPECT_THAT(stale, ReasonIs("ETAG_MISMATCH"));
  EXPECT_THAT(stale, StatusIs(absl::StatusCode::kAborted));
  const auto untouched =
      scene.desk.Ask(&GetFinding, About<v1::GetFindingRequest>(name + "/findings/DT02"), scene.qm);
  EXPECT_THAT(untouched, ReasonIs("FINDING_NOT_FOUND"));
}

TEST(Scoring, ByATeamMemberIsAProposalBesideTheFinding) {
  Scene scene;
  const std::string name = SmallInScoring(scene);
  ASSERT_THAT(scene.Score(name, "DT01", SCORE_MEETS), IsOk());
  const auto proposed = scene.desk.Run(
      &ScoreFindings,
      About<v1::ScoreFindingsRequest>(
          name, "scores { criterion: 'DT01' score: SCORE_LARGELY_NOT motivation: 'Two plans missing.' }"),
      scene.tm);
  ASSERT_THAT(proposed, IsOk());
  EXPECT_EQ(proposed->findings(0).score(), SCORE_MEETS);
  ASSERT_EQ(proposed->findings(0).proposals_size(), 1);
  EXPECT_EQ(proposed->findings(0).proposals(0).author(), scene.tm.member);
  EXPECT_EQ(scene.desk.LastEvent().kind(), "ScoresProposed");
  const call::Caller both = Desk::As("both", {team::v1::ROLE_TEAM_MEMBER, team::v1::ROLE_QUALITY_MANAGER});
  const auto counted = scene.desk.Run(
      &ScoreFindings,
      About<v1::ScoreFindingsRequest>(
          name, "scores { criterion: 'DT01' score: SCORE_LARGELY_NOT motivation: 'Two plans missing.' }"),
      both);
  ASSERT_THAT(counted, IsOk());
  EXPECT_EQ(counted->findings(0).score(), SCORE_LARGELY_NOT);
  EXPECT_EQ(scene.desk.LastEvent().role(), team::v1::ROLE_QUALITY_MANAGER);
}

TEST(Submitting, NeedsEveryCriterionInScopeScored) {
  Scene scene;
  const std::string name = SmallInScoring(scene);
  ASSERT_THAT(scene.Score(name, "DT01", SCORE_MEETS), IsOk());
  EXPECT_THAT(Submit(scene, name), ReasonIs("SCORES_INCOMPLETE"));
}

TEST(Submitting, NeedsSomethingTested) {
  Scene scene;
  const std::string name = SmallInScoring(scene);
  scene.ordinary_score = SCORE_NOT_TESTED;
  scene.ScoreScope(name);
  EXPECT_THAT(Submit(scene, name), ReasonIs("NOTHING_TESTED"));
  ASSERT_THAT(scene.Score(name, "DT01", SCORE_MEETS), IsOk());
  const auto submitted = Submit(scene, name);
  ASSERT_THAT(submitted, IsOk());
  EXPECT_EQ(submitted->evaluation().n(), 1);
}

TEST(Submitting, RunsTheRuleAndKeepsAllReadings) {
  Scene scene;
  scene.ordinary_score = SCORE_LARGELY_MEETS;
  const std::string name = scene.Create();
  scene.Take(name, kReview);
  const v1::Assessment record = scene.Get(name);
  EXPECT_EQ(record.evaluation().n(), 44);
  EXPECT_EQ(record.evaluation().quarter_points(), 132);
  EXPECT_EQ(record.evaluation().band(), framework::v1::BAND_SUFFICIENT);
  EXPECT_EQ(record.evaluation().readings_size(), 4);
  EXPECT_TRUE(record.evaluation().reading_conflict());
  EXPECT_FALSE(record.has_merged_evaluation());
}

TEST(Submitting, FollowsTheReadingAndTheLevelsOfThePolicy) {
  Scene scene;
  registry::v1::PolicyVersion policy = scene.policy;
  policy.set_overall_reading(framework::v1::READING_COUNT_TEXT);
  *policy.mutable_level_policy() =
      Proto<framework::v1::LevelPolicy>("base_good: 1 base_sufficient: 2 base_insufficient: 3 highest: 4");
  scene.Govern(policy);
  scene.ordinary_score = SCORE_LARGELY_MEETS;
  const std::string name = scene.Create();
  scene.Take(name, kReview);
  const v1::Assessment record = scene.Get(name);
  EXPECT_EQ(record.evaluation().deciding_reading(), framework::v1::READING_COUNT_TEXT);
  EXPECT_EQ(record.evaluation().band(), framework::v1::BAND_GOOD);
  EXPECT_EQ(record.evaluation().proposed_level(), 1);
}

TEST(Submitting, AsksTheSecondReaderAsPolicySays) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kReview);
  const v1::Assessment record = scene.Get(name);
  const team::v1::Confirmation* asked = Asked(record, team::v1::ACT_SCORES);
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(asked->rule(), team::v1::FOUR_EYES_LATER);
  EXPECT_EQ(asked->author(), scene.qm.member);
  EXPECT_GT(asked->due_time().seconds(), 0);
}

TEST(Returning, IsForTheSecondReaderAndVoidsWhatRestedOnTheScores) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kReview);
  scene.JudgeThreeParts(name);
  ASSERT_THAT(scene.Conclude(name, scene.FollowingAdvice(name)), IsOk());
  const auto request = About<v1::ReturnScoresRequest>(name, "reason: 'VE01 is too thin.'");
  EXPECT_THAT(scene.desk.Run(&ReturnScores, request, scene.qm), ReasonIs("ROLE_NOT_ALLOWED"));
  const auto returned = scene.desk.Run(&ReturnScores, request, scene.sr);
  ASSERT_THAT(returned, IsOk());
  EXPECT_EQ(returned->state(), kScoring);
  EXPECT_FALSE(returned->judgement().has_conclusion());
  EXPECT_TRUE(returned->judgement().has_trust());
  EXPECT_FALSE(returned->has_evaluation());
  EXPECT_EQ(Asked(*returned, team::v1::ACT_SCORES), nullptr);
  EXPECT_EQ(scene.GetFinding(name, "VE01").score(), SCORE_MEETS);
}

TEST(Submitting, WarnsOfANarrowScopeByWhatApplies) {
  Scene scene;
  registry::v1::Provider small = Proto<registry::v1::Provider>(
      "name: 'regions/nmd/providers/farm' profile: PROFILE_ZIN kinds_of_care: KIND_OF_CARE_GUIDANCE");
  scene.Put(small);
  const std::string name = scene.Create();
  scene.Take(name, kPreparing);
  ASSERT_THAT(scene.desk.Run(&SetScope, About<v1::SetScopeRequest>(name), scene.qm), IsOk());
  std::vector<std::string> applicable;
  const v1::Assessment scoped = scene.Get(name);
  for (const v1::ScopeItem& item : scoped.scope().items()) {
    if (item.in_scope()) applicable.push_back(item.criterion());
  }
  ASSERT_LT(applicable.size(), 42U);  // 44 hold for the profile, if every condition is met
  const std::size_t half = (applicable.size() + 1) / 2;
  for (std::size_t i = half; i < applicable.size(); ++i) scene.scores[applicable[i]] = SCORE_NOT_TESTED;
  scene.Take(name, kReview);
  EXPECT_EQ(scene.Get(name).evaluation().n(), static_cast<int>(half));
  EXPECT_FALSE(scene.Get(name).evaluation().narrow_scope());
  scene.scores[applicable[0]] = SCORE_NOT_TESTED;
  const std::string narrower = scene.Create();
  scene.Take(narrower, kReview);
  EXPECT_TRUE(scene.Get(narrower).evaluation().narrow_scope());
}

}  // namespace
}  // namespace waarborg::testing
