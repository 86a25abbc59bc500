// What a re-assessment is held against: the first assessment's number of criteria, the plan's latest result,
// and the rounds that are left.

#include "services/flow/conclude_judgement.h"
#include "tests/services/flow/retests.h"

namespace waarborg::testing {
namespace {

using assessment::v1::Assessment;
using assessment::v1::Conclusion;
using framework::v1::SCORE_LARGELY_NOT;
using framework::v1::SCORE_MEETS;
using framework::v1::SCORE_MEETS_NOT;
using framework::v1::SCORE_NOT_TESTED;
using improvement::v1::ImprovementPlan;
using improvement::v1::PlanItem;
using ::testing::ElementsAre;

constexpr char kUntestedExtra[] = "extras { criteria: 'DM01' reason: 'There was no time at first.' }";

// The criteria of the plan's items that are open.
std::vector<std::string> OpenItems(Scene& scene, const std::string& plan_name) {
  const ImprovementPlan plan = PlanOf(scene, plan_name);
  std::vector<std::string> open;
  for (const PlanItem& item : plan.items()) {
    if (item.state() == PlanItem::STATE_OPEN) open.push_back(item.criterion());
  }
  return open;
}

TEST(ReAssessment, MergedResultRunsOnTheParentsN) {
  Scene scene;
  scene.scores["DM01"] = SCORE_NOT_TESTED;
  const Case each = Sufficient(scene);
  ASSERT_EQ(scene.Get(each.first).evaluation().n(), 43);
  Complete(scene, each.plan);
  const std::string name = scene.Create(Again(each, kUntestedExtra));
  scene.Take(name, assessment::kReview);
  const Assessment record = scene.Get(name);
  EXPECT_EQ(record.evaluation().n(), 13);
  EXPECT_EQ(record.merged_evaluation().n(), 43);
  EXPECT_EQ(record.merged_evaluation().quarter_points(), 172);
}

TEST(ReAssessment, WithAWeakExtraLeavesItAmongTheRemainingShortcomings) {
  Scene scene;
  scene.scores["DM01"] = SCORE_NOT_TESTED;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  scene.scores["DM01"] = SCORE_MEETS_NOT;
  const std::string name = Retest(scene, each, assessment::v1::OUTCOME_IMPROVED, kUntestedExtra);
  EXPECT_EQ(scene.Get(name).judgement().conclusion().advice().quarter_points(), 172);
  scene.Take(name, assessment::kFinal);
  EXPECT_EQ(scene.Get(name).follow_up_resources_size(), 1);  // DM01 is a point for the contract manager
}

TEST(ReAssessment, OfAReAssessmentStillRunsOnTheFirstN) {
  Scene scene;
  scene.scores["DM01"] = SCORE_NOT_TESTED;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  scene.ordinary_score = SCORE_MEETS_NOT;
  scene.scores["VE01"] = SCORE_LARGELY_NOT;
  const std::string second = Retest(scene, each, assessment::v1::OUTCOME_PARTLY, kUntestedExtra);
  scene.Take(second, assessment::kFinal);
  EXPECT_THAT(OpenItems(scene, each.plan), ElementsAre("VE01", "VE02", "VE03", "VE04", "VE05", "VE06", "VE07",
                                                       "VE08", "VE09", "VE10", "VE11", "VE12", "DM01"));
  Complete(scene, each.plan);
  scene.scores.clear();
  scene.ordinary_score = SCORE_MEETS;
  const std::string third = scene.Create(Again({.first = second, .plan = each.plan}));
  scene.Take(third, assessment::kReview);
  EXPECT_EQ(scene.Get(third).evaluation().n(), 13);
  EXPECT_EQ(scene.Get(third).merged_evaluation().n(), 43);
  EXPECT_EQ(scene.Get(third).merged_evaluation().quarter_points(), 172);
}

TEST(ReAssessment, StartsFromTheLatestResultOfThePlan) {
  Scene scene;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  const std::string second = PartlyAndCompletedAgain(scene, each);
  EXPECT_THAT(FieldFaults(scene.TryCreate(Again(each)).status()),
              ElementsAre("assessment.parent_assessment: PARENT_NOT_LATEST"));
  const Case latest{.first = second, .plan = each.plan};
  const std::string third = scene.Create(Again(latest));
  ASSERT_THAT(scene.desk.Run(&assessment::CancelAssessment,
                             About<assessment::v1::CancelAssessmentRequest>(third, "reason: 'Other date.'"),
                             scene.qm),
              IsOk());
  EXPECT_THAT(scene.TryCreate(Again({.first = third, .plan = each.plan})), ReasonIs("PARENT_NOT_FINAL"));
  EXPECT_THAT(scene.TryCreate(Again(latest)), IsOk());
}

TEST(ReAssessment, WithoutARoundLeftIsNotConcludedPartly) {
  Scene scene;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  const std::string second = PartlyAndCompletedAgain(scene, each);
  scene.scores["VE01"] = framework::v1::SCORE_LARGELY_MEETS;  // better again, and far from enough
  const std::string third = scene.Create(Again({.first = second, .plan = each.plan}));
  scene.Take(third, assessment::kReview);
  scene.JudgeThreeParts(third);
  Conclusion conclusion = scene.FollowingAdvice(third, assessment::v1::OUTCOME_PARTLY);
  conclusion.add_deviation_grounds(Conclusion::GROUND_OTHER);
  conclusion.set_deviation_text("One more time.");
  assessment::v1::ConcludeJudgementRequest request;
  request.set_name(third);
  *request.mutable_conclusion() = conclusion;
  request.set_validate_only(true);
  EXPECT_THAT(scene.desk.Run(&flow::ConcludeJudgement, request, scene.qm), ReasonIs("PARTLY_USED_UP"));
  EXPECT_THAT(scene.Conclude(third, conclusion), ReasonIs("PARTLY_USED_UP"));
  const auto concluded =
      scene.Conclude(third, scene.FollowingAdvice(third, assessment::v1::OUTCOME_NOT_IMPROVED));
  ASSERT_THAT(concluded, IsOk());
  EXPECT_FALSE(concluded->judgement().conclusion().deviates());
}

TEST(ReAssessment, WithNothingLeftToMendIsNotConcludedPartly) {
  Scene scene;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  const std::string name = scene.Create(Again(each));
  scene.Take(name, assessment::kReview);
  scene.JudgeThreeParts(name);
  Conclusion conclusion = scene.FollowingAdvice(name, assessment::v1::OUTCOME_PARTLY);
  conclusion.add_deviation_grounds(Conclusion::GROUND_OTHER);
  conclusion.set_deviation_text("We want to keep watching.");
  EXPECT_THAT(scene.Conclude(name, conclusion), ReasonIs("NO_SHORTCOMINGS"));
}

}  // namespace
}  // namespace waarborg::testing
