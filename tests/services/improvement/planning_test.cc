// From the submitted to the approved plan.

#include "tests/services/improvement/office.h"

namespace waarborg::improvement {
namespace {

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
