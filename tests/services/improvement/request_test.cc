#include "tests/services/improvement/office.h"

namespace waarborg::improvement {
namespace {

constexpr char kStep[] = "regions/nmd/escalations/zorgboerderij/steps/stap-1";

class RequestTest : public Office {
 protected:
  // A final assessment of this band.
  void PutResult(framework::v1::Band band) {
    PutAssessment(kAssessment, Assessment::STATE_FINAL, kScope, /*parent=*/"", band);
  }

  PlanOr RequestFor(const std::string& step) {
    v1::RequestImprovementPlanRequest request;
    request.set_parent("regions/nmd");
    request.set_assessment(kAssessment);
    request.set_reason("Ladder");
    request.set_step(step);
    return desk.Run(&flow::RequestImprovementPlan, request, manager);
  }
};

TEST_F(RequestTest, ShortcomingsBecomeItemsInTheOrderOfTheScope) {
  const PlanOr plan = Request();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->name(), kPlan);
  EXPECT_EQ(plan->state(), Plan::STATE_REQUESTED);
  EXPECT_EQ(plan->provider(), kProvider);
  EXPECT_EQ(plan->assessment(), kAssessment);
  EXPECT_EQ(plan->policy_version(), kPolicy);
  EXPECT_EQ(plan->author(), manager.member);
  ASSERT_EQ(plan->items_size(), 2);
  EXPECT_EQ(plan->items(0).criterion(), "VE03");
  EXPECT_EQ(plan->items(0).score(), framework::v1::SCORE_MEETS_NOT);
  EXPECT_EQ(plan->items(0).shortcoming(), "gezien in de praktijk");
  EXPECT_EQ(plan->items(0).state(), v1::PlanItem::STATE_OPEN);
  EXPECT_EQ(plan->items(1).criterion(), "VE02");
  EXPECT_EQ(desk.LastEvent().kind(), "ImprovementPlanRequested");
  EXPECT_EQ(desk.LastEvent().provider(), kProvider);
}

TEST_F(RequestTest, TheProviderGetsTwentyWorkingDays) {
  // Monday 2 June; Whit Monday 9 June does not count.
  EXPECT_EQ(LastDayOf(Request()->submission_due_time()), absl::CivilDay(2025, 7, 1));
}

TEST_F(RequestTest, ServerChoosesAnIdWhenNoneIsGiven) {
  const PlanOr plan = Request("");
  ASSERT_THAT(plan, IsOk());
  EXPECT_NE(plan->name(), "regions/nmd/improvementPlans/");
}

TEST_F(RequestTest, AClosedAssessmentIsFinalEnough) {
  PutAssessment(kAssessment, Assessment::STATE_CLOSED);
  EXPECT_THAT(Request(), IsOk());
}

TEST_F(RequestTest, NeedsAFinalAssessment) {
  PutAssessment(kAssessment, Assessment::STATE_RESPONSE_IN);
  EXPECT_THAT(Request(),
              AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("ASSESSMENT_NOT_FINAL")));
}

TEST_F(RequestTest, AGoodResultAtL0AsksNoPlan) {
  PutResult(framework::v1::BAND_GOOD);
  PutStanding("assen", registry::v1::LEVEL_MONITORING);
  EXPECT_THAT(Request(),
              AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("PLAN_NOT_CALLED_FOR")));
  EXPECT_THAT(Get(manager), StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(RequestTest, AGoodResultOfAProviderOnTheLadderMayAskOne) {
  PutResult(framework::v1::BAND_GOOD);
  PutStanding("assen", registry::v1::LEVEL_MONITORING);
  PutStanding("tynaarlo", registry::v1::LEVEL_IMPROVEMENT_PLAN);
  EXPECT_THAT(Request(), IsOk());
}

TEST_F(RequestTest, NeedsShortcomings) {
  PutFinding(kAssessment, "VE02", framework::v1::SCORE_MEETS);
  PutFinding(kAssessment, "VE03", framework::v1::SCORE_MEETS);
  EXPECT_THAT(Request(), AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("NO_SHORTCOMINGS")));
}

TEST_F(RequestTest, OnePlanAtATimeForAnAssessment) {
  WalkToRequested();
  EXPECT_THAT(Request("plan-2"),
              AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("PLAN_OPEN")));
}

TEST_F(RequestTest, AfterAPlanHasEndedAnotherMayFollow) {
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  EXPECT_THAT(Request("plan-2"), IsOk());
}

TEST_F(RequestTest, AnIdIsUsedOnce) {
  WalkToRequested();
  PutAssessment("regions/nmd/assessments/toets-2", Assessment::STATE_FINAL);
  PutFinding("regions/nmd/assessments/toets-2", "VE02", framework::v1::SCORE_MEETS_NOT);
  EXPECT_THAT(Request("plan-1", "regions/nmd/assessments/toets-2"),
              AllOf(StatusIs(absl::StatusCode::kAlreadyExists), ReasonIs("IMPROVEMENT_PLAN_EXISTS")));
}

TEST_F(RequestTest, IdAndStepAreCheckedTogether) {
  v1::RequestImprovementPlanRequest request;
  request.set_parent("regions/nmd");
  request.set_improvement_plan_id("Plan 1");
  request.set_assessment(kAssessment);
  request.set_reason("Ladder");
  request.set_step("regions/nmd/escalations/ander/steps/stap-1");
  const PlanOr plan = desk.Run(&flow::RequestImprovementPlan, request, manager);
  EXPECT_THAT(FieldFaults(plan.status()),
              ElementsAre("improvement_plan_id: INVALID_ID", "step: STEP_OF_OTHER_PROVIDER"));
}

TEST_F(RequestTest, KeepsTheStepThatAskedForIt) {
  PutStep(kStep, Step::STATE_DECIDED, registry::v1::LEVEL_MONITORING, registry::v1::LEVEL_IMPROVEMENT_PLAN);
  const PlanOr plan = RequestFor(kStep);
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->step(), kStep);
}

TEST_F(RequestTest, APlanNamesADecidedStepThatExists) {
  EXPECT_THAT(RequestFor(kStep), AllOf(StatusIs(absl::StatusCode::kNotFound), ReasonIs("STEP_NOT_FOUND")));
  using namespace registry::v1;  // NOLINT(google-build-using-namespace): the levels
  PutStep(kStep, Step::STATE_READY, LEVEL_MONITORING, LEVEL_UNSPECIFIED);
  EXPECT_THAT(RequestFor(kStep), ReasonIs("STEP_NOT_DECIDED"));
  PutStep(kStep, Step::STATE_DECIDED, LEVEL_FORMAL_WARNING, LEVEL_MONITORING);
  EXPECT_THAT(RequestFor(kStep), ReasonIs("STEP_IMPOSES_NOTHING"));
  PutStep(kStep, Step::STATE_DECIDED, LEVEL_FORMAL_WARNING, LEVEL_FORMAL_WARNING, Decision::KIND_NOT);
  EXPECT_THAT(RequestFor(kStep), ReasonIs("STEP_IMPOSES_NOTHING"));
}

TEST_F(RequestTest, UnknownAssessmentIsNotFound) {
  EXPECT_THAT(Request("plan-1", "regions/nmd/assessments/geen"), ReasonIs("ASSESSMENT_NOT_FOUND"));
}

TEST_F(RequestTest, IsForTheQualityManager) {
  v1::RequestImprovementPlanRequest request;
  request.set_parent("regions/nmd");
  request.set_assessment(kAssessment);
  request.set_reason("x");
  EXPECT_THAT(desk.Run(&flow::RequestImprovementPlan, request, contract_manager),
              ReasonIs("ROLE_NOT_ALLOWED"));
}

TEST_F(RequestTest, OfAReAssessmentTheMergedShortcomingsCount) {
  const std::string second = "regions/nmd/assessments/hertoets-1";
  PutAssessment(second, Assessment::STATE_FINAL, {"VE01", "VE02", "VE03", "-LK01"}, kAssessment);
  PutFinding(second, "VE01", framework::v1::SCORE_LARGELY_NOT, "nieuw gezien");  // an extra that got worse
  PutFinding(second, "VE02", framework::v1::SCORE_MEETS);                        // mended
  PutFinding(second, "VE03", framework::v1::SCORE_NOT_TESTED, "niet gezien");    // the parent's score stands
  const PlanOr plan = Request("plan-2", second);
  ASSERT_THAT(plan, IsOk());
  ASSERT_EQ(plan->items_size(), 2);
  EXPECT_EQ(plan->items(0).criterion(), "VE01");
  EXPECT_EQ(plan->items(0).shortcoming(), "nieuw gezien");
  EXPECT_EQ(plan->items(1).criterion(), "VE03");
  EXPECT_EQ(plan->items(1).score(), framework::v1::SCORE_MEETS_NOT);
}

TEST_F(RequestTest, WhatIsOutOfScopeIsNoShortcoming) {
  PutAssessment(kAssessment, Assessment::STATE_FINAL, {"-VE03", "VE02", "VE01"});
  const PlanOr plan = Request();
  ASSERT_THAT(plan, IsOk());
  ASSERT_EQ(plan->items_size(), 1);
  EXPECT_EQ(plan->items(0).criterion(), "VE02");
}

TEST_F(RequestTest, OfAReAssessmentWhatWasNotAssessedAgainStands) {
  const std::string second = "regions/nmd/assessments/hertoets-1";
  PutAssessment(second, Assessment::STATE_CLOSED, {"-VE03", "VE02", "-VE01"}, kAssessment);
  PutFinding(second, "VE02", framework::v1::SCORE_MEETS);
  PutFinding(second, "VE01", framework::v1::SCORE_MEETS_NOT);  // out of scope: does not count
  const PlanOr plan = Request("plan-2", second);
  ASSERT_THAT(plan, IsOk());
  ASSERT_EQ(plan->items_size(), 1);
  EXPECT_EQ(plan->items(0).criterion(), "VE03");
}

}  // namespace
}  // namespace waarborg::improvement
