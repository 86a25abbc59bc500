#include "tests/services/escalation/ladder_desk.h"

// What may still be said and done about the measure of an acute case (reference 4.4.1, 4.4.2).

namespace waarborg::escalation {
namespace {

using ::testing::ElementsAre;

class RatifiedTest : public LadderDesk {
 protected:
  const std::string name = CaseOf("assen");

  // A client stop in force provisionally, on this ground.
  void MakeProvisional(registry::v1::LegalBasis basis) {
    v1::RaiseAcuteCasesRequest danger = Danger();
    danger.set_legal_basis(basis);
    ASSERT_THAT(Raise(danger), IsOk());
    ASSERT_THAT(ImposeAtOnce(name, LEVEL_CLIENT_STOP, dec), IsOk());
  }
  void MakeRatified(registry::v1::LegalBasis basis) {
    MakeProvisional(basis);
    PassDays(1);
    ASSERT_THAT(Hear(name, provider_user), IsOk());
    ASSERT_THAT(AnswerAcute(name), IsOk());
    ASSERT_THAT(Ratify(name, dec2), IsOk());
  }
  v1::RegisterAcuteObjectionRequest Objection() {
    v1::RegisterAcuteObjectionRequest request;
    request.set_name(name);
    *request.mutable_objection()->mutable_date() = Day(0);
    request.mutable_objection()->set_text("Wij zijn het er niet mee eens.");
    return request;
  }
  absl::StatusOr<v1::AcuteCase> Object() {
    return desk.Run(&RegisterAcuteObjection, Objection(), provider_user);
  }
  absl::StatusOr<v1::AcuteCase> AddMeasure(v1::SideMeasure::Kind kind, const call::Caller& who) {
    v1::AddAcuteSideMeasureRequest request;
    request.set_name(name);
    request.mutable_side_measure()->set_kind(kind);
    request.mutable_side_measure()->set_reason("Nodig naast de maatregel.");
    return desk.Run(&AddAcuteSideMeasure, request, who);
  }
};

TEST_F(RatifiedTest, ARatifiedPublicLawMeasureIsOpenToObjection) {
  MakeRatified(registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  const auto objected = Object();
  ASSERT_THAT(objected, IsOk());
  EXPECT_FALSE(objected->objections(0).late());
  EXPECT_EQ(objected->state(), v1::AcuteCase::STATE_RATIFIED);
  EXPECT_EQ(StandingFor().level(), LEVEL_CLIENT_STOP);
  v1::RegisterAcuteObjectionRequest outcome = Objection();
  outcome.mutable_objection()->set_outcome("Ongegrond.");
  const auto filled = desk.Run(&RegisterAcuteObjection, outcome, qm);
  ASSERT_THAT(filled, IsOk());
  ASSERT_EQ(filled->objections_size(), 1);
  EXPECT_EQ(filled->objections(0).outcome(), "Ongegrond.");
  PassDays(60);
  const auto late = Object();
  ASSERT_THAT(late, IsOk());
  EXPECT_TRUE(late->objections(1).late());
}

TEST_F(RatifiedTest, AProvisionalPublicLawMeasureIsOpenToObjectionAlsoWhenItHasEnded) {
  MakeProvisional(registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  EXPECT_EQ(ledger::TimeOf(CaseAt(name).objection_due_time()), ledger::EndOfDay(absl::CivilDay(2025, 7, 14)));
  EXPECT_THAT(Object(), IsOk());
  PassDays(8);
  RunDeadlines();
  ASSERT_EQ(CaseAt(name).state(), v1::AcuteCase::STATE_LAPSED);
  const auto objected = Object();
  ASSERT_THAT(objected, IsOk());
  EXPECT_FALSE(objected->objections(1).late());
}

TEST_F(RatifiedTest, AContractMeasureKnowsNoObjection) {
  MakeRatified(registry::v1::LEGAL_BASIS_CONTRACT);
  EXPECT_THAT(Object(), ReasonIs("NOT_PUBLIC_LAW"));
}

TEST_F(RatifiedTest, AnObjectionNamensAanbiederNamesItsDocument) {
  MakeRatified(registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  EXPECT_THAT(FieldFaults(desk.Run(&RegisterAcuteObjection, Objection(), qm).status()),
              ElementsAre("on_behalf_of_provider: DOCUMENT_REQUIRED"));
  v1::RegisterAcuteObjectionRequest request = Objection();
  *request.mutable_on_behalf_of_provider() = Letter();
  EXPECT_THAT(desk.Run(&RegisterAcuteObjection, request, qm), IsOk());
}

TEST_F(RatifiedTest, ARatifiedClientStopTakesSideMeasures) {
  MakeRatified(registry::v1::LEGAL_BASIS_CONTRACT);
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_PAYMENT_SUSPENSION, cm), ReasonIs("NO_MANDATE"));
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_PENALTY_ORDER, dec), ReasonIs("NOT_PUBLIC_LAW"));
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_PAYMENT_SUSPENSION, dec), IsOk());
  const auto added = AddMeasure(v1::SideMeasure::KIND_REPORT_TO_IGJ, cm);
  ASSERT_THAT(added, IsOk());
  ASSERT_EQ(added->side_measures_size(), 2);
  EXPECT_EQ(added->side_measures(1).author(), cm.member);
  EXPECT_EQ(desk.LastEvent().kind(), "AcuteSideMeasureAdded");
}

TEST_F(RatifiedTest, AProvisionalMeasureAndOneNoLongerInForceTakeNone) {
  MakeProvisional(registry::v1::LEGAL_BASIS_CONTRACT);
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_REPORT_TO_IGJ, dec), ReasonIs("ILLEGAL_TRANSITION"));
  ASSERT_THAT(Hear(name, provider_user), IsOk());
  ASSERT_THAT(AnswerAcute(name), IsOk());
  ASSERT_THAT(Ratify(name, dec2), IsOk());
  ASSERT_THAT(Propose(ProposalDown(LEVEL_HEIGHTENED_SUPERVISION)), IsOk());
  MakeReady(StepOf("assen", "af"));
  ASSERT_THAT(DecideAsProposed(StepOf("assen", "af"), dec), IsOk());
  EXPECT_THAT(AddMeasure(v1::SideMeasure::KIND_REPORT_TO_IGJ, dec), ReasonIs("NO_MEASURE"));
}

}  // namespace
}  // namespace waarborg::escalation
