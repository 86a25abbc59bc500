#include "tests/services/escalation/ladder_desk.h"

namespace waarborg::escalation {
namespace {

using ::testing::ElementsAre;

class DecidingTest : public LadderDesk {};

TEST_F(DecidingTest, ADecidedStepMovesTheLevelAndNothingElseDid) {
  const std::string step = Ready(LEVEL_HEIGHTENED_SUPERVISION);
  EXPECT_EQ(StandingFor().level(), LEVEL_MONITORING);
  EXPECT_EQ(StandingFor().history_size(), 0);
  const auto decided = DecideAsProposed(step, dec);
  ASSERT_THAT(decided, IsOk());
  EXPECT_EQ(decided->state(), v1::Step::STATE_DECIDED);
  EXPECT_EQ(decided->decided_level(), LEVEL_HEIGHTENED_SUPERVISION);
  EXPECT_EQ(decided->decision().kind(), v1::Decision::KIND_IMPOSED);
  EXPECT_EQ(decided->decision().member(), dec.member);
  EXPECT_FALSE(decided->decision().single_assessor());
  const v1::Standing standing = StandingFor();
  EXPECT_EQ(standing.level(), LEVEL_HEIGHTENED_SUPERVISION);
  EXPECT_EQ(standing.cause(), step);
  EXPECT_EQ(standing.open_step(), "");
  ASSERT_EQ(standing.history_size(), 1);
  EXPECT_EQ(standing.history(0).from(), LEVEL_MONITORING);
  EXPECT_EQ(standing.history(0).to(), LEVEL_HEIGHTENED_SUPERVISION);
  EXPECT_EQ(standing.history(0).member(), dec.member);
  EXPECT_EQ(desk.LastEvent().kind(), "StepDecided");
  EXPECT_EQ(desk.LastEvent().reason().empty(), false);
  EXPECT_EQ(desk.LastEvent().level(), "HEIGHTENED_SUPERVISION");
}

TEST_F(DecidingTest, TheQualityManagerDecidesL0AndL1Only) {
  const std::string low = Ready(LEVEL_IMPROVEMENT_PLAN, "tynaarlo");
  EXPECT_THAT(DecideAsProposed(low, qm), IsOk());
  const std::string high = Ready(LEVEL_FORMAL_WARNING, "assen");
  EXPECT_THAT(DecideAsProposed(high, qm), ReasonIs("NO_MANDATE"));
  EXPECT_THAT(DecideAsProposed(high, sr), ReasonIs("ROLE_NOT_ALLOWED"));
}

TEST_F(DecidingTest, AStepDownIsDecidedByWhoMayDecideTheHigherLevel) {
  Impose(LEVEL_HEIGHTENED_SUPERVISION);
  ASSERT_THAT(Propose(ProposalDown(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  const std::string step = StepOf("assen", "af");
  MakeReady(step);
  EXPECT_THAT(DecideAsProposed(step, qm), ReasonIs("NO_MANDATE"));
  ASSERT_THAT(DecideAsProposed(step, dec), IsOk());
  EXPECT_EQ(StandingFor().level(), LEVEL_IMPROVEMENT_PLAN);
}

TEST_F(DecidingTest, AMemberMandatedByNameDecides) {
  SetPolicy([](registry::v1::PolicyVersion& policy) {
    policy.mutable_ladder(2)->add_mandated_members("regions/nmd/members/hoofd-sociaal");
  });
  const std::string step = Ready(LEVEL_FORMAL_WARNING);
  EXPECT_THAT(DecideAsProposed(step, testing::Desk::As("hoofd-sociaal", {team::v1::ROLE_QUALITY_MANAGER})),
              IsOk());
}

TEST_F(DecidingTest, NoDecisionWhileAViewIsUnanswered) {
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  const std::string step = StepOf("assen");
  ASSERT_THAT(Confirm(step, sr), IsOk());
  ASSERT_THAT(Do(&OpenHearing, step, qm), IsOk());
  ASSERT_THAT(GiveView(step, provider_user), IsOk());
  ASSERT_THAT(Do(&CloseHearing, step, qm), IsOk());
  EXPECT_THAT(DecideAsProposed(step, dec), ReasonIs("VIEW_UNANSWERED"));
  EXPECT_THAT(DoFor(&DecideNot, step, dec), ReasonIs("VIEW_UNANSWERED"));
  ASSERT_THAT(GiveAnswer(step), IsOk());
  EXPECT_THAT(DecideAsProposed(step, dec), IsOk());
}

TEST_F(DecidingTest, TermsAreCheckedAtTheLevelDecided) {
  const std::string step = Ready(LEVEL_CLIENT_STOP);
  v1::DecideStepRequest request = Decision(step);
  request.mutable_terms()->clear_end_date();
  request.mutable_terms()->clear_continuity_plan();
  EXPECT_THAT(FieldFaults(desk.Run(&DecideStep, request, dec).status()),
              ElementsAre("terms.end_date: END_REQUIRED", "terms.continuity_plan: CONTINUITY_PLAN_REQUIRED"));
}

TEST_F(DecidingTest, TheMeasureGetsItsDatesAndItsNameOnThisGround) {
  const std::string step = Ready(LEVEL_FORMAL_WARNING);
  const auto decided = DecideAsProposed(step, dec);
  ASSERT_THAT(decided, IsOk());
  EXPECT_EQ(decided->decision().title_nl(), "Ingebrekestelling");
  EXPECT_FALSE(decided->decision().has_objection_due_time());
  EXPECT_EQ(ledger::DayOf(decided->decision().evaluation_date()), ledger::DayOf(Day(182)));
  EXPECT_EQ(ledger::DayOf(StandingFor().end_date()), ledger::DayOf(Day(182)));
}

TEST_F(DecidingTest, APublicLawDecisionNamesTheTermForAnObjection) {
  v1::ProposeStepsRequest request = Proposal(LEVEL_FORMAL_WARNING);
  request.set_legal_basis(registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  ASSERT_THAT(Propose(request), IsOk());
  MakeReady(StepOf("assen"));
  const auto decided = DecideAsProposed(StepOf("assen"), dec);
  ASSERT_THAT(decided, IsOk());
  EXPECT_EQ(decided->decision().title_nl(), "Aanwijzing");
  EXPECT_EQ(ledger::TimeOf(decided->decision().objection_due_time()),
            ledger::EndOfDay(absl::CivilDay(2025, 7, 14)));
}

TEST_F(DecidingTest, ALighterLevelIsDecidedAtOnceAndNamedAsSuch) {
  const std::string step = Ready(LEVEL_CLIENT_STOP);
  EXPECT_THAT(DecideLighterThan(step, LEVEL_CLIENT_STOP, dec), ReasonIs("LEVEL_NOT_LIGHTER"));
  EXPECT_THAT(DecideLighterThan(step, LEVEL_MONITORING, dec), ReasonIs("LEVEL_NOT_LIGHTER"));
  EXPECT_THAT(DecideLighterThan(step, LEVEL_IMPROVEMENT_PLAN, qm), ReasonIs("NO_MANDATE"));
  const auto decided = DecideLighterThan(step, LEVEL_HEIGHTENED_SUPERVISION, dec);
  ASSERT_THAT(decided, IsOk());
  EXPECT_EQ(decided->decision().kind(), v1::Decision::KIND_LIGHTER);
  EXPECT_EQ(decided->decision().title_nl(), "Verscherpt toezicht");
  EXPECT_EQ(StandingFor().level(), LEVEL_HEIGHTENED_SUPERVISION);
  EXPECT_EQ(desk.LastEvent().kind(), "LighterLevelDecided");
  EXPECT_EQ(desk.LastEvent().level(), "HEIGHTENED_SUPERVISION");
}

TEST_F(DecidingTest, DecidingNotToLeavesTheLevelAndFreesTheBody) {
  const std::string step = Ready(LEVEL_CLIENT_STOP);
  const auto decided = DoFor(&DecideNot, step, dec, "De verbetering is al ingezet.");
  ASSERT_THAT(decided, IsOk());
  EXPECT_EQ(decided->decision().kind(), v1::Decision::KIND_NOT);
  EXPECT_EQ(decided->decided_level(), LEVEL_MONITORING);
  EXPECT_EQ(StandingFor().level(), LEVEL_MONITORING);
  EXPECT_EQ(StandingFor().history_size(), 0);
  EXPECT_EQ(StandingFor().open_step(), "");
}

TEST_F(DecidingTest, TwoBodiesDecideOnOneAdviceEachWithItsOwnOutcomeAndDates) {
  ASSERT_THAT(Propose(Proposal(LEVEL_CLIENT_STOP, {"assen", "tynaarlo"})), IsOk());
  MakeReady(StepOf("assen"));
  MakeReady(StepOf("tynaarlo"));
  v1::DecideStepRequest assen = Decision(StepOf("assen"));
  *assen.mutable_terms() = Terms(60);
  ASSERT_THAT(desk.Run(&DecideStep, assen, dec), IsOk());
  EXPECT_EQ(StandingFor("tynaarlo").level(), LEVEL_MONITORING);
  PassDays(3);
  ASSERT_THAT(DecideLighterThan(StepOf("tynaarlo"), LEVEL_FORMAL_WARNING, dec2), IsOk());
  EXPECT_EQ(StandingFor("assen").level(), LEVEL_CLIENT_STOP);
  EXPECT_EQ(StandingFor("tynaarlo").level(), LEVEL_FORMAL_WARNING);
  EXPECT_EQ(StandingFor("noordenveld").level(), LEVEL_MONITORING);
  EXPECT_EQ(ledger::DayOf(StandingFor("assen").end_date()), absl::CivilDay(2025, 8, 1));
  EXPECT_EQ(ledger::DayOf(StandingFor("tynaarlo").end_date()), ledger::DayOf(Day(182)));
  EXPECT_EQ(StepAt(StepOf("assen")).decision().member(), dec.member);
  EXPECT_EQ(StepAt(StepOf("tynaarlo")).decision().member(), dec2.member);
}

TEST_F(DecidingTest, WlzMeasuresFromL3WaitForAlignment) {
  BecomeACareOffice();
  v1::ProposeStepsRequest proposal = Proposal(LEVEL_HEIGHTENED_SUPERVISION);
  proposal.set_legal_basis(registry::v1::LEGAL_BASIS_WLZ_CONTRACT);
  ASSERT_THAT(Propose(proposal), IsOk());
  const std::string step = StepOf("assen");
  MakeReady(step);
  EXPECT_THAT(DecideAsProposed(step, dec), ReasonIs("ALIGNMENT_REQUIRED"));
  v1::RecordAlignmentRequest alignment;
  alignment.set_name(step);
  alignment.mutable_alignment()->add_partners("IGJ");
  alignment.mutable_alignment()->set_text("Besproken.");
  *alignment.mutable_alignment()->mutable_date() = Day(1);
  EXPECT_THAT(FieldFaults(desk.Run(&RecordAlignment, alignment, qm).status()),
              ElementsAre("alignment.date: ALIGNMENT_IN_FUTURE"));
  *alignment.mutable_alignment()->mutable_date() = Day(0);
  const auto aligned = desk.Run(&RecordAlignment, alignment, qm);
  ASSERT_THAT(aligned, IsOk());
  EXPECT_EQ(aligned->alignment().author(), qm.member);
  EXPECT_THAT(DecideAsProposed(step, dec), IsOk());
}

TEST_F(DecidingTest, ARehearsalAnswersAsTheRealDecisionAndKeepsNothing) {
  const std::string step = Ready(LEVEL_CLIENT_STOP);
  const std::size_t events = desk.Events().size();
  v1::DecideStepRequest imposed = Decision(step);
  imposed.set_validate_only(true);
  EXPECT_THAT(desk.Run(&DecideStep, imposed, qm), ReasonIs("NO_MANDATE"));
  const auto rehearsed = desk.Run(&DecideStep, imposed, dec);
  ASSERT_THAT(rehearsed, IsOk());
  EXPECT_EQ(rehearsed->decided_level(), LEVEL_CLIENT_STOP);
  v1::DecideNotRequest not_imposed;
  not_imposed.set_name(step);
  not_imposed.set_reason("Niet nodig.");
  not_imposed.set_validate_only(true);
  EXPECT_THAT(desk.Run(&DecideNot, not_imposed, dec), IsOk());
  v1::DecideLighterRequest lighter;
  lighter.set_name(step);
  lighter.set_level(LEVEL_FORMAL_WARNING);
  lighter.set_reason("Lichter volstaat.");
  *lighter.mutable_terms() = Terms();
  lighter.set_validate_only(true);
  EXPECT_THAT(desk.Run(&DecideLighter, lighter, dec), IsOk());
  EXPECT_EQ(StepAt(step).state(), v1::Step::STATE_READY);
  EXPECT_EQ(StandingFor().level(), LEVEL_MONITORING);
  EXPECT_EQ(desk.Events().size(), events);
}

TEST_F(DecidingTest, ADecidedStepIsDecidedOnce) {
  const std::string step = Ready(LEVEL_FORMAL_WARNING);
  ASSERT_THAT(DecideAsProposed(step, dec), IsOk());
  EXPECT_THAT(DecideAsProposed(step, dec2), ReasonIs("ILLEGAL_TRANSITION"));
  EXPECT_THAT(DoFor(&WithdrawStep, step, qm), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST_F(DecidingTest, ACareOfficeAlignsFromL3OnEveryLegalBasis) {
  BecomeACareOffice();
  const std::pair<const char*, registry::v1::LegalBasis> rows[] = {
      {"assen", registry::v1::LEGAL_BASIS_CONTRACT},
      {"tynaarlo", registry::v1::LEGAL_BASIS_PGB_POLICY},
      {"noordenveld", registry::v1::LEGAL_BASIS_WLZ_CONTRACT}};
  for (const auto& [body, basis] : rows) {
    v1::ProposeStepsRequest proposal = Proposal(LEVEL_HEIGHTENED_SUPERVISION, {body});
    proposal.set_legal_basis(basis);
    ASSERT_THAT(Propose(proposal), IsOk());
    MakeReady(StepOf(body));
    EXPECT_THAT(DecideAsProposed(StepOf(body), dec), ReasonIs("ALIGNMENT_REQUIRED")) << body;
    ASSERT_THAT(Align(StepOf(body), {"NZA"}), IsOk());
    EXPECT_THAT(DecideAsProposed(StepOf(body), dec), IsOk()) << body;
  }
}

TEST_F(DecidingTest, OneOfIgjNzaAndVwsIsPartnerInAnAlignment) {
  const std::string step = Ready(LEVEL_HEIGHTENED_SUPERVISION);
  EXPECT_THAT(FieldFaults(Align(step, {"Veilig Thuis", "Inspectie"}).status()),
              ElementsAre("alignment.partners: ALIGNMENT_PARTNER_REQUIRED"));
  EXPECT_THAT(Align(step, {"Veilig Thuis", "NZa"}), IsOk());
  EXPECT_THAT(Align(step, {"VWS"}), IsOk());
}

TEST_F(DecidingTest, AMeasureDoesNotEndBeforeItIsDecided) {
  const std::string step = Ready(LEVEL_HEIGHTENED_SUPERVISION);
  v1::DecideStepRequest request = Decision(step);
  *request.mutable_terms()->mutable_start_date() = Day(-30);
  *request.mutable_terms()->mutable_end_date() = Day(-1);
  EXPECT_THAT(FieldFaults(desk.Run(&DecideStep, request, dec).status()),
              ElementsAre("terms.start_date: START_IN_PAST", "terms.end_date: END_IN_PAST"));
  request.mutable_terms()->clear_end_date();
  request.mutable_terms()->set_end_condition("Tot het rooster klopt.");
  EXPECT_THAT(FieldFaults(desk.Run(&DecideStep, request, dec).status()),
              ElementsAre("terms.start_date: START_IN_PAST"));
}

}  // namespace
}  // namespace waarborg::escalation
