// A re-assessment: what failed is tested again, and only the merged result is compared with the first.

#include "tests/services/flow/retests.h"

namespace waarborg::testing {
namespace {

using assessment::v1::Assessment;
using assessment::v1::Conclusion;
using framework::v1::SCORE_LARGELY_MEETS;
using framework::v1::SCORE_LARGELY_NOT;
using framework::v1::SCORE_MEETS;
using framework::v1::SCORE_MEETS_NOT;
using improvement::v1::ImprovementPlan;
using ::testing::ElementsAre;

TEST(ReAssessment, NeedsAPlanThatWasCarriedOut) {
  Scene scene;
  const Case each = Sufficient(scene);
  EXPECT_THAT(scene.TryCreate(Again(each)), ReasonIs("PLAN_NOT_READY_FOR_RE_ASSESSMENT"));
  Complete(scene, each.plan);
  const auto created = scene.TryCreate(Again(each));
  ASSERT_THAT(created, IsOk());
  EXPECT_THAT(PlanOf(scene, each.plan).re_assessments(), ElementsAre(created->name()));
  EXPECT_EQ(scene.desk.LastEvent().kind(), "ReAssessmentPlanned");
}

TEST(ReAssessment, NeedsAParentThatIsDecidedAndOfTheSameProvider) {
  Scene scene;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  const std::string other = "provider: 'regions/nmd/providers/other' ";
  EXPECT_THAT(FieldFaults(scene.TryCreate(Again(each, other)).status()),
              ElementsAre("assessment.parent_assessment: PARENT_OF_OTHER_PROVIDER"));
  Case open = each;
  open.first = scene.Create();
  EXPECT_THAT(scene.TryCreate(Again(open)), ReasonIs("PARENT_NOT_FINAL"));
  scene.Take(open.first, assessment::kFinal);
  EXPECT_THAT(FieldFaults(scene.TryCreate(Again(open)).status()),
              ElementsAre("assessment.improvement_plan: PLAN_OF_OTHER_ASSESSMENT"));
}

TEST(ReAssessment, InheritsWhatTheFirstWasJudgedBy) {
  Scene scene;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  registry::v1::Provider farm =
      Proto<registry::v1::Provider>("name: 'regions/nmd/providers/farm' profile: PROFILE_PGB_PROF");
  scene.Put(farm);
  EXPECT_THAT(FieldFaults(scene.TryCreate(Again(each, "framework_version: 'other-1'")).status()),
              ElementsAre("assessment.framework_version: FRAMEWORK_IS_INHERITED"));
  const auto created = scene.TryCreate(Again(each, "framework_version: 'dkk-2019'"));
  ASSERT_THAT(created, IsOk());
  const Assessment first = scene.Get(each.first);
  EXPECT_EQ(created->framework_hash(), first.framework_hash());
  EXPECT_EQ(created->policy_version(), first.policy_version());
  EXPECT_EQ(created->profile(), framework::v1::PROFILE_ZIN);
  EXPECT_EQ(created->conditions_size(), first.conditions_size());
}

TEST(ReAssessment, CarriesOverWhatWasMetAndTestsWhatFailed) {
  Scene scene;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  const std::string name = scene.Create(Again(each, "extras { criteria: 'DM01' reason: 'Signals.' }"));
  scene.Take(name, assessment::kFieldwork);
  const assessment::v1::Finding carried = scene.GetFinding(name, "CG01");
  EXPECT_TRUE(carried.carried_over());
  EXPECT_EQ(carried.score(), SCORE_MEETS);
  EXPECT_THAT(scene.Score(name, "CG01", SCORE_MEETS).status(), StatusIs(absl::StatusCode::kInvalidArgument));
  scene.Take(name, assessment::kReview);
  const Assessment record = scene.Get(name);
  EXPECT_EQ(record.evaluation().n(), 13);
  EXPECT_EQ(record.merged_evaluation().n(), 44);
  EXPECT_EQ(record.merged_evaluation().quarter_points(), 176);
}

TEST(ReAssessment, ThatImprovedAchievesThePlan) {
  Scene scene;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  scene.scores["VE01"] = SCORE_LARGELY_MEETS;
  const std::string name = Retest(scene, each, assessment::v1::OUTCOME_IMPROVED);
  const auto decided = scene.desk.Run(&flow::FinaliseAssessment,
                                      About<assessment::v1::FinaliseAssessmentRequest>(name), scene.qm);
  ASSERT_THAT(decided, IsOk());
  EXPECT_EQ(decided->outcome(), assessment::v1::OUTCOME_IMPROVED);
  EXPECT_EQ(PlanOf(scene, each.plan).state(), ImprovementPlan::STATE_ACHIEVED);
  ASSERT_EQ(decided->follow_up_resources_size(), 1);  // VE01 stays a point for the contract manager
  const assessment::v1::DecisionRecord record = scene.GetDecision(decided->decision_record());
  EXPECT_EQ(record.outcome(), assessment::v1::OUTCOME_IMPROVED);
  EXPECT_EQ(record.findings_size(), 44);
  EXPECT_EQ(record.merged_evaluation().n(), 44);
}

TEST(ReAssessment, ThatImprovedInPartSendsThePlanBackWithWhatRemains) {
  Scene scene;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  scene.ordinary_score = SCORE_MEETS_NOT;
  scene.scores["VE01"] = SCORE_LARGELY_NOT;
  const std::string name = Retest(scene, each, assessment::v1::OUTCOME_PARTLY);
  EXPECT_EQ(Asked(scene.Get(name), team::v1::ACT_RE_ASSESSMENT_OUTCOME)->rule(), team::v1::FOUR_EYES_LATER);
  ASSERT_THAT(scene.desk.Run(&flow::FinaliseAssessment,
                             About<assessment::v1::FinaliseAssessmentRequest>(name), scene.qm),
              IsOk());
  const ImprovementPlan plan = PlanOf(scene, each.plan);
  EXPECT_EQ(plan.state(), ImprovementPlan::STATE_IN_PROGRESS);
  EXPECT_EQ(plan.partial_count(), 1);
  EXPECT_EQ(scene.Get(name).follow_up_resources_size(), 0);
}

TEST(ReAssessment, WithoutImprovementFailsThePlan) {
  Scene scene;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  scene.ordinary_score = SCORE_MEETS_NOT;
  const std::string name = Retest(scene, each, assessment::v1::OUTCOME_NOT_IMPROVED);
  ASSERT_THAT(scene.desk.Run(&flow::FinaliseAssessment,
                             About<assessment::v1::FinaliseAssessmentRequest>(name), scene.qm),
              IsOk());
  EXPECT_EQ(PlanOf(scene, each.plan).state(), ImprovementPlan::STATE_FAILED);
}

TEST(ReAssessment, WithAnotherOutcomeThanSuggestedIsADeviation) {
  Scene scene;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  scene.ordinary_score = SCORE_MEETS_NOT;
  scene.scores["VE01"] = SCORE_LARGELY_NOT;
  const std::string name = scene.Create(Again(each));
  scene.Take(name, assessment::kReview);
  scene.JudgeThreeParts(name);
  Conclusion conclusion = scene.FollowingAdvice(name);
  EXPECT_THAT(FieldFaults(scene.Conclude(name, conclusion).status()),
              ElementsAre("conclusion.outcome: OUTCOME_NOT_CHOSEN"));
  conclusion.set_outcome(assessment::v1::OUTCOME_IMPROVED);
  EXPECT_THAT(scene.Conclude(name, conclusion), ReasonIs("DEVIATION_NEEDS_GROUNDS"));
  conclusion.add_deviation_grounds(Conclusion::GROUND_COHERENCE_OF_SHORTCOMINGS);
  conclusion.set_deviation_text("All of it hangs on one vacancy, filled since.");
  const auto concluded = scene.Conclude(name, conclusion);
  ASSERT_THAT(concluded, IsOk());
  EXPECT_TRUE(concluded->judgement().conclusion().deviates());
}

TEST(ReAssessment, WaitsForTheOutcomeToBeConfirmedWherePolicySaysBefore) {
  Scene scene;
  scene.SetFourEyes(team::v1::ACT_RE_ASSESSMENT_OUTCOME, team::v1::FOUR_EYES_BEFORE);
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  const std::string name = scene.Create(Again(each));
  scene.Take(name, assessment::kReview);
  scene.JudgeThreeParts(name);
  ASSERT_THAT(scene.Conclude(name, scene.FollowingAdvice(name, assessment::v1::OUTCOME_IMPROVED)), IsOk());
  const auto send = [&] {
    return scene.desk.Run(&assessment::SendDraft, About<assessment::v1::SendDraftRequest>(name), scene.qm);
  };
  EXPECT_THAT(send(), ReasonIs("SECOND_PERSON_REQUIRED"));
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_RE_ASSESSMENT_OUTCOME), IsOk());
  EXPECT_THAT(send(), IsOk());
}

TEST(ReAssessment, OfAReAssessmentStartsFromWhatStandsAfterBoth) {
  Scene scene;
  scene.SetFourEyes(team::v1::ACT_NARROWED_SCOPE, team::v1::FOUR_EYES_LATER);
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  scene.scores["VE01"] = SCORE_LARGELY_NOT;
  scene.scores["VE02"] = framework::v1::SCORE_NOT_TESTED;
  const std::string second = Retest(scene, each, assessment::v1::OUTCOME_IMPROVED);
  // The safety theme recovered and the merged band is GOOD; VE01 is still weak and VE02 stands as it was at
  // first.
  ASSERT_THAT(
      scene.desk.Run(&assessment::AmendDraft,
                     About<assessment::v1::AmendDraftRequest>(second, "reason: 'Look again.'"), scene.qm),
      IsOk());
  for (const char* criterion :
       {"VE01", "VE03", "VE04", "VE05", "VE06", "VE07", "VE08", "VE09", "VE10", "VE12"}) {
    scene.scores[criterion] = SCORE_MEETS_NOT;
  }
  scene.ScoreScope(second);
  ASSERT_THAT(
      scene.desk.Run(&assessment::SubmitScores, About<assessment::v1::SubmitScoresRequest>(second), scene.qm),
      IsOk());
  scene.JudgeThreeParts(second);
  ASSERT_THAT(scene.Conclude(second, scene.FollowingAdvice(second, assessment::v1::OUTCOME_PARTLY)), IsOk());
  ASSERT_THAT(
      scene.desk.Run(&assessment::SendDraft, About<assessment::v1::SendDraftRequest>(second), scene.qm),
      IsOk());
  scene.Take(second, assessment::kFinal);
  Complete(scene, each.plan);
  const std::string third = scene.Create(Again({.first = second, .plan = each.plan}));
  scene.Take(third, assessment::kFieldwork);
  std::vector<std::string> in_scope;
  const assessment::v1::Assessment scoped = scene.Get(third);
  for (const assessment::v1::ScopeItem& item : scoped.scope().items()) {
    if (item.in_scope()) in_scope.push_back(item.criterion());
  }
  EXPECT_THAT(in_scope, ElementsAre("VE01", "VE02", "VE03", "VE04", "VE05", "VE06", "VE07", "VE08", "VE09",
                                    "VE10", "VE12"));
  EXPECT_EQ(scene.GetFinding(third, "VE11").score(), SCORE_MEETS);
  EXPECT_TRUE(scene.GetFinding(third, "VE11").carried_over());
}

}  // namespace
}  // namespace waarborg::testing
