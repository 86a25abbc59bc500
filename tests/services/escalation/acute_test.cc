#include "services/escalation/changes.h"
#include "tests/services/escalation/ladder_desk.h"

namespace waarborg::escalation {
namespace {

using ::testing::ElementsAre;

class AcuteTest : public LadderDesk {
 protected:
  absl::StatusOr<v1::AcuteCase> ConfirmDismissal(const call::Caller& who) {
    v1::ConfirmAcuteCaseRequest request;
    request.set_name(CaseOf("assen"));
    request.set_act(team::v1::ACT_DISMISS_ACUTE);
    request.set_content_digest(DigestIn(CaseAt(CaseOf("assen")).confirmations(), 0));
    return desk.Run(&ConfirmAcuteCase, request, who);
  }
};

TEST_F(AcuteTest, DangerIsRaisedForEachBody) {
  const auto raised = Raise(Danger({"assen", "tynaarlo"}));
  ASSERT_THAT(raised, IsOk());
  ASSERT_EQ(raised->acute_cases_size(), 2);
  EXPECT_EQ(raised->acute_cases(0).name(), CaseOf("assen"));
  EXPECT_EQ(raised->acute_cases(0).state(), v1::AcuteCase::STATE_RAISED);
  EXPECT_EQ(raised->acute_cases(0).author(), team_member.member);
  EXPECT_EQ(ledger::TimeOf(raised->acute_cases(0).seen_time()), desk.clock.Now());
  EXPECT_EQ(StandingFor("assen").open_acute_case(), CaseOf("assen"));
  EXPECT_EQ(StandingFor("assen").level(), LEVEL_MONITORING);
  EXPECT_EQ(desk.LastEvent().kind(), "AcuteCaseRaised");
  EXPECT_EQ(desk.LastEvent().resource(), CaseOf("tynaarlo"));
}

TEST_F(AcuteTest, OneCaseIsOpenForABodyAtATime) {
  ASSERT_THAT(Raise(Danger()), IsOk());
  v1::RaiseAcuteCasesRequest again = Danger();
  again.set_acute_case_id("weer");
  EXPECT_THAT(Raise(again), ReasonIs("ACUTE_CASE_OPEN"));
  ASSERT_THAT(DoFor(&DismissAcuteCase, CaseOf("assen"), qm), IsOk());
  EXPECT_THAT(Raise(Danger()), ReasonIs("ACUTE_CASE_EXISTS"));
  EXPECT_THAT(Raise(again), IsOk());
}

TEST_F(AcuteTest, WhatIsRaisedIsChecked) {
  v1::RaiseAcuteCasesRequest request = Danger({"groningen"});
  EXPECT_THAT(FieldFaults(Raise(request).status()),
              ElementsAre("commissioning_bodies[0]: UNKNOWN_COMMISSIONING_BODY"));
  request = Danger();
  *request.mutable_seen_time() = ledger::Stamp(desk.clock.Now() + absl::Seconds(1));
  EXPECT_THAT(FieldFaults(Raise(request).status()), ElementsAre("seen_time: SEEN_IN_FUTURE"));
  EXPECT_THAT(desk.Run(&RaiseAcuteCases, Danger(), dec), ReasonIs("ROLE_NOT_ALLOWED"));
}

// As another noun does: the cases, and where the danger was seen.
absl::StatusOr<v1::RaiseAcuteCasesResponse> RaiseFromVisit(ledger::UnitOfWork& unit,
                                                           const v1::RaiseAcuteCasesRequest& request) {
  const AcuteSeed seed{.region = "nmd",
                       .provider = "regions/nmd/providers/de-esdoorn",
                       .case_id = "",
                       .danger = request.danger(),
                       .persons = request.persons(),
                       .source = request.source(),
                       .assessment = "regions/nmd/assessments/bezoek",
                       .commissioning_bodies = {"assen", "tynaarlo"},
                       .legal_basis = request.legal_basis(),
                       .seen = unit.now()};
  ASSIGN_OR_RETURN(const std::vector<v1::AcuteCase> cases, RaiseCases(unit, seed));
  v1::RaiseAcuteCasesResponse response;
  for (const v1::AcuteCase& each : cases) *response.add_acute_cases() = each;
  return response;
}

TEST_F(AcuteTest, CasesRaisedFromAnAssessmentNameIt) {
  const auto raised = desk.Run(&RaiseFromVisit, Danger(), team_member);
  ASSERT_THAT(raised, IsOk());
  ASSERT_EQ(raised->acute_cases_size(), 2);
  const v1::AcuteCase kept = CaseAt(raised->acute_cases(1).name());
  EXPECT_EQ(kept.assessment(), "regions/nmd/assessments/bezoek");
  EXPECT_EQ(kept.commissioning_body(), "tynaarlo");
  EXPECT_EQ(StandingFor("tynaarlo").open_acute_case(), kept.name());
}

TEST_F(AcuteTest, AClientStopTakesEffectAtOnceAndForSevenDays) {
  ASSERT_THAT(Raise(Danger()), IsOk());
  const auto imposed = ImposeAtOnce(CaseOf("assen"), LEVEL_CLIENT_STOP, dec);
  ASSERT_THAT(imposed, IsOk());
  EXPECT_EQ(imposed->state(), v1::AcuteCase::STATE_PROVISIONAL);
  EXPECT_EQ(imposed->imposed_by(), dec.member);
  EXPECT_EQ(ledger::TimeOf(imposed->lapse_time()), desk.clock.Now() + absl::Hours(24 * 7));
  EXPECT_EQ(ledger::TimeOf(imposed->hear_due_time()), ledger::EndOfDay(absl::CivilDay(2025, 6, 4)));
  const v1::Standing standing = StandingFor();
  EXPECT_EQ(standing.level(), LEVEL_CLIENT_STOP);
  EXPECT_TRUE(standing.provisional());
  EXPECT_EQ(standing.level_before(), LEVEL_MONITORING);
  EXPECT_EQ(standing.cause(), CaseOf("assen"));
  EXPECT_EQ(desk.LastEvent().level(), "CLIENT_STOP");
}

TEST_F(AcuteTest, OnlyL3AndL4AreProvisionalAndNeverL5) {
  ASSERT_THAT(Raise(Danger()), IsOk());
  for (const Level level :
       {LEVEL_MONITORING, LEVEL_IMPROVEMENT_PLAN, LEVEL_FORMAL_WARNING, LEVEL_CONTRACT_TERMINATION}) {
    EXPECT_THAT(ImposeAtOnce(CaseOf("assen"), level, dec), ReasonIs("PROVISIONAL_NOT_FOR_LEVEL")) << level;
  }
  EXPECT_THAT(ImposeAtOnce(CaseOf("assen"), LEVEL_HEIGHTENED_SUPERVISION, dec), IsOk());
}

TEST_F(AcuteTest, ImposingIsForWhoHasTheMandate) {
  SetPolicy([](registry::v1::PolicyVersion& policy) {
    registry::v1::LadderLevel& row = *policy.mutable_ladder(4);
    row.clear_mandate();
    row.add_mandated_members("regions/nmd/members/decision-maker-2");
  });
  ASSERT_THAT(Raise(Danger()), IsOk());
  EXPECT_THAT(ImposeAtOnce(CaseOf("assen"), LEVEL_CLIENT_STOP, qm), ReasonIs("ROLE_NOT_ALLOWED"));
  EXPECT_THAT(ImposeAtOnce(CaseOf("assen"), LEVEL_CLIENT_STOP, dec), ReasonIs("NO_MANDATE"));
  EXPECT_THAT(ImposeAtOnce(CaseOf("assen"), LEVEL_CLIENT_STOP, dec2), IsOk());
}

TEST_F(AcuteTest, AProvisionalMeasureIsHeavierThanWhatIsInForce) {
  Impose(LEVEL_CLIENT_STOP);
  ASSERT_THAT(Raise(Danger()), IsOk());
  EXPECT_THAT(ImposeAtOnce(CaseOf("assen"), LEVEL_HEIGHTENED_SUPERVISION, dec),
              ReasonIs("LEVEL_NOT_HEAVIER"));
  EXPECT_THAT(ImposeAtOnce(CaseOf("assen"), LEVEL_CLIENT_STOP, dec), ReasonIs("LEVEL_NOT_HEAVIER"));
}

TEST_F(AcuteTest, AfterTerminationNothingCanBeImposed) {
  Impose(LEVEL_CONTRACT_TERMINATION);
  ASSERT_THAT(Raise(Danger()), IsOk());
  EXPECT_THAT(ImposeAtOnce(CaseOf("assen"), LEVEL_CLIENT_STOP, dec), ReasonIs("LEVEL_TERMINAL"));
}

TEST_F(AcuteTest, TheLevelMustHoldForTheProvider) {
  SetProvider(
      [](registry::v1::Provider& provider) { provider.set_profile(framework::v1::PROFILE_PGB_NAASTE); });
  v1::RaiseAcuteCasesRequest danger = Danger();
  danger.set_legal_basis(registry::v1::LEGAL_BASIS_PGB_POLICY);
  ASSERT_THAT(Raise(danger), IsOk());
  EXPECT_THAT(ImposeAtOnce(CaseOf("assen"), LEVEL_CLIENT_STOP, dec), ReasonIs("LEVEL_NOT_FOR_PROFILE"));
  EXPECT_THAT(ImposeAtOnce(CaseOf("assen"), LEVEL_HEIGHTENED_SUPERVISION, dec), IsOk());
}

TEST_F(AcuteTest, ADismissalIsConfirmedLaterByAnother) {
  ASSERT_THAT(Raise(Danger()), IsOk());
  const auto dismissed = DoFor(&DismissAcuteCase, CaseOf("assen"), qm, "Vals alarm.");
  ASSERT_THAT(dismissed, IsOk());
  EXPECT_EQ(dismissed->state(), v1::AcuteCase::STATE_DISMISSED);
  EXPECT_EQ(dismissed->close_reason(), "Vals alarm.");
  EXPECT_EQ(StandingFor().open_acute_case(), "");
  EXPECT_EQ(StandingFor().history_size(), 0);
  EXPECT_THAT(ConfirmDismissal(sr), IsOk());
  PassDays(30);
  RunDeadlines();
  EXPECT_FALSE(CaseAt(CaseOf("assen")).confirmations(0).overdue());
}

TEST_F(AcuteTest, WhoDismissedDoesNotConfirmAndTheDelayIsFlagged) {
  ASSERT_THAT(Raise(Danger()), IsOk());
  ASSERT_THAT(DoFor(&DismissAcuteCase, CaseOf("assen"), everything), IsOk());
  EXPECT_THAT(ConfirmDismissal(everything), ReasonIs("SAME_PERSON"));
  PassDays(16);
  RunDeadlines();
  EXPECT_TRUE(CaseAt(CaseOf("assen")).confirmations(0).overdue());
  EXPECT_EQ(desk.LastEvent().kind(), "AcuteConfirmationOverdue");
}

TEST_F(AcuteTest, WherePolicySaysBeforeADismissalWaitsForTheSecondReader) {
  SetFourEyes(team::v1::ACT_DISMISS_ACUTE, team::v1::FOUR_EYES_BEFORE);
  ASSERT_THAT(Raise(Danger()), IsOk());
  const auto asked = DoFor(&DismissAcuteCase, CaseOf("assen"), qm, "Vals alarm.");
  ASSERT_THAT(asked, IsOk());
  EXPECT_EQ(asked->state(), v1::AcuteCase::STATE_RAISED);
  EXPECT_THAT(DoFor(&DismissAcuteCase, CaseOf("assen"), qm, "Vals alarm."),
              ReasonIs("SECOND_PERSON_REQUIRED"));
  ASSERT_THAT(ConfirmDismissal(sr), IsOk());
  const auto dismissed = DoFor(&DismissAcuteCase, CaseOf("assen"), qm, "Vals alarm.");
  ASSERT_THAT(dismissed, IsOk());
  EXPECT_EQ(dismissed->state(), v1::AcuteCase::STATE_DISMISSED);
}

TEST_F(AcuteTest, AnEndedCaseTakesNothingMore) {
  ASSERT_THAT(Raise(Danger()), IsOk());
  ASSERT_THAT(DoFor(&DismissAcuteCase, CaseOf("assen"), qm), IsOk());
  EXPECT_THAT(ImposeAtOnce(CaseOf("assen"), LEVEL_CLIENT_STOP, dec), ReasonIs("ILLEGAL_TRANSITION"));
  EXPECT_THAT(Notify(CaseOf("assen")), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST_F(AcuteTest, ARaisedCaseNobodyTouchesIsFlagged) {
  ASSERT_THAT(Raise(Danger()), IsOk());
  EXPECT_EQ(ledger::TimeOf(CaseAt(CaseOf("assen")).response_due_time()), desk.clock.Now() + absl::Hours(24));
  desk.clock.Advance(absl::Hours(24) - absl::Seconds(1));
  RunDeadlines();
  EXPECT_FALSE(CaseAt(CaseOf("assen")).response_overdue());
  desk.clock.Advance(absl::Seconds(1));
  RunDeadlines();
  EXPECT_TRUE(CaseAt(CaseOf("assen")).response_overdue());
  EXPECT_EQ(CaseAt(CaseOf("assen")).state(), v1::AcuteCase::STATE_RAISED);
  EXPECT_EQ(desk.LastEvent().kind(), "AcuteResponseOverdue");
}

TEST_F(AcuteTest, ACaseThatWasActedOnInTimeIsNotFlagged) {
  Provisional("assen");
  ASSERT_THAT(Raise(Danger({"tynaarlo"})), IsOk());
  ASSERT_THAT(DoFor(&DismissAcuteCase, CaseOf("tynaarlo"), qm), IsOk());
  PassDays(2);
  RunDeadlines();
  EXPECT_FALSE(CaseAt(CaseOf("assen")).response_overdue());
  EXPECT_FALSE(CaseAt(CaseOf("tynaarlo")).response_overdue());
}

}  // namespace
}  // namespace waarborg::escalation
