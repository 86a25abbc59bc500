#include "tests/services/escalation/ladder_desk.h"

namespace waarborg::escalation {
namespace {

using ::testing::ElementsAre;

class MeasuresTest : public LadderDesk {
 protected:
  // A decided step at this level, on this ground.
  std::string Decided(Level level, registry::v1::LegalBasis basis) {
    v1::ProposeStepsRequest request = Proposal(level);
    request.set_legal_basis(basis);
    EXPECT_THAT(Propose(request), IsOk());
    MakeReady(StepOf("assen"));
    EXPECT_THAT(DecideAsProposed(StepOf("assen"), dec), IsOk());
    return StepOf("assen");
  }
  absl::StatusOr<v1::Step> AddMeasure(v1::SideMeasure::Kind kind, const call::Caller& who) {
    v1::AddSideMeasureRequest request;
    request.set_name(StepOf("assen"));
    request.mutable_side_measure()->set_kind(kind);
    request.mutable_side_measure()->set_reason("Nodig naast de maatregel.");
    return desk.Run(&AddSideMeasure, request, who);
  }
  v1::RegisterObjectionRequest ObjectionOf(int day) {
    v1::RegisterObjectionRequest request;
    request.set_name(StepOf("assen"));
    *request.mutable_objection()->mutable_date() = Day(day);
    request.mutable_objection()->set_text("Wij zijn het er niet mee eens.");
    return request;
  }
  v1::ProlongMeasureRequest Prolonging(int end_day) {
    v1::ProlongMeasureRequest request;
    request.set_name(std::string(kEscalation) + "/standings/assen");
    *request.mutable_end_date() = Day(end_day);
    request.set_reason("Het herstel is nog pril.");
    return request;
  }
};

TEST_F(MeasuresTest, ASideMeasureStandsBesideAHeavyLevelByWhoHasTheMandate) {
  Decided(LEVEL_FORMAL_WARNING, registry::v1::LEGAL_BASIS_CONTRACT);
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_PAYMENT_SUSPENSION, cm), ReasonIs("NO_MANDATE"));
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_PAYMENT_SUSPENSION, dec), IsOk());
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_REPORT_TO_IGJ, cm), IsOk());
  const v1::Step step = StepAt(StepOf("assen"));
  ASSERT_EQ(step.side_measures_size(), 2);
  EXPECT_EQ(step.side_measures(1).author(), cm.member);
  EXPECT_TRUE(step.side_measures(1).has_time());
}

TEST_F(MeasuresTest, APenaltyOrderExistsInPublicLawOnly) {
  Decided(LEVEL_FORMAL_WARNING, registry::v1::LEGAL_BASIS_CONTRACT);
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_PENALTY_ORDER, dec), ReasonIs("NOT_PUBLIC_LAW"));
}

TEST_F(MeasuresTest, APenaltyOrderMayAccompanyAnInstruction) {
  Decided(LEVEL_FORMAL_WARNING, registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_PENALTY_ORDER, dec), IsOk());
}

TEST_F(MeasuresTest, NoSideMeasureBelowL2OrWhereNothingWasImposed) {
  Decided(LEVEL_IMPROVEMENT_PLAN, registry::v1::LEGAL_BASIS_CONTRACT);
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_REPORT_TO_IGJ, dec), ReasonIs("SIDE_MEASURE_NOT_FOR_LEVEL"));
}

TEST_F(MeasuresTest, NoSideMeasureBesideADecisionNotToImpose) {
  Impose(LEVEL_FORMAL_WARNING);
  const std::string step = Ready(LEVEL_CLIENT_STOP);
  ASSERT_THAT(DoFor(&DecideNot, step, dec), IsOk());
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_REPORT_TO_IGJ, dec), ReasonIs("SIDE_MEASURE_NOT_FOR_LEVEL"));
}

TEST_F(MeasuresTest, AnObjectionRunsBesideTheMeasure) {
  Decided(LEVEL_FORMAL_WARNING, registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  const auto objected = desk.Run(&RegisterObjection, ObjectionOf(0), provider_user);
  ASSERT_THAT(objected, IsOk());
  EXPECT_FALSE(objected->objections(0).late());
  EXPECT_EQ(objected->objections(0).author(), provider_user.member);
  EXPECT_EQ(StandingFor().level(), LEVEL_FORMAL_WARNING);
}

TEST_F(MeasuresTest, AnObjectionAfterSixWeeksIsLateAndNotRefused) {
  Decided(LEVEL_FORMAL_WARNING, registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  PassDays(42);
  ASSERT_THAT(desk.Run(&RegisterObjection, ObjectionOf(0), provider_user), IsOk());
  PassDays(1);
  const auto late = desk.Run(&RegisterObjection, ObjectionOf(0), provider_user);
  ASSERT_THAT(late, IsOk());
  EXPECT_FALSE(late->objections(0).late());
  EXPECT_TRUE(late->objections(1).late());
}

TEST_F(MeasuresTest, TheOutcomeOfAnObjectionIsFilledInByTheQualityManager) {
  Decided(LEVEL_FORMAL_WARNING, registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  ASSERT_THAT(desk.Run(&RegisterObjection, ObjectionOf(0), provider_user), IsOk());
  v1::RegisterObjectionRequest outcome = ObjectionOf(0);
  outcome.mutable_objection()->set_outcome("Ongegrond.");
  EXPECT_THAT(desk.Run(&RegisterObjection, outcome, provider_user), ReasonIs("ROLE_NOT_ALLOWED"));
  const auto filled = desk.Run(&RegisterObjection, outcome, qm);
  ASSERT_THAT(filled, IsOk());
  ASSERT_EQ(filled->objections_size(), 1);
  EXPECT_EQ(filled->objections(0).outcome(), "Ongegrond.");
  EXPECT_EQ(filled->objections(0).author(), provider_user.member);
}

TEST_F(MeasuresTest, AnObjectionNamensAanbiederNamesItsDocument) {
  Decided(LEVEL_FORMAL_WARNING, registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  EXPECT_THAT(FieldFaults(desk.Run(&RegisterObjection, ObjectionOf(0), qm).status()),
              ElementsAre("on_behalf_of_provider: DOCUMENT_REQUIRED"));
  EXPECT_THAT(FieldFaults(desk.Run(&RegisterObjection, ObjectionOf(1), provider_user).status()),
              ElementsAre("objection.date: OBJECTION_IN_FUTURE"));
}

TEST_F(MeasuresTest, AContractMeasureKnowsNoObjection) {
  Decided(LEVEL_FORMAL_WARNING, registry::v1::LEGAL_BASIS_CONTRACT);
  EXPECT_THAT(desk.Run(&RegisterObjection, ObjectionOf(0), provider_user), ReasonIs("NOT_PUBLIC_LAW"));
}

TEST_F(MeasuresTest, ADecisionNotToImposeKnowsNoObjection) {
  v1::ProposeStepsRequest request = Proposal(LEVEL_FORMAL_WARNING);
  request.set_legal_basis(registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  ASSERT_THAT(Propose(request), IsOk());
  MakeReady(StepOf("assen"));
  ASSERT_THAT(DoFor(&DecideNot, StepOf("assen"), dec), IsOk());
  EXPECT_THAT(desk.Run(&RegisterObjection, ObjectionOf(0), provider_user), ReasonIs("NO_MEASURE"));
}

TEST_F(MeasuresTest, AnEvaluationIsFlaggedOnItsDayAndLiftsNothing) {
  Impose(LEVEL_CLIENT_STOP);
  EXPECT_EQ(ledger::DayOf(StandingFor().evaluation_date()), absl::CivilDay(2025, 7, 14));
  PassDays(41);
  RunDeadlines();
  EXPECT_FALSE(StandingFor().evaluation_due());
  PassDays(1);
  RunDeadlines();
  EXPECT_TRUE(StandingFor().evaluation_due());
  EXPECT_EQ(StandingFor().level(), LEVEL_CLIENT_STOP);
  EXPECT_EQ(desk.LastEvent().kind(), "EvaluationDue");
  EXPECT_EQ(desk.LastEvent().resource(), std::string(kEscalation) + "/standings/assen");
}

TEST_F(MeasuresTest, ANewMeasureReplacesTheEvaluationOfTheOldOne) {
  Impose(LEVEL_CLIENT_STOP);
  ASSERT_THAT(Propose(ProposalDown(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  MakeReady(StepOf("assen", "af"));
  ASSERT_THAT(DecideAsProposed(StepOf("assen", "af"), dec), IsOk());
  PassDays(60);
  RunDeadlines();
  EXPECT_FALSE(StandingFor().evaluation_due());
  EXPECT_EQ(StandingFor().evaluation_date().SerializeAsString(),
            StandingFor().end_date().SerializeAsString());
}

TEST_F(MeasuresTest, ProlongingGivesNewDatesAndNothingHeavier) {
  Impose(LEVEL_CLIENT_STOP);
  PassDays(50);
  RunDeadlines();
  ASSERT_TRUE(StandingFor().evaluation_due());
  EXPECT_THAT(FieldFaults(desk.Run(&ProlongMeasure, Prolonging(100), dec).status()),
              ElementsAre("end_date: END_NOT_LATER"));
  EXPECT_THAT(desk.Run(&ProlongMeasure, Prolonging(200), qm), ReasonIs("NO_MANDATE"));
  const auto prolonged = desk.Run(&ProlongMeasure, Prolonging(200), dec);
  ASSERT_THAT(prolonged, IsOk());
  EXPECT_EQ(prolonged->level(), LEVEL_CLIENT_STOP);
  EXPECT_EQ(ledger::DayOf(prolonged->end_date()), ledger::DayOf(Day(200)));
  EXPECT_EQ(ledger::DayOf(prolonged->evaluation_date()), ledger::DayOf(Day(42)));
  EXPECT_FALSE(prolonged->evaluation_due());
  EXPECT_EQ(prolonged->history_size(), 1);
  EXPECT_EQ(desk.LastEvent().kind(), "MeasureProlonged");
  PassDays(42);
  RunDeadlines();
  EXPECT_TRUE(StandingFor().evaluation_due());
}

TEST_F(MeasuresTest, OnlyARunningMeasureIsProlonged) {
  EXPECT_THAT(desk.Run(&ProlongMeasure, Prolonging(10), dec), ReasonIs("STANDING_NOT_FOUND"));
  const std::string step = Ready(LEVEL_FORMAL_WARNING);
  EXPECT_THAT(desk.Run(&ProlongMeasure, Prolonging(10), dec), ReasonIs("NO_MEASURE"));
  ASSERT_THAT(DecideAsProposed(step, dec), IsOk());
  v1::ProlongMeasureRequest stale = Prolonging(200);
  stale.set_etag("oud");
  EXPECT_THAT(desk.Run(&ProlongMeasure, stale, dec), ReasonIs("ETAG_MISMATCH"));
  v1::ProlongMeasureRequest evaluated = Prolonging(200);
  *evaluated.mutable_evaluation_date() = Day(201);
  EXPECT_THAT(FieldFaults(desk.Run(&ProlongMeasure, evaluated, dec).status()),
              ElementsAre("evaluation_date: EVALUATION_AFTER_END"));
}

TEST_F(MeasuresTest, AnEndedContractIsNotProlonged) {
  Impose(LEVEL_CONTRACT_TERMINATION);
  EXPECT_THAT(desk.Run(&ProlongMeasure, Prolonging(200), dec), ReasonIs("LEVEL_TERMINAL"));
}

TEST_F(MeasuresTest, AProvisionalMeasureIsNotProlonged) {
  Provisional();
  EXPECT_THAT(desk.Run(&ProlongMeasure, Prolonging(200), dec), ReasonIs("ACUTE_CASE_OPEN"));
}

TEST_F(MeasuresTest, ASideMeasureNeedsAMeasureInForce) {
  Decided(LEVEL_FORMAL_WARNING, registry::v1::LEGAL_BASIS_CONTRACT);
  Impose(LEVEL_CLIENT_STOP, "assen", "later");
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_REPORT_TO_IGJ, dec), ReasonIs("NO_MEASURE"));
}

TEST_F(MeasuresTest, AMeasureThatReturnsAfterAProvisionalOneIsInForceAgain) {
  Decided(LEVEL_FORMAL_WARNING, registry::v1::LEGAL_BASIS_CONTRACT);
  const std::string acute = Provisional();
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_REPORT_TO_IGJ, dec), ReasonIs("NO_MEASURE"));
  ASSERT_THAT(DoFor(&LiftProvisional, acute, dec), IsOk());
  EXPECT_EQ(StandingFor().cause(), StepOf("assen"));
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_REPORT_TO_IGJ, dec), IsOk());
}

}  // namespace
}  // namespace waarborg::escalation
