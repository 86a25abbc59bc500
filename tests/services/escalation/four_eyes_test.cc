#include "tests/services/escalation/ladder_desk.h"

namespace waarborg::escalation {
namespace {

class FourEyesTest : public LadderDesk {
 protected:
  const std::string step = StepOf("assen");

  absl::StatusOr<v1::Step> ConfirmStepActOf(team::v1::Act act, const call::Caller& who) {
    v1::ConfirmStepActRequest request;
    request.set_name(step);
    request.set_act(act);
    request.set_content_digest("no confirmation asked");
    const v1::Step read = StepAt(step);
    for (const team::v1::Confirmation& each : read.confirmations()) {
      if (each.act() == act) request.set_content_digest(each.content_digest());
    }
    return desk.Run(&ConfirmStepAct, request, who);
  }
};

TEST_F(FourEyesTest, AHighStepGoesOnOnlyAfterTheSecondReader) {
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  EXPECT_EQ(StepAt(step).confirmations(0).act(), team::v1::ACT_STEP_HIGH);
  EXPECT_THAT(Do(&SkipConfirmation, step, qm), ReasonIs("SECOND_PERSON_REQUIRED"));
  const auto confirmed = Confirm(step, sr);
  ASSERT_THAT(confirmed, IsOk());
  EXPECT_EQ(confirmed->state(), v1::Step::STATE_CONFIRMED);
  EXPECT_EQ(confirmed->confirmations(0).confirmer(), sr.member);
  EXPECT_EQ(desk.LastEvent().kind(), "StepConfirmed");
}

TEST_F(FourEyesTest, TheAuthorNeverConfirmsOrRejectsTheOwnStep) {
  ASSERT_THAT(desk.Run(&ProposeSteps, Proposal(LEVEL_FORMAL_WARNING), everything), IsOk());
  EXPECT_THAT(Confirm(step, everything), ReasonIs("SAME_PERSON"));
  EXPECT_THAT(DoFor(&RejectStep, step, everything), ReasonIs("SAME_PERSON"));
}

TEST_F(FourEyesTest, AConfirmationIsForTheContentThatWasRead) {
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  v1::ConfirmStepRequest request;
  request.set_name(step);
  request.set_content_digest("iets anders");
  EXPECT_THAT(desk.Run(&ConfirmStep, request, sr), ReasonIs("CONTENT_CHANGED"));
}

TEST_F(FourEyesTest, AStaleEtagIsRefused) {
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  v1::ConfirmStepRequest request;
  request.set_name(step);
  request.set_content_digest(DigestIn(StepAt(step).confirmations(), 0));
  request.set_etag("oud");
  EXPECT_THAT(desk.Run(&ConfirmStep, request, sr), ReasonIs("ETAG_MISMATCH"));
}

TEST_F(FourEyesTest, ARejectedStepMakesRoomForAnother) {
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  const auto rejected = DoFor(&RejectStep, step, sr, "De onderbouwing schiet tekort.");
  ASSERT_THAT(rejected, IsOk());
  EXPECT_EQ(rejected->state(), v1::Step::STATE_REJECTED);
  EXPECT_EQ(rejected->close_reason(), "De onderbouwing schiet tekort.");
  EXPECT_EQ(StandingFor().level(), LEVEL_MONITORING);
  EXPECT_EQ(StandingFor().open_step(), "");
  v1::ProposeStepsRequest next = Proposal(LEVEL_FORMAL_WARNING);
  next.set_step_id("nieuw");
  EXPECT_THAT(Propose(next), IsOk());
  EXPECT_THAT(Confirm(step, sr), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST_F(FourEyesTest, ALowStepMayGoOnAndIsConfirmedLater) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  ASSERT_THAT(Do(&SkipConfirmation, step, qm), IsOk());
  ASSERT_THAT(Do(&SkipHearing, step, qm), IsOk());
  ASSERT_THAT(DecideAsProposed(step, qm), IsOk());
  EXPECT_TRUE(StepAt(step).decision().single_assessor());
  ASSERT_THAT(ConfirmStepActOf(team::v1::ACT_STEP_LOW, sr), IsOk());
  EXPECT_FALSE(StepAt(step).decision().single_assessor());
  EXPECT_THAT(ConfirmStepActOf(team::v1::ACT_STEP_LOW, sr), ReasonIs("ALREADY_CONFIRMED"));
}

TEST_F(FourEyesTest, AConfirmationThatStaysAwayIsFlaggedAfterTenWorkingDays) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  ASSERT_THAT(Do(&SkipConfirmation, step, qm), IsOk());
  PassDays(14);
  RunDeadlines();
  EXPECT_FALSE(StepAt(step).confirmations(0).overdue());
  PassDays(2);
  RunDeadlines();
  EXPECT_TRUE(StepAt(step).confirmations(0).overdue());
  EXPECT_EQ(desk.LastEvent().kind(), "StepConfirmationOverdue");
  EXPECT_EQ(StepAt(step).state(), v1::Step::STATE_CONFIRMED);
  EXPECT_THAT(ConfirmStepActOf(team::v1::ACT_STEP_LOW, sr), IsOk());
}

TEST_F(FourEyesTest, AConfirmationInTimeRaisesNoFlag) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  ASSERT_THAT(Confirm(step, sr), IsOk());
  PassDays(30);
  RunDeadlines();
  EXPECT_FALSE(StepAt(step).confirmations(0).overdue());
}

TEST_F(FourEyesTest, WhereNothingIsAskedNothingCanBeConfirmed) {
  SetFourEyes(team::v1::ACT_STEP_LOW, team::v1::FOUR_EYES_NONE);
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  EXPECT_THAT(Confirm(step, sr), ReasonIs("CONFIRMATION_NOT_ASKED"));
  ASSERT_THAT(Do(&SkipConfirmation, step, qm), IsOk());
  EXPECT_THAT(ConfirmStepActOf(team::v1::ACT_STEP_LOW, sr), ReasonIs("CONFIRMATION_NOT_ASKED"));
}

TEST_F(FourEyesTest, AProposedStepIsConfirmedByItsOwnRpcOnly) {
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  EXPECT_THAT(ConfirmStepActOf(team::v1::ACT_STEP_HIGH, sr), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST_F(FourEyesTest, AuthorSecondReaderAndDeciderOfAHighStepAreThreePeople) {
  ASSERT_THAT(desk.Run(&ProposeSteps, Proposal(LEVEL_FORMAL_WARNING), everything), IsOk());
  MakeReady(step);
  EXPECT_THAT(DecideAsProposed(step, everything), ReasonIs("SAME_PERSON"));
  EXPECT_THAT(DecideAsProposed(step, dec), IsOk());
}

TEST_F(FourEyesTest, WhoConfirmedAStepDoesNotDecideIt) {
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  ASSERT_THAT(Confirm(step, everything), IsOk());
  ASSERT_THAT(Do(&OpenHearing, step, qm), IsOk());
  ASSERT_THAT(GiveView(step, provider_user), IsOk());
  ASSERT_THAT(GiveAnswer(step), IsOk());
  ASSERT_THAT(Do(&CloseHearing, step, qm), IsOk());
  EXPECT_THAT(DecideAsProposed(step, everything), ReasonIs("SAME_PERSON"));
}

TEST_F(FourEyesTest, WhoDecidedALowStepDoesNotConfirmItAfterwards) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  ASSERT_THAT(Do(&SkipConfirmation, step, qm), IsOk());
  ASSERT_THAT(Do(&SkipHearing, step, qm), IsOk());
  ASSERT_THAT(DecideAsProposed(step, everything), IsOk());
  EXPECT_THAT(ConfirmStepActOf(team::v1::ACT_STEP_LOW, everything), ReasonIs("SAME_PERSON"));
}

TEST_F(FourEyesTest, AWithdrawalIsConfirmedLater) {
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  const auto withdrawn = DoFor(&WithdrawStep, step, qm, "De aanbieder stopt.");
  ASSERT_THAT(withdrawn, IsOk());
  EXPECT_EQ(withdrawn->state(), v1::Step::STATE_WITHDRAWN);
  EXPECT_EQ(StandingFor().open_step(), "");
  EXPECT_THAT(ConfirmStepActOf(team::v1::ACT_WITHDRAW_STEP, sr), IsOk());
}

TEST_F(FourEyesTest, AWithdrawalThatNobodyConfirmsIsFlagged) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  ASSERT_THAT(DoFor(&WithdrawStep, step, qm), IsOk());
  PassDays(16);
  RunDeadlines();
  bool flagged = false;
  const v1::Step read = StepAt(step);
  for (const team::v1::Confirmation& each : read.confirmations()) {
    flagged = flagged || (each.act() == team::v1::ACT_WITHDRAW_STEP && each.overdue());
  }
  EXPECT_TRUE(flagged);
}

TEST_F(FourEyesTest, WherePolicySaysBeforeAWithdrawalWaitsForTheSecondReader) {
  SetFourEyes(team::v1::ACT_WITHDRAW_STEP, team::v1::FOUR_EYES_BEFORE);
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  const auto asked = DoFor(&WithdrawStep, step, qm, "De aanbieder stopt.");
  ASSERT_THAT(asked, IsOk());
  EXPECT_EQ(asked->state(), v1::Step::STATE_PROPOSED);
  EXPECT_EQ(desk.LastEvent().kind(), "WithdrawalAsked");
  EXPECT_THAT(DoFor(&WithdrawStep, step, qm, "De aanbieder stopt."), ReasonIs("SECOND_PERSON_REQUIRED"));
  EXPECT_THAT(ConfirmStepActOf(team::v1::ACT_WITHDRAW_STEP, sr), IsOk());
  const auto withdrawn = DoFor(&WithdrawStep, step, qm, "De aanbieder stopt.");
  ASSERT_THAT(withdrawn, IsOk());
  EXPECT_EQ(withdrawn->state(), v1::Step::STATE_WITHDRAWN);
}

TEST_F(FourEyesTest, AnotherReasonVoidsTheConfirmationOfAWithdrawal) {
  SetFourEyes(team::v1::ACT_WITHDRAW_STEP, team::v1::FOUR_EYES_BEFORE);
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  ASSERT_THAT(DoFor(&WithdrawStep, step, qm, "De aanbieder stopt."), IsOk());
  ASSERT_THAT(ConfirmStepActOf(team::v1::ACT_WITHDRAW_STEP, sr), IsOk());
  const auto asked_again = DoFor(&WithdrawStep, step, qm, "Toch een andere reden.");
  ASSERT_THAT(asked_again, IsOk());
  EXPECT_EQ(asked_again->state(), v1::Step::STATE_PROPOSED);
  EXPECT_THAT(DoFor(&WithdrawStep, step, qm, "Toch een andere reden."), ReasonIs("SECOND_PERSON_REQUIRED"));
}

}  // namespace
}  // namespace waarborg::escalation
