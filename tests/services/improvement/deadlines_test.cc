#include "services/improvement/deadlines.h"

#include "tests/services/improvement/office.h"

namespace waarborg::improvement {
namespace {

constexpr auto BUSY = v1::PlanItem::STATE_IN_PROGRESS;
constexpr auto DONE = v1::PlanItem::STATE_DONE;

class DeadlinesTest : public Office {
 protected:
  // Kinds of the plan's events since the scene was set, oldest first.
  std::vector<std::string> Kinds() {
    std::vector<std::string> kinds;
    for (const audit::v1::Event& event : desk.Events()) {
      if (event.resource() == kPlan && event.role() == team::v1::ROLE_SYSTEM) kinds.push_back(event.kind());
    }
    return kinds;
  }
};

TEST_F(DeadlinesTest, APlanThatDoesNotComeIsOverdueTheDayAfterItsTerm) {
  WalkToRequested();
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 1)), 0);
  EXPECT_FALSE(Stored().overdue());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 2)), 1);
  EXPECT_TRUE(Stored().overdue());
  EXPECT_EQ(Stored().state(), Plan::STATE_REQUESTED);
  EXPECT_THAT(Kinds(), ElementsAre("SubmissionOverdue"));
}

TEST_F(DeadlinesTest, TheReminderPassesOnce) {
  WalkToRequested();
  WaitUntil(absl::CivilDay(2025, 7, 2));
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 17)), 1);
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 12, 1)), 0);
  EXPECT_THAT(Kinds(), ElementsAre("SubmissionOverdue", "SubmissionReminderPassed"));
}

TEST_F(DeadlinesTest, SubmittingTakesTheFlagAway) {
  WalkToRequested();
  WaitUntil(absl::CivilDay(2025, 7, 2));
  const PlanOr plan = Submit();
  ASSERT_THAT(plan, IsOk());
  EXPECT_FALSE(plan->overdue());
  WaitUntil(absl::CivilDay(2025, 7, 17));
  EXPECT_THAT(Kinds(), ElementsAre("SubmissionOverdue", "JudgementOverdue"));
}

TEST_F(DeadlinesTest, AReturnedPlanHasATermOfItsOwn) {
  WalkToReturned();
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 2)), 1);
  EXPECT_TRUE(Stored().overdue());
  EXPECT_EQ(Stored().state(), Plan::STATE_RETURNED);
}

TEST_F(DeadlinesTest, AJudgementThatDoesNotComeIsFlagged) {
  WalkToSubmitted();
  WaitUntil(absl::CivilDay(2025, 6, 17));
  EXPECT_FALSE(Stored().judgement_overdue());
  WaitUntil(absl::CivilDay(2025, 6, 18));
  EXPECT_TRUE(Stored().judgement_overdue());
  EXPECT_FALSE(Approve()->judgement_overdue());
}

TEST_F(DeadlinesTest, AnItemPastItsDateFlagsStagnation) {
  WalkToInProgress();
  WaitUntil(absl::CivilDay(2025, 8, 1));
  EXPECT_FALSE(Stored().stagnation().flagged());
  WaitUntil(absl::CivilDay(2025, 8, 2));
  EXPECT_TRUE(Stored().stagnation().flagged());
  EXPECT_EQ(Stored().stagnation().reason(), "ITEM_OVERDUE VE02");
  EXPECT_EQ(Stored().state(), Plan::STATE_IN_PROGRESS);
  EXPECT_EQ(desk.LastEvent().role(), team::v1::ROLE_SYSTEM);
}

TEST_F(DeadlinesTest, AnItemDoneInTimeFlagsNothing) {
  WalkToInProgress();
  ASSERT_THAT(ReportOn({Report("VE02", DONE)}), IsOk());
  WaitUntil(absl::CivilDay(2025, 8, 2));
  EXPECT_FALSE(Stored().stagnation().flagged());
  WaitUntil(absl::CivilDay(2025, 9, 2));
  EXPECT_EQ(Stored().stagnation().reason(), "ITEM_OVERDUE VE03");
}

TEST_F(DeadlinesTest, TwoReportsWithoutProgressFlagStagnation) {
  WalkToInProgress();
  ASSERT_THAT(ReportOn({Report("VE03", BUSY)}), IsOk());
  ASSERT_THAT(ReportOn({Report("VE03", BUSY)}), IsOk());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 6, 3)), 0);
  ASSERT_THAT(ReportOn({Report("VE03", BUSY)}), IsOk());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 6, 4)), 1);
  EXPECT_EQ(Stored().stagnation().reason(), "REPORTS_WITHOUT_PROGRESS 2");
}

TEST_F(DeadlinesTest, AClearedFlagComesBackWithTheNextItem) {
  WalkToInProgress();
  WaitUntil(absl::CivilDay(2025, 8, 2));
  auto clear = Because<v1::FlagStagnationRequest>("Besproken");
  ASSERT_THAT(desk.Run(&FlagStagnation, clear, manager), IsOk());
  WaitUntil(absl::CivilDay(2025, 8, 20));
  EXPECT_FALSE(Stored().stagnation().flagged());
  WaitUntil(absl::CivilDay(2025, 9, 2));
  EXPECT_EQ(Stored().stagnation().reason(), "ITEM_OVERDUE VE03, VE02");
}

TEST_F(DeadlinesTest, AnApprovedChangeMovesTheMomentToLook) {
  WalkToInProgress();
  auto change = Because<v1::ProposePlanChangeRequest>("Het kan eerder");
  *change.add_items() = Proposal("VE03", Date(2025, 7, 1));
  ASSERT_THAT(desk.Run(&ProposePlanChange, change, provider_user), IsOk());
  ASSERT_THAT(desk.Run(&ApprovePlanChange, Named<v1::ApprovePlanChangeRequest>(), manager), IsOk());
  WaitUntil(absl::CivilDay(2025, 7, 2));
  EXPECT_EQ(Stored().stagnation().reason(), "ITEM_OVERDUE VE03");
}

TEST_F(DeadlinesTest, APlanStartedWithALateItemIsLookedAtAtOnce) {
  WalkToApproved();
  WaitUntil(absl::CivilDay(2025, 8, 11));
  ASSERT_THAT(Start(), IsOk());
  WaitUntil(absl::CivilDay(2025, 8, 12));
  EXPECT_TRUE(Stored().stagnation().flagged());
}

TEST_F(DeadlinesTest, TheEndOfTheRunningTimeIsMarkedAndDecidesNothing) {
  WalkToInProgress();
  WaitUntil(absl::CivilDay(2025, 12, 2));
  EXPECT_FALSE(Stored().end_passed());
  WaitUntil(absl::CivilDay(2025, 12, 3));
  EXPECT_TRUE(Stored().end_passed());
  EXPECT_EQ(Stored().state(), Plan::STATE_IN_PROGRESS);
}

TEST_F(DeadlinesTest, ACompletedPlanWithoutReAssessmentIsFlagged) {
  WalkToCompleted();
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 14)), 0);
  EXPECT_FALSE(Stored().re_assessment_overdue());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 15)), 1);
  EXPECT_TRUE(Stored().re_assessment_overdue());
  EXPECT_EQ(Stored().state(), Plan::STATE_COMPLETED);
  EXPECT_THAT(Kinds(), ElementsAre("ReAssessmentOverdue"));
  EXPECT_EQ(WaitUntil(absl::CivilDay(2026, 1, 5)), 0);
}

TEST_F(DeadlinesTest, ReportsAfterAllIsDoneDoNotOutliveThePlan) {
  WalkToInProgress();
  FinishItems();
  FinishItems();
  FinishItems();
  ASSERT_THAT(Complete(), IsOk());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 6, 3)), 0);
}

TEST_F(DeadlinesTest, AConfirmationThatDoesNotComeIsFlagged) {
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  WaitUntil(absl::CivilDay(2025, 6, 17));
  EXPECT_FALSE(Stored().confirmations(0).overdue());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 6, 18)), 1);
  EXPECT_TRUE(Stored().confirmations(0).overdue());
}

TEST_F(DeadlinesTest, AConfirmationInTimeIsNotFlagged) {
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  auto confirm = Named<v1::ConfirmImprovementPlanRequest>();
  confirm.set_act(team::v1::ACT_GIVE_UP_PLAN);
  confirm.set_content_digest(Stored().confirmations(0).content_digest());
  ASSERT_THAT(desk.Run(&ConfirmImprovementPlan, confirm, reader), IsOk());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 6, 18)), 0);
}

TEST_F(DeadlinesTest, AnEndedPlanRaisesNoMoreFlags) {
  SetPolicy(team::v1::FOUR_EYES_NONE);
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2026, 1, 5)), 0);
}

}  // namespace
}  // namespace waarborg::improvement
