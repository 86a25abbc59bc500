#include "tests/services/escalation/ladder_desk.h"

namespace waarborg::escalation {
namespace {

using ::testing::ElementsAre;

// How a provisional measure ends: ratified, lifted, or by its date.
class ProvisionalTest : public LadderDesk {};

TEST_F(ProvisionalTest, UnratifiedTheMeasureLapsesAfterSevenDaysByItself) {
  Impose(LEVEL_IMPROVEMENT_PLAN);
  const std::string name = Provisional();
  desk.clock.Advance(absl::Hours(24 * 7) - absl::Seconds(1));
  RunDeadlines();
  EXPECT_EQ(StandingFor().level(), LEVEL_CLIENT_STOP);
  desk.clock.Advance(absl::Seconds(1));
  EXPECT_THAT(Ratify(name, dec2), ReasonIs("PROVISIONAL_LAPSED"));
  RunDeadlines();
  EXPECT_EQ(CaseAt(name).state(), v1::AcuteCase::STATE_LAPSED);
  const v1::Standing standing = StandingFor();
  EXPECT_EQ(standing.level(), LEVEL_IMPROVEMENT_PLAN);
  EXPECT_FALSE(standing.provisional());
  EXPECT_EQ(standing.level_before(), registry::v1::LEVEL_UNSPECIFIED);
  EXPECT_EQ(standing.open_acute_case(), "");
  EXPECT_TRUE(standing.has_end_date());
  ASSERT_EQ(standing.history_size(), 3);
  EXPECT_EQ(standing.history(2).from(), LEVEL_CLIENT_STOP);
  EXPECT_EQ(standing.history(2).to(), LEVEL_IMPROVEMENT_PLAN);
  EXPECT_EQ(standing.history(2).member(), "system");
  EXPECT_EQ(desk.LastEvent().kind(), "ProvisionalLapsed");
  EXPECT_EQ(desk.LastEvent().level(), "IMPROVEMENT_PLAN");
}

TEST_F(ProvisionalTest, AnotherDecisionMakerRatifiesOnceTheProviderIsHeardAndAnswered) {
  const std::string name = Provisional();
  EXPECT_THAT(Ratify(name, dec), ReasonIs("SAME_PERSON"));
  EXPECT_THAT(Ratify(name, dec2), ReasonIs("HEARING_REQUIRED"));
  ASSERT_THAT(Hear(name, provider_user), IsOk());
  EXPECT_THAT(Ratify(name, dec2), ReasonIs("VIEW_UNANSWERED"));
  ASSERT_THAT(AnswerAcute(name), IsOk());
  const auto ratified = Ratify(name, dec2);
  ASSERT_THAT(ratified, IsOk());
  EXPECT_EQ(ratified->state(), v1::AcuteCase::STATE_RATIFIED);
  EXPECT_EQ(ratified->decision().title_nl(), "Cliëntenstop");
  EXPECT_FALSE(ratified->decision().single_assessor());
  const v1::Standing standing = StandingFor();
  EXPECT_EQ(standing.level(), LEVEL_CLIENT_STOP);
  EXPECT_FALSE(standing.provisional());
  EXPECT_EQ(standing.open_acute_case(), "");
  EXPECT_EQ(ledger::DayOf(standing.evaluation_date()), absl::CivilDay(2025, 7, 14));
  PassDays(8);
  RunDeadlines();
  EXPECT_EQ(StandingFor().level(), LEVEL_CLIENT_STOP);
}

TEST_F(ProvisionalTest, WithoutAViewRatifyingWaitsForTheTermOfTheHearing) {
  const std::string name = Provisional();
  desk.clock.Set(ledger::TimeOf(CaseAt(name).hear_due_time()));
  EXPECT_THAT(Ratify(name, dec2), IsOk());
}

TEST_F(ProvisionalTest, RatifyingAsksTheTermsOfTheLevel) {
  const std::string name = Provisional();
  ASSERT_THAT(Hear(name, qm), IsOk());
  ASSERT_THAT(AnswerAcute(name), IsOk());
  v1::RatifyProvisionalRequest request;
  request.set_name(name);
  request.set_reason("Nodig.");
  *request.mutable_terms()->mutable_start_date() = Day(0);
  EXPECT_THAT(FieldFaults(desk.Run(&RatifyProvisional, request, dec2).status()),
              ElementsAre("terms.end_date: END_REQUIRED", "terms.continuity_plan: CONTINUITY_PLAN_REQUIRED"));
}

TEST_F(ProvisionalTest, AWlzMeasureIsRatifiedAfterAPartnerWasTold) {
  BecomeACareOffice();
  v1::RaiseAcuteCasesRequest danger = Danger();
  danger.set_legal_basis(registry::v1::LEGAL_BASIS_WLZ_CONTRACT);
  ASSERT_THAT(Raise(danger), IsOk());
  const std::string name = CaseOf("assen");
  ASSERT_THAT(ImposeAtOnce(name, LEVEL_CLIENT_STOP, dec), IsOk());
  ASSERT_THAT(Hear(name, provider_user), IsOk());
  ASSERT_THAT(AnswerAcute(name), IsOk());
  EXPECT_THAT(Ratify(name, dec2), ReasonIs("ALIGNMENT_REQUIRED"));
  const auto notified = Notify(name);
  ASSERT_THAT(notified, IsOk());
  EXPECT_EQ(notified->notices(0).author(), qm.member);
  EXPECT_THAT(Ratify(name, dec2), IsOk());
}

TEST_F(ProvisionalTest, AHearingThatStaysAwayIsFlagged) {
  const std::string name = Provisional();
  PassDays(3);
  RunDeadlines();
  EXPECT_TRUE(CaseAt(name).hearing_overdue());
  EXPECT_EQ(CaseAt(name).state(), v1::AcuteCase::STATE_PROVISIONAL);
  EXPECT_EQ(desk.LastEvent().kind(), "HearingOverdue");
  EXPECT_THAT(Hear(name, provider_user), IsOk());
}

TEST_F(ProvisionalTest, AHearingInTimeRaisesNoFlag) {
  const std::string name = Provisional();
  ASSERT_THAT(Hear(name, provider_user), IsOk());
  PassDays(3);
  RunDeadlines();
  EXPECT_FALSE(CaseAt(name).hearing_overdue());
}

TEST_F(ProvisionalTest, LiftingGivesBackTheLevelBeforeWithItsDates) {
  Impose(LEVEL_HEIGHTENED_SUPERVISION);
  const v1::Standing before = StandingFor();
  const std::string name = Provisional();
  EXPECT_THAT(DoFor(&LiftProvisional, name, qm), ReasonIs("ROLE_NOT_ALLOWED"));
  const auto lifted = DoFor(&LiftProvisional, name, dec, "Het gevaar is geweken.");
  ASSERT_THAT(lifted, IsOk());
  EXPECT_EQ(lifted->state(), v1::AcuteCase::STATE_LIFTED);
  EXPECT_TRUE(lifted->decision().single_assessor());
  const v1::Standing after = StandingFor();
  EXPECT_EQ(after.level(), LEVEL_HEIGHTENED_SUPERVISION);
  EXPECT_FALSE(after.provisional());
  EXPECT_EQ(ledger::DayOf(after.end_date()), ledger::DayOf(before.end_date()));
  EXPECT_EQ(ledger::DayOf(after.evaluation_date()), ledger::DayOf(before.evaluation_date()));
  EXPECT_EQ(desk.LastEvent().level(), "HEIGHTENED_SUPERVISION");
  PassDays(8);
  RunDeadlines();
  EXPECT_EQ(CaseAt(name).state(), v1::AcuteCase::STATE_LIFTED);
}

TEST_F(ProvisionalTest, RatifyingForWlzNeedsIgjNzaOrVws) {
  SetPolicy([](registry::v1::PolicyVersion&) {});
  PutRegion("regions/nmd/policyVersions/2", registry::v1::Region::KIND_CARE_OFFICE);
  const std::string name = Provisional();
  ASSERT_THAT(Hear(name, provider_user), IsOk());
  ASSERT_THAT(AnswerAcute(name), IsOk());
  EXPECT_THAT(Ratify(name, dec2), ReasonIs("ALIGNMENT_REQUIRED"));
  ASSERT_THAT(Notify(name, "Politie"), IsOk());
  EXPECT_THAT(Ratify(name, dec2), ReasonIs("ALIGNMENT_REQUIRED"));
  ASSERT_THAT(Notify(name, "VWS"), IsOk());
  EXPECT_THAT(Ratify(name, dec2), IsOk());
}

TEST_F(ProvisionalTest, ARatifiedMeasureMayStartOnTheDayItWasImposed) {
  const std::string name = Provisional();
  PassDays(3);
  v1::RatifyProvisionalRequest request;
  request.set_name(name);
  request.set_reason("Nodig.");
  *request.mutable_terms() = Terms();
  *request.mutable_terms()->mutable_start_date() = Day(-4);
  EXPECT_THAT(FieldFaults(desk.Run(&RatifyProvisional, request, dec2).status()),
              ElementsAre("terms.start_date: START_IN_PAST"));
  *request.mutable_terms()->mutable_start_date() = Day(-3);
  EXPECT_THAT(desk.Run(&RatifyProvisional, request, dec2), IsOk());
}

}  // namespace
}  // namespace waarborg::escalation
