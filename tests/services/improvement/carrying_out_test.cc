// From the start to completion.

#include "absl/strings/str_cat.h"
#include "tests/services/improvement/office.h"

namespace waarborg::improvement {
namespace {

constexpr auto BUSY = v1::PlanItem::STATE_IN_PROGRESS;
constexpr auto LATE = v1::PlanItem::STATE_DELAYED;
constexpr auto DONE = v1::PlanItem::STATE_DONE;

class StartTest : public Office {};

TEST_F(StartTest, AnApprovedPlanIsTakenUpByTheProvider) {
  WalkToApproved();
  const PlanOr plan = Start();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_IN_PROGRESS);
  EXPECT_EQ(desk.LastEvent().kind(), "ImprovementPlanStarted");
}

TEST_F(StartTest, MayBeEnteredNamensAanbiederWithADocument) {
  WalkToApproved();
  auto request = Named<v1::StartImprovementPlanRequest>();
  EXPECT_THAT(FieldFaults(desk.Run(&StartImprovementPlan, request, manager).status()),
              ElementsAre("on_behalf_of_provider: ON_BEHALF_REQUIRED"));
  *request.mutable_on_behalf_of_provider() = Letter(Date(2025, 6, 1));
  EXPECT_THAT(desk.Run(&StartImprovementPlan, request, manager), IsOk());
}

TEST_F(StartTest, APlanThatIsNotApprovedDoesNotStart) {
  WalkToSubmitted();
  EXPECT_THAT(Start(), ReasonIs("ILLEGAL_TRANSITION"));
}

class ProgressTest : public Office {};

TEST_F(ProgressTest, IsNotedPerItem) {
  WalkToInProgress();
  const PlanOr plan = ReportOn({Report("VE03", BUSY)});
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_IN_PROGRESS);
  EXPECT_EQ(plan->items(0).state(), BUSY);
  ASSERT_EQ(plan->items(0).notes_size(), 1);
  EXPECT_EQ(plan->items(0).notes(0).text(), "Stand van zaken");
  EXPECT_EQ(plan->items(0).notes(0).author(), provider_user.member);
  EXPECT_EQ(plan->items(1).state(), v1::PlanItem::STATE_OPEN);
}

TEST_F(ProgressTest, ReportsWithoutMovementAreCountedUntilOneMoves) {
  WalkToInProgress();
  EXPECT_EQ(ReportOn({Report("VE03", LATE)})->reports_without_progress(), 1);
  EXPECT_EQ(ReportOn({Report("VE03", BUSY)})->reports_without_progress(), 0);
  EXPECT_EQ(ReportOn({Report("VE03", BUSY)})->reports_without_progress(), 1);
}

TEST_F(ProgressTest, IsReportedOnItemsOfThePlan) {
  WalkToInProgress();
  EXPECT_THAT(
      FieldFaults(ReportOn({Report("VE03", BUSY), Report("VE03", DONE), Report("VE01", BUSY)}).status()),
      ElementsAre("items[1].criterion: DUPLICATE_ITEM", "items[2].criterion: UNKNOWN_ITEM"));
}

TEST_F(ProgressTest, AnotherProviderMayNotReport) {
  WalkToInProgress();
  auto request = Named<v1::ReportProgressRequest>();
  *request.add_items() = Report("VE03", BUSY);
  EXPECT_THAT(desk.Run(&ReportProgress, request, other_provider), ReasonIs("OTHER_PROVIDER"));
}

TEST_F(ProgressTest, NeedsAStartedPlan) {
  WalkToApproved();
  EXPECT_THAT(ReportOn({Report("VE03", BUSY)}), ReasonIs("ILLEGAL_TRANSITION"));
}

class StagnationTest : public Office {
 protected:
  PlanOr Flag(bool flagged) {
    auto request = Because<v1::FlagStagnationRequest>("Gesprek gehad");
    request.set_flagged(flagged);
    return desk.Run(&FlagStagnation, request, manager);
  }
};

TEST_F(StagnationTest, IsRaisedAndClearedByTheQualityManager) {
  WalkToInProgress();
  const PlanOr raised = Flag(true);
  ASSERT_THAT(raised, IsOk());
  EXPECT_TRUE(raised->stagnation().flagged());
  EXPECT_EQ(raised->stagnation().reason(), "Gesprek gehad");
  const PlanOr cleared = Flag(false);
  ASSERT_THAT(cleared, IsOk());
  EXPECT_FALSE(cleared->stagnation().flagged());
  EXPECT_EQ(desk.LastEvent().kind(), "StagnationCleared");
}

TEST_F(StagnationTest, ClearingStartsTheCountOfReportsAnew) {
  WalkToInProgress();
  ASSERT_THAT(ReportOn({Report("VE03", LATE)}), IsOk());
  ASSERT_THAT(Flag(true), IsOk());
  EXPECT_EQ(Flag(false)->reports_without_progress(), 0);
}

TEST_F(StagnationTest, WhatIsNotFlaggedIsNotCleared) {
  WalkToInProgress();
  EXPECT_THAT(Flag(false), ReasonIs("STAGNATION_NOT_FLAGGED"));
}

TEST_F(StagnationTest, IsAboutPlansThatRun) {
  WalkToApproved();
  EXPECT_THAT(Flag(true), ReasonIs("ILLEGAL_TRANSITION"));
}

class ChangeTest : public Office {
 protected:
  PlanOr Propose(const v1::ItemProposal& proposal) {
    auto request = Because<v1::ProposePlanChangeRequest>("Leverancier is later");
    *request.add_items() = proposal;
    return desk.Run(&ProposePlanChange, request, provider_user);
  }
  PlanOr ApproveChange() {
    return desk.Run(&ApprovePlanChange, Named<v1::ApprovePlanChangeRequest>(), manager);
  }
  PlanOr RefuseChange() {
    return desk.Run(&RefusePlanChange, Because<v1::RefusePlanChangeRequest>("Het kan eerder"), manager);
  }
};

TEST_F(ChangeTest, NothingChangesUntilItIsApproved) {
  WalkToInProgress();
  const PlanOr plan = Propose(Proposal("VE03", Date(2025, 10, 1)));
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->version(), 1);
  EXPECT_EQ(DayOf(plan->items(0).due_date()), absl::CivilDay(2025, 9, 1));
  EXPECT_EQ(plan->pending_change().reason(), "Leverancier is later");
  EXPECT_EQ(plan->pending_change().author(), provider_user.member);
}

TEST_F(ChangeTest, ApprovedItIsAVersionMoreAndMovesTheReAssessment) {
  WalkToInProgress();
  ASSERT_THAT(Propose(Proposal("VE03", Date(2025, 10, 1))), IsOk());
  const PlanOr plan = ApproveChange();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->version(), 2);
  EXPECT_EQ(plan->versions(1).author(), provider_user.member);
  EXPECT_EQ(DayOf(plan->items(0).due_date()), absl::CivilDay(2025, 10, 1));
  EXPECT_EQ(DayOf(plan->versions(0).items(0).due_date()), absl::CivilDay(2025, 9, 1));
  EXPECT_EQ(DayOf(plan->re_assessment_date()), absl::CivilDay(2025, 11, 12));
  EXPECT_FALSE(plan->has_pending_change());
}

TEST_F(ChangeTest, RefusedThePlanStaysAsItWas) {
  WalkToInProgress();
  ASSERT_THAT(Propose(Proposal("VE03", Date(2025, 10, 1))), IsOk());
  const PlanOr plan = RefuseChange();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->version(), 1);
  EXPECT_FALSE(plan->has_pending_change());
  EXPECT_EQ(DayOf(plan->items(0).due_date()), absl::CivilDay(2025, 9, 1));
}

TEST_F(ChangeTest, ALaterProposalReplacesOneThatWaits) {
  WalkToInProgress();
  ASSERT_THAT(Propose(Proposal("VE03", Date(2025, 10, 1))), IsOk());
  ASSERT_THAT(Propose(Proposal("VE02", Date(2025, 11, 1))), IsOk());
  const PlanOr plan = ApproveChange();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(DayOf(plan->items(0).due_date()), absl::CivilDay(2025, 9, 1));
  EXPECT_EQ(DayOf(plan->items(1).due_date()), absl::CivilDay(2025, 11, 1));
}

TEST_F(ChangeTest, StaysWithinTheRunningTime) {
  WalkToInProgress();
  WaitUntil(absl::CivilDay(2025, 7, 1));
  EXPECT_THAT(Propose(Proposal("VE03", Date(2025, 12, 2))), IsOk());
  EXPECT_THAT(FieldFaults(Propose(Proposal("VE03", Date(2025, 12, 3))).status()),
              ElementsAre("items[0].due_date: DUE_DATE_AFTER_END"));
}

TEST_F(ChangeTest, WhatIsDoneDoesNotChange) {
  WalkToInProgress();
  ASSERT_THAT(ReportOn({Report("VE03", DONE)}), IsOk());
  EXPECT_THAT(FieldFaults(Propose(Proposal("VE03", Date(2025, 10, 1))).status()),
              ElementsAre("items[0].criterion: ITEM_ALREADY_DONE"));
}

TEST_F(ChangeTest, WithoutAProposalThereIsNothingToJudge) {
  WalkToInProgress();
  EXPECT_THAT(ApproveChange(), ReasonIs("NO_PENDING_CHANGE"));
  EXPECT_THAT(RefuseChange(), ReasonIs("NO_PENDING_CHANGE"));
}

TEST_F(ChangeTest, TheProviderDoesNotApproveItsOwnChange) {
  WalkToInProgress();
  ASSERT_THAT(Propose(Proposal("VE03", Date(2025, 10, 1))), IsOk());
  EXPECT_THAT(desk.Run(&ApprovePlanChange, Named<v1::ApprovePlanChangeRequest>(), provider_user),
              ReasonIs("ROLE_NOT_ALLOWED"));
}

class NamensAanbiederTest : public Office {
 protected:
  // Enters the provider's act for it, from a letter of 2 June, with the number for its title.
  template <auto command, class Request>
  PlanOr Enter(int letter, Request request = Named<Request>()) {
    *request.mutable_on_behalf_of_provider() = Letter(Date(2025, 6, 2));
    request.mutable_on_behalf_of_provider()->set_document(absl::StrCat("Brief ", letter));
    return desk.Run(command, request, manager);
  }
};

TEST_F(NamensAanbiederTest, EveryActNamensAanbiederKeepsItsDocument) {
  WalkToRequested();
  ASSERT_THAT(Enter<&SubmitImprovementPlan>(1, WholePlan()), IsOk());
  ASSERT_THAT(Approve(), IsOk());
  const PlanOr started = (Enter<&StartImprovementPlan, v1::StartImprovementPlanRequest>(2));
  ASSERT_THAT(started, IsOk());
  EXPECT_EQ(started->start().on_behalf_of_provider().document(), "Brief 2");
  EXPECT_EQ(started->start().author(), manager.member);
  auto change = Because<v1::ProposePlanChangeRequest>("Leverancier is later");
  *change.add_items() = Proposal("VE03", Date(2025, 10, 1));
  const PlanOr proposed = Enter<&ProposePlanChange>(3, change);
  ASSERT_THAT(proposed, IsOk());
  EXPECT_EQ(proposed->pending_change().on_behalf_of_provider().document(), "Brief 3");
  ASSERT_THAT(desk.Run(&ApprovePlanChange, Named<v1::ApprovePlanChangeRequest>(), manager), IsOk());
  auto report = Named<v1::ReportProgressRequest>();
  *report.mutable_items() = All<v1::ItemProgress>({Report("VE02", DONE), Report("VE03", DONE)});
  ASSERT_THAT(Enter<&ReportProgress>(4, report), IsOk());
  ASSERT_THAT((Enter<&ReportCompletion, v1::ReportCompletionRequest>(5)), IsOk());
  const Plan plan = Stored();
  EXPECT_EQ(plan.versions(0).on_behalf_of_provider().document(), "Brief 1");
  EXPECT_EQ(plan.versions(1).on_behalf_of_provider().document(), "Brief 3");
  EXPECT_EQ(plan.items(0).notes(0).on_behalf_of_provider().document(), "Brief 4");
  EXPECT_EQ(DayOf(plan.items(1).notes(0).on_behalf_of_provider().date()), absl::CivilDay(2025, 6, 2));
  ASSERT_EQ(plan.completions_size(), 1);
  EXPECT_EQ(plan.completions(0).on_behalf_of_provider().document(), "Brief 5");
}

TEST_F(NamensAanbiederTest, WhatTheProviderDoesItselfNeedsNone) {
  WalkToCompleted();
  const Plan plan = Stored();
  EXPECT_EQ(plan.start().author(), provider_user.member);
  EXPECT_FALSE(plan.start().has_on_behalf_of_provider());
  EXPECT_FALSE(plan.items(0).notes(0).has_on_behalf_of_provider());
  EXPECT_FALSE(plan.completions(0).has_on_behalf_of_provider());
}

class CompletionTest : public Office {};

TEST_F(CompletionTest, NeedsAllItemsDone) {
  WalkToInProgress();
  ASSERT_THAT(ReportOn({Report("VE03", DONE)}), IsOk());
  EXPECT_THAT(Complete(), AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("ITEMS_NOT_DONE")));
  ASSERT_THAT(ReportOn({Report("VE02", DONE)}), IsOk());
  EXPECT_THAT(Complete(), IsOk());
}

TEST_F(CompletionTest, TheReAssessmentFollowsWithinSixWeeks) {
  WalkToInProgress();
  FinishItems();
  const PlanOr plan = Complete();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_COMPLETED);
  EXPECT_EQ(DayOf(plan->re_assessment_date()), absl::CivilDay(2025, 7, 14));
}

TEST_F(CompletionTest, MayBeEnteredNamensAanbieder) {
  WalkToInProgress();
  FinishItems();
  auto request = Named<v1::ReportCompletionRequest>();
  *request.mutable_on_behalf_of_provider() = Letter(Date(2025, 6, 2));
  EXPECT_THAT(desk.Run(&ReportCompletion, request, manager), IsOk());
  EXPECT_EQ(desk.LastEvent().on_behalf_of(), kProvider);
}

}  // namespace
}  // namespace waarborg::improvement
