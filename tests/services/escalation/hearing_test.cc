#include "tests/services/escalation/ladder_desk.h"

namespace waarborg::escalation {
namespace {

using ::testing::ElementsAre;

class HearingTest : public LadderDesk {
 protected:
  const std::string step = StepOf("assen");

  void MakeConfirmed(Level level, bool urgent = false) {
    v1::ProposeStepsRequest request = Proposal(level);
    request.set_urgent(urgent);
    ASSERT_THAT(Propose(request), IsOk());
    ASSERT_THAT(Confirm(step, sr), IsOk());
  }
  void MakeHearing(bool urgent = false) {
    MakeConfirmed(LEVEL_FORMAL_WARNING, urgent);
    ASSERT_THAT(Do(&OpenHearing, step, qm), IsOk());
  }
  absl::Time DueTime() { return ledger::TimeOf(StepAt(step).hearing().due_time()); }
};

TEST_F(HearingTest, TheProviderHasTenWorkingDaysForItsView) {
  MakeHearing();
  // 2 June 2025 and ten working days, Whit Monday 9 June not counted: the end of Tuesday 17 June.
  EXPECT_EQ(DueTime(), ledger::EndOfDay(absl::CivilDay(2025, 6, 17)));
  EXPECT_EQ(StepAt(step).hearing().rule(), "view_working_days=10");
  EXPECT_EQ(StepAt(step).hearing().heard_level(), LEVEL_FORMAL_WARNING);
}

TEST_F(HearingTest, AnUrgentStepGivesFiveWorkingDays) {
  MakeHearing(/*urgent=*/true);
  EXPECT_EQ(DueTime(), ledger::EndOfDay(absl::CivilDay(2025, 6, 10)));
  EXPECT_EQ(StepAt(step).hearing().rule(), "view_urgent_working_days=5");
}

TEST_F(HearingTest, AHearingIsSkippedOnlyWhereNoneIsNeeded) {
  MakeConfirmed(LEVEL_FORMAL_WARNING);
  EXPECT_THAT(Do(&SkipHearing, step, qm), ReasonIs("HEARING_REQUIRED"));
}

TEST_F(HearingTest, ALevelWithoutHearingOpensNone) {
  MakeConfirmed(LEVEL_IMPROVEMENT_PLAN);
  EXPECT_THAT(Do(&OpenHearing, step, qm), ReasonIs("HEARING_NOT_NEEDED"));
  EXPECT_THAT(Do(&SkipHearing, step, qm), IsOk());
}

TEST_F(HearingTest, AStepDownNeedsNoHearing) {
  Impose(LEVEL_CLIENT_STOP);
  ASSERT_THAT(Propose(ProposalDown(LEVEL_HEIGHTENED_SUPERVISION)), IsOk());
  ASSERT_THAT(Confirm(StepOf("assen", "af"), sr), IsOk());
  EXPECT_THAT(Do(&SkipHearing, StepOf("assen", "af"), qm), IsOk());
}

TEST_F(HearingTest, TheProviderSpeaksForItself) {
  MakeHearing();
  const auto heard = GiveView(step, provider_user);
  ASSERT_THAT(heard, IsOk());
  EXPECT_EQ(heard->hearing().views(0).author(), provider_user.member);
  EXPECT_EQ(heard->confirmations_size(), 0);
  EXPECT_EQ(desk.LastEvent().role(), team::v1::ROLE_PROVIDER_USER);
  EXPECT_EQ(desk.LastEvent().on_behalf_of(), "");
}

TEST_F(HearingTest, TheQualityManagerEntersAViewNamensAanbiederWithItsDocument) {
  MakeHearing();
  v1::RecordViewRequest request;
  request.set_name(step);
  request.set_text("Mondeling toegelicht.");
  request.set_oral(true);
  EXPECT_THAT(FieldFaults(desk.Run(&RecordView, request, qm).status()),
              ElementsAre("on_behalf_of_provider: DOCUMENT_REQUIRED"));
  *request.mutable_on_behalf_of_provider() = Letter();
  *request.mutable_on_behalf_of_provider()->mutable_date() = Day(1);
  EXPECT_THAT(FieldFaults(desk.Run(&RecordView, request, qm).status()),
              ElementsAre("on_behalf_of_provider.date: DOCUMENT_DATE_IN_FUTURE"));
  *request.mutable_on_behalf_of_provider() = Letter();
  EXPECT_THAT(desk.Run(&RecordView, request, qm), IsOk());
  EXPECT_EQ(desk.LastEvent().on_behalf_of(), kProvider);
  EXPECT_THAT(FieldFaults(desk.Run(&RecordView, request, provider_user).status()),
              ElementsAre("on_behalf_of_provider: DOCUMENT_NOT_ALLOWED"));
}

TEST_F(HearingTest, AnotherProviderIsKeptOut) {
  MakeHearing();
  EXPECT_THAT(GiveView(step, other_provider), ReasonIs("OTHER_PROVIDER"));
}

TEST_F(HearingTest, BeforeTheHearingTheProviderDoesNotKnowTheStep) {
  MakeConfirmed(LEVEL_FORMAL_WARNING);
  EXPECT_THAT(GiveView(step, provider_user), ReasonIs("STEP_NOT_FOUND"));
}

TEST_F(HearingTest, WithoutAViewTheHearingStaysOpenUntilTheTermIsOver) {
  MakeHearing();
  EXPECT_THAT(Do(&CloseHearing, step, qm), ReasonIs("HEARING_TERM_RUNNING"));
  desk.clock.Set(DueTime());
  const auto closed = Do(&CloseHearing, step, qm);
  ASSERT_THAT(closed, IsOk());
  EXPECT_TRUE(closed->hearing().no_view());
}

TEST_F(HearingTest, AViewThatCameInLetsTheHearingClose) {
  MakeHearing();
  ASSERT_THAT(GiveView(step, provider_user), IsOk());
  const auto closed = Do(&CloseHearing, step, qm);
  ASSERT_THAT(closed, IsOk());
  EXPECT_EQ(closed->state(), v1::Step::STATE_READY);
  EXPECT_FALSE(closed->hearing().no_view());
}

TEST_F(HearingTest, TheTimerClosesAHearingWhoseTermIsOver) {
  MakeHearing();
  desk.clock.Set(DueTime() - absl::Seconds(1));
  RunDeadlines();
  EXPECT_EQ(StepAt(step).state(), v1::Step::STATE_HEARING);
  desk.clock.Set(DueTime());
  RunDeadlines();
  EXPECT_EQ(StepAt(step).state(), v1::Step::STATE_READY);
  EXPECT_TRUE(StepAt(step).hearing().no_view());
  EXPECT_EQ(desk.LastEvent().kind(), "HearingTermPassed");
  EXPECT_EQ(StandingFor().level(), LEVEL_MONITORING);
}

TEST_F(HearingTest, EveryViewCanBeAnsweredAndNoOther) {
  MakeHearing();
  ASSERT_THAT(GiveView(step, provider_user), IsOk());
  EXPECT_THAT(FieldFaults(GiveAnswer(step, 1).status()), ElementsAre("view: UNKNOWN_VIEW"));
  EXPECT_THAT(FieldFaults(GiveAnswer(step, -1).status()), ElementsAre("view: UNKNOWN_VIEW"));
  const auto answered = GiveAnswer(step, 0);
  ASSERT_THAT(answered, IsOk());
  EXPECT_EQ(answered->hearing().views(0).answer_author(), qm.member);
}

TEST_F(HearingTest, StepsOfSeveralBodiesAreHeardInOneSitting) {
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING, {"assen", "tynaarlo"})), IsOk());
  ASSERT_THAT(Confirm(step, sr), IsOk());
  v1::OpenHearingRequest request;
  request.set_name(step);
  request.add_joint_with(StepOf("tynaarlo"));
  EXPECT_THAT(FieldFaults(desk.Run(&OpenHearing, request, qm).status()),
              ElementsAre("joint_with[0]: JOINT_STEP_NOT_FIT"));
  ASSERT_THAT(Confirm(StepOf("tynaarlo"), sr), IsOk());
  const auto opened = desk.Run(&OpenHearing, request, qm);
  ASSERT_THAT(opened, IsOk());
  EXPECT_EQ(opened->hearing().joint_with(0), StepOf("tynaarlo"));
  EXPECT_EQ(StepAt(StepOf("tynaarlo")).state(), v1::Step::STATE_CONFIRMED);
}

TEST_F(HearingTest, AStepIsNotHeardJointlyWithItself) {
  MakeConfirmed(LEVEL_FORMAL_WARNING);
  v1::OpenHearingRequest request;
  request.set_name(step);
  request.add_joint_with(step);
  EXPECT_THAT(FieldFaults(desk.Run(&OpenHearing, request, qm).status()),
              ElementsAre("joint_with[0]: JOINT_STEP_NOT_FIT"));
}

TEST_F(HearingTest, AHeavierLevelThanHeardReopensTheHearing) {
  const std::string ready = Ready(LEVEL_FORMAL_WARNING);
  EXPECT_THAT(Reopen(ready, LEVEL_FORMAL_WARNING, dec), ReasonIs("LEVEL_NOT_HEAVIER"));
  EXPECT_THAT(Reopen(ready, LEVEL_CLIENT_STOP, qm), ReasonIs("NO_MANDATE"));
  PassDays(1);
  const auto reopened = Reopen(ready, LEVEL_CLIENT_STOP, dec);
  ASSERT_THAT(reopened, IsOk());
  EXPECT_EQ(reopened->state(), v1::Step::STATE_HEARING);
  EXPECT_EQ(reopened->proposed_level(), LEVEL_CLIENT_STOP);
  EXPECT_EQ(reopened->hearing().heard_level(), LEVEL_CLIENT_STOP);
  EXPECT_EQ(desk.LastEvent().level(), "CLIENT_STOP");
  // The view on the lighter level does not count as a view on the heavier one.
  EXPECT_THAT(Do(&CloseHearing, ready, qm), ReasonIs("HEARING_TERM_RUNNING"));
}

TEST_F(HearingTest, AReopenedHearingVoidsTheSecondReadersConfirmation) {
  const std::string ready = Ready(LEVEL_FORMAL_WARNING);
  PassDays(1);
  ASSERT_THAT(Reopen(ready, LEVEL_CLIENT_STOP, dec), IsOk());
  ASSERT_THAT(GiveView(ready, provider_user), IsOk());
  ASSERT_THAT(GiveAnswer(ready, 1), IsOk());
  ASSERT_THAT(Do(&CloseHearing, ready, qm), IsOk());
  EXPECT_THAT(DecideAsProposed(ready, dec), ReasonIs("SECOND_PERSON_REQUIRED"));
  v1::ConfirmStepActRequest request;
  request.set_name(ready);
  request.set_act(team::v1::ACT_STEP_HIGH);
  request.set_content_digest(DigestIn(StepAt(ready).confirmations(), 0));
  ASSERT_THAT(desk.Run(&ConfirmStepAct, request, sr), IsOk());
  const auto decided = DecideAsProposed(ready, dec);
  ASSERT_THAT(decided, IsOk());
  EXPECT_EQ(decided->decided_level(), LEVEL_CLIENT_STOP);
}

TEST_F(HearingTest, ALowStepThatBecomesHighIsConfirmedAsAHighOne) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  MakeReady(step);
  ASSERT_THAT(Reopen(step, LEVEL_FORMAL_WARNING, dec), IsOk());
  ASSERT_EQ(StepAt(step).confirmations_size(), 1);
  EXPECT_EQ(StepAt(step).confirmations(0).act(), team::v1::ACT_STEP_HIGH);
  EXPECT_EQ(StepAt(step).confirmations(0).confirmer(), "");
  PassDays(30);
  RunDeadlines();
  EXPECT_FALSE(StepAt(step).confirmations(0).overdue());
}

TEST_F(HearingTest, ReopeningNeedsTheMandateOfTheHeavierLevel) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  MakeReady(step);
  EXPECT_THAT(Reopen(step, LEVEL_CLIENT_STOP, qm), ReasonIs("NO_MANDATE"));
  EXPECT_EQ(StepAt(step).state(), v1::Step::STATE_READY);
  EXPECT_THAT(Reopen(step, LEVEL_CLIENT_STOP, dec), IsOk());
}

TEST_F(HearingTest, AStepDownIsNotReopenedAsAStepUp) {
  Impose(LEVEL_HEIGHTENED_SUPERVISION);
  ASSERT_THAT(Propose(ProposalDown(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  const std::string down = StepOf("assen", "af");
  MakeReady(down);
  EXPECT_THAT(Reopen(down, LEVEL_CONTRACT_TERMINATION, dec), ReasonIs("STEP_GOES_DOWN"));
  EXPECT_THAT(Reopen(down, LEVEL_HEIGHTENED_SUPERVISION, dec), ReasonIs("STEP_GOES_DOWN"));
  EXPECT_THAT(Reopen(down, LEVEL_FORMAL_WARNING, dec), IsOk());
}

}  // namespace
}  // namespace waarborg::escalation
