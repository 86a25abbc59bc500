// From the request to the approved plan.

#include "tests/services/improvement/office.h"

namespace waarborg::improvement {
namespace {

class RequestTest : public Office {};

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
  const PlanOr plan = desk.Run(&RequestImprovementPlan, request, manager);
  EXPECT_THAT(FieldFaults(plan.status()),
              ElementsAre("improvement_plan_id: INVALID_ID", "step: STEP_OF_OTHER_PROVIDER"));
}

TEST_F(RequestTest, KeepsTheStepThatAskedForIt) {
  v1::RequestImprovementPlanRequest request;
  request.set_parent("regions/nmd");
  request.set_assessment(kAssessment);
  request.set_reason("Ladder");
  request.set_step("regions/nmd/escalations/zorgboerderij/steps/stap-1");
  const PlanOr plan = desk.Run(&RequestImprovementPlan, request, manager);
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->step(), request.step());
}

TEST_F(RequestTest, UnknownAssessmentIsNotFound) {
  EXPECT_THAT(Request("plan-1", "regions/nmd/assessments/geen"), ReasonIs("ASSESSMENT_NOT_FOUND"));
}

TEST_F(RequestTest, IsForTheQualityManager) {
  v1::RequestImprovementPlanRequest request;
  request.set_parent("regions/nmd");
  request.set_assessment(kAssessment);
  request.set_reason("x");
  EXPECT_THAT(desk.Run(&RequestImprovementPlan, request, contract_manager), ReasonIs("ROLE_NOT_ALLOWED"));
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

class SubmitTest : public Office {};

TEST_F(SubmitTest, KeepsTheProvidersWordsAsAVersion) {
  WalkToRequested();
  const PlanOr plan = Submit();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_SUBMITTED);
  EXPECT_EQ(plan->version(), 1);
  ASSERT_EQ(plan->versions_size(), 1);
  EXPECT_EQ(plan->versions(0).author(), provider_user.member);
  EXPECT_EQ(plan->versions(0).items(1).action(), "Scholing voor alle medewerkers");
  EXPECT_EQ(DayOf(plan->items(0).due_date()), absl::CivilDay(2025, 9, 1));  // VE03
  EXPECT_EQ(desk.LastEvent().role(), team::v1::ROLE_PROVIDER_USER);
  EXPECT_EQ(desk.LastEvent().on_behalf_of(), "");
}

TEST_F(SubmitTest, TheQualityManagerHasTenWorkingDaysToJudge) {
  WalkToRequested();
  EXPECT_EQ(LastDayOf(Submit()->judgement_due_time()), absl::CivilDay(2025, 6, 17));
}

TEST_F(SubmitTest, NamensAanbiederNeedsADocument) {
  WalkToRequested();
  const PlanOr plan = desk.Run(&SubmitImprovementPlan, WholePlan(), manager);
  EXPECT_THAT(FieldFaults(plan.status()), ElementsAre("on_behalf_of_provider: ON_BEHALF_REQUIRED"));
}

TEST_F(SubmitTest, NamensAanbiederIsNotDatedInTheFuture) {
  WalkToRequested();
  v1::SubmitImprovementPlanRequest request = WholePlan();
  *request.mutable_on_behalf_of_provider() = Letter(Date(2025, 6, 3));
  EXPECT_THAT(FieldFaults(desk.Run(&SubmitImprovementPlan, request, manager).status()),
              ElementsAre("on_behalf_of_provider.date: DATE_IN_FUTURE"));
}

TEST_F(SubmitTest, NamensAanbiederIsKeptWithTheVersionAndInTheJournal) {
  WalkToRequested();
  v1::SubmitImprovementPlanRequest request = WholePlan();
  *request.mutable_on_behalf_of_provider() = Letter(Date(2025, 6, 2));
  const PlanOr plan = desk.Run(&SubmitImprovementPlan, request, manager);
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->versions(0).on_behalf_of_provider().document(), "Brief van de zorgboerderij");
  EXPECT_EQ(desk.LastEvent().role(), team::v1::ROLE_QUALITY_MANAGER);
  EXPECT_EQ(desk.LastEvent().on_behalf_of(), kProvider);
}

TEST_F(SubmitTest, AProviderSpeaksForItself) {
  WalkToRequested();
  v1::SubmitImprovementPlanRequest request = WholePlan();
  *request.mutable_on_behalf_of_provider() = Letter(Date(2025, 6, 2));
  EXPECT_THAT(FieldFaults(desk.Run(&SubmitImprovementPlan, request, provider_user).status()),
              ElementsAre("on_behalf_of_provider: ON_BEHALF_NOT_ALLOWED"));
}

TEST_F(SubmitTest, AnotherProviderMayNot) {
  WalkToRequested();
  EXPECT_THAT(desk.Run(&SubmitImprovementPlan, WholePlan(), other_provider),
              AllOf(StatusIs(absl::StatusCode::kPermissionDenied), ReasonIs("OTHER_PROVIDER")));
}

TEST_F(SubmitTest, ARefusedPlanNamesEveryFaultAndChangesNothing) {
  WalkToRequested();
  auto request = Named<v1::SubmitImprovementPlanRequest>();
  *request.add_items() = Proposal("VE02", Date(2025, 6, 1));
  *request.add_items() = Proposal("VE99", Date(2025, 12, 3));
  const PlanOr plan = desk.Run(&SubmitImprovementPlan, request, provider_user);
  EXPECT_THAT(FieldFaults(plan.status()),
              ElementsAre("items[0].due_date: DUE_DATE_IN_PAST", "items[1].criterion: UNKNOWN_ITEM",
                          "items[1].due_date: DUE_DATE_AFTER_END", "items: ITEM_MISSING"));
  EXPECT_EQ(Stored().state(), Plan::STATE_REQUESTED);
  EXPECT_EQ(Stored().version(), 0);
}

TEST_F(SubmitTest, AStaleEtagIsRefused) {
  WalkToRequested();
  v1::SubmitImprovementPlanRequest request = WholePlan();
  request.set_etag("stale");
  EXPECT_THAT(desk.Run(&SubmitImprovementPlan, request, provider_user),
              AllOf(StatusIs(absl::StatusCode::kAborted), ReasonIs("ETAG_MISMATCH")));
}

TEST_F(SubmitTest, ASubmittedPlanIsNotSubmittedAgain) {
  WalkToSubmitted();
  EXPECT_THAT(Submit(),
              AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("ILLEGAL_TRANSITION")));
}

class ReturnTest : public Office {};

TEST_F(ReturnTest, GivesReasonsPerItemANewDateAndCounts) {
  WalkToSubmitted();
  WaitUntil(absl::CivilDay(2025, 6, 10));
  const PlanOr plan = Return();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_RETURNED);
  EXPECT_EQ(plan->return_count(), 1);
  EXPECT_EQ(plan->items(0).return_reason(), "De maatstaf is niet meetbaar");
  EXPECT_EQ(plan->items(1).return_reason(), "");
  EXPECT_EQ(plan->versions(0).items(0).return_reason(), "De maatstaf is niet meetbaar");
  EXPECT_EQ(LastDayOf(plan->submission_due_time()), absl::CivilDay(2025, 7, 8));
  EXPECT_FALSE(plan->has_judgement_due_time());
}

TEST_F(ReturnTest, ReasonsAreAboutItems) {
  WalkToSubmitted();
  auto request = Named<v1::ReturnImprovementPlanRequest>();
  *request.add_reasons() = Reason("VE01", "bestaat niet in dit plan");
  EXPECT_THAT(FieldFaults(desk.Run(&ReturnImprovementPlan, request, manager).status()),
              ElementsAre("reasons[0].criterion: UNKNOWN_ITEM"));
}

TEST_F(ReturnTest, TheNextSubmissionIsAVersionMoreAndAnswersTheReasons) {
  WalkToReturned();
  const PlanOr plan = Submit();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->version(), 2);
  ASSERT_EQ(plan->versions_size(), 2);
  EXPECT_EQ(plan->items(0).return_reason(), "");
  EXPECT_EQ(plan->versions(0).items(0).return_reason(), "De maatstaf is niet meetbaar");
}

TEST_F(ReturnTest, OnlyASubmittedPlanGoesBack) {
  WalkToRequested();
  EXPECT_THAT(Return(), ReasonIs("ILLEGAL_TRANSITION"));
}

class ApproveTest : public Office {};

TEST_F(ApproveTest, SetsTheEndAndTheReAssessment) {
  WalkToSubmitted();
  const PlanOr plan = Approve();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_APPROVED);
  EXPECT_EQ(DayOf(plan->end_date()), absl::CivilDay(2025, 12, 2));             // six months
  EXPECT_EQ(DayOf(plan->re_assessment_date()), absl::CivilDay(2025, 10, 13));  // six weeks after 1 September
  EXPECT_FALSE(plan->has_judgement_due_time());
}

TEST_F(ApproveTest, EveryItemMustBeCovered) {
  WalkToSubmitted();
  Scene([](ledger::UnitOfWork& unit) -> absl::Status {
    const ImprovementPlanName name = *ImprovementPlanName::Parse(kPlan);
    ASSIGN_OR_RETURN(Plan plan, Load(unit.reader(), name));
    plan.mutable_items(0)->clear_measure();
    return unit.Put(kImprovementPlans, name.Key(), plan);
  });
  EXPECT_THAT(Approve(),
              AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("ITEMS_NOT_COVERED")));
}

TEST_F(ApproveTest, IsNotForTheProvider) {
  WalkToSubmitted();
  EXPECT_THAT(desk.Run(&ApproveImprovementPlan, Named<v1::ApproveImprovementPlanRequest>(), provider_user),
              AllOf(StatusIs(absl::StatusCode::kPermissionDenied), ReasonIs("ROLE_NOT_ALLOWED")));
}

TEST_F(ApproveTest, AReturnedPlanMustBeSubmittedFirst) {
  WalkToReturned();
  EXPECT_THAT(Approve(), ReasonIs("ILLEGAL_TRANSITION"));
}

}  // namespace
}  // namespace waarborg::improvement
