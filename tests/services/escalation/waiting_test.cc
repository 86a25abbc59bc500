#include "tests/services/escalation/ladder_desk.h"

// An open step waits while an acute case is open for its body (reference 4, list 1).

namespace waarborg::escalation {
namespace {

class WaitingTest : public LadderDesk {
 protected:
  const std::string step = StepOf("assen");

  void MakeHearing() {
    ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
    ASSERT_THAT(Confirm(step, sr), IsOk());
    ASSERT_THAT(Do(&OpenHearing, step, qm), IsOk());
  }
};

TEST_F(WaitingTest, NothingMovesAProposedStepOn) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  ASSERT_THAT(Raise(Danger()), IsOk());
  EXPECT_THAT(Confirm(step, sr), ReasonIs("ACUTE_CASE_OPEN"));
  EXPECT_THAT(Do(&SkipConfirmation, step, qm), ReasonIs("ACUTE_CASE_OPEN"));
  EXPECT_THAT(DoFor(&RejectStep, step, sr), ReasonIs("ACUTE_CASE_OPEN"));
}

TEST_F(WaitingTest, NothingMovesAConfirmedStepOn) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  ASSERT_THAT(Do(&SkipConfirmation, step, qm), IsOk());
  ASSERT_THAT(Raise(Danger()), IsOk());
  EXPECT_THAT(Do(&SkipHearing, step, qm), ReasonIs("ACUTE_CASE_OPEN"));
  EXPECT_THAT(Do(&OpenHearing, step, qm), ReasonIs("ACUTE_CASE_OPEN"));
}

TEST_F(WaitingTest, NothingIsDecidedOnAStepThatIsReady) {
  Ready(LEVEL_FORMAL_WARNING);
  ASSERT_THAT(Raise(Danger()), IsOk());
  EXPECT_THAT(DecideAsProposed(step, dec), ReasonIs("ACUTE_CASE_OPEN"));
  EXPECT_THAT(DecideLighterThan(step, LEVEL_IMPROVEMENT_PLAN, dec), ReasonIs("ACUTE_CASE_OPEN"));
  EXPECT_THAT(DoFor(&DecideNot, step, dec), ReasonIs("ACUTE_CASE_OPEN"));
  EXPECT_THAT(Reopen(step, LEVEL_CLIENT_STOP, dec), ReasonIs("ACUTE_CASE_OPEN"));
  EXPECT_THAT(GiveAnswer(step), ReasonIs("ACUTE_CASE_OPEN"));
}

TEST_F(WaitingTest, ItCanStillBeAlignedHeardAndWithdrawn) {
  MakeHearing();
  ASSERT_THAT(Raise(Danger()), IsOk());
  EXPECT_THAT(GiveView(step, provider_user), IsOk());
  EXPECT_THAT(Do(&CloseHearing, step, qm), ReasonIs("ACUTE_CASE_OPEN"));
  v1::RecordAlignmentRequest alignment;
  alignment.set_name(step);
  alignment.mutable_alignment()->add_partners("IGJ");
  alignment.mutable_alignment()->set_text("Besproken.");
  *alignment.mutable_alignment()->mutable_date() = Day(0);
  EXPECT_THAT(desk.Run(&RecordAlignment, alignment, qm), IsOk());
  EXPECT_THAT(DoFor(&WithdrawStep, step, qm), IsOk());
}

TEST_F(WaitingTest, AnotherBodysStepDoesNotWait) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN, {"assen", "tynaarlo"})), IsOk());
  ASSERT_THAT(Raise(Danger({"tynaarlo"})), IsOk());
  EXPECT_THAT(Do(&SkipConfirmation, step, qm), IsOk());
}

TEST_F(WaitingTest, TheTermOfTheHearingEndsTheStepsWaitOnlyAfterTheCase) {
  MakeHearing();
  ASSERT_THAT(Raise(Danger()), IsOk());
  PassDays(20);
  RunDeadlines();
  EXPECT_EQ(StepAt(step).state(), v1::Step::STATE_HEARING);
  ASSERT_THAT(DoFor(&DismissAcuteCase, CaseOf("assen"), qm), IsOk());
  RunDeadlines();
  EXPECT_EQ(StepAt(step).state(), v1::Step::STATE_READY);
}

TEST_F(WaitingTest, WhatWasRecordedOnTheTermOfTheHearingOutlivesTheCase) {
  MakeHearing();
  const auto term = [this] {
    std::optional<internal::v1::Deadline> found;
    EXPECT_THAT(desk.Write([&](ledger::UnitOfWork& unit) -> absl::Status {
      ASSIGN_OR_RETURN(found, unit.FindDeadline(step, kHearingDue));
      return absl::OkStatus();
    }),
                IsOk());
    return found.value_or(internal::v1::Deadline());
  };
  ASSERT_THAT(desk.Write([this](ledger::UnitOfWork& unit) -> absl::Status {
    ASSIGN_OR_RETURN(const std::optional<internal::v1::Deadline> found, unit.FindDeadline(step, kHearingDue));
    RETURN_IF_ERROR(unit.ExtendDeadline(step, kHearingDue,
                                        ledger::TimeOf(found->due_time()) + absl::Hours(72),
                                        "De aanbieder vroeg uitstel")
                        .status());
    unit.Record({.kind = "TermExtended", .resource = step});
    return absl::OkStatus();
  }),
              IsOk());
  ASSERT_EQ(term().changes_size(), 1);
  const absl::Time due = ledger::TimeOf(term().due_time());
  ASSERT_THAT(Raise(Danger()), IsOk());
  ASSERT_THAT(DoFor(&DismissAcuteCase, CaseOf("assen"), qm), IsOk());
  ASSERT_EQ(term().changes_size(), 1);
  EXPECT_EQ(term().changes(0).reason(), "De aanbieder vroeg uitstel");
  EXPECT_EQ(ledger::TimeOf(term().due_time()), due);
}

TEST_F(WaitingTest, AfterALapseTheStepGoesOnFromTheLevelItBeganAt) {
  Ready(LEVEL_FORMAL_WARNING);
  Provisional();
  PassDays(8);
  RunDeadlines();
  EXPECT_THAT(DecideAsProposed(step, dec), IsOk());
}

TEST_F(WaitingTest, AStepWhoseLevelWasMovedIsWithdrawnOrEndsWithoutAMeasure) {
  Ready(LEVEL_FORMAL_WARNING);
  const std::string acute = Provisional();
  ASSERT_THAT(Hear(acute, provider_user), IsOk());
  ASSERT_THAT(AnswerAcute(acute), IsOk());
  ASSERT_THAT(Ratify(acute, dec2), IsOk());
  EXPECT_THAT(DecideAsProposed(step, dec), ReasonIs("LEVEL_CHANGED"));
  EXPECT_THAT(Reopen(step, LEVEL_CONTRACT_TERMINATION, dec), ReasonIs("LEVEL_CHANGED"));
  const auto decided = DoFor(&DecideNot, step, dec);
  ASSERT_THAT(decided, IsOk());
  EXPECT_EQ(decided->decided_level(), LEVEL_CLIENT_STOP);
  EXPECT_EQ(StandingFor().level(), LEVEL_CLIENT_STOP);
}

}  // namespace
}  // namespace waarborg::escalation
