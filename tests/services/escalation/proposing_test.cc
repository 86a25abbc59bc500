#include "services/assessment/records.h"
#include "services/improvement/records.h"
#include "tests/services/escalation/ladder_desk.h"

namespace waarborg::escalation {
namespace {

using ::testing::ElementsAre;

class ProposingTest : public LadderDesk {
 protected:
  using Trust = assessment::v1::TrustRecord;

  // A final re-assessment with this outcome, decided now.
  void PutReAssessment(assessment::v1::Outcome outcome, const std::string& provider = kProvider,
                       Trust::Change trust = Trust::CHANGE_RESTORED) {
    assessment::v1::Assessment record;
    record.set_name("regions/nmd/assessments/hertoets");
    record.set_provider(provider);
    record.set_kind(registry::v1::ASSESSMENT_KIND_RE_ASSESSMENT);
    record.set_state(assessment::v1::Assessment::STATE_FINAL);
    record.set_outcome(outcome);
    record.set_legal_basis(registry::v1::LEGAL_BASIS_CONTRACT);
    record.mutable_judgement()->mutable_trust()->set_change(trust);
    Put(assessment::kAssessments, assessment::AssessmentName{"nmd", "hertoets"}.Key(), record);
    const assessment::DecisionRecordName decision{"nmd", "hertoets", "1"};
    assessment::v1::DecisionRecord decided;
    decided.set_name(decision.ToString());
    *decided.mutable_time() = ledger::Stamp(desk.clock.Now());
    Put(assessment::kDecisionRecords, decision.Key(), decided);
  }

  // A step down that leans on the re-assessment and gives no reason of its own.
  static v1::ProposeStepsRequest Leaning(Level level) {
    v1::ProposeStepsRequest request = ProposalDown(level);
    request.set_assessment("regions/nmd/assessments/hertoets");
    request.clear_skip_reason();
    return request;
  }
};

TEST_F(ProposingTest, OneAdviceOpensOneStepForEachBodyInOneCommit) {
  const auto proposed = Propose(Proposal(LEVEL_HEIGHTENED_SUPERVISION, {"assen", "tynaarlo"}));
  ASSERT_THAT(proposed, IsOk());
  ASSERT_EQ(proposed->steps_size(), 2);
  const v1::Step& step = proposed->steps(1);
  EXPECT_EQ(step.name(), StepOf("tynaarlo"));
  EXPECT_EQ(step.state(), v1::Step::STATE_PROPOSED);
  EXPECT_EQ(step.from_level(), LEVEL_MONITORING);
  EXPECT_EQ(step.proposed_level(), LEVEL_HEIGHTENED_SUPERVISION);
  EXPECT_EQ(step.author(), qm.member);
  EXPECT_EQ(step.policy_version(), "regions/nmd/policyVersions/1");
  EXPECT_EQ(StandingFor("assen").open_step(), StepOf("assen"));
  EXPECT_EQ(StandingFor("tynaarlo").open_step(), StepOf("tynaarlo"));
  EXPECT_EQ(StandingFor("noordenveld").open_step(), "");
  const std::vector<audit::v1::Event> events = desk.Events();
  const audit::v1::Event& first = events[events.size() - 2];
  EXPECT_EQ(first.kind(), "StepProposed");
  EXPECT_EQ(first.resource(), StepOf("assen"));
  EXPECT_EQ(first.provider(), kProvider);
  EXPECT_EQ(first.from_state(), "");
  EXPECT_EQ(first.to_state(), "PROPOSED");
  EXPECT_EQ(first.level(), "HEIGHTENED_SUPERVISION");
  EXPECT_EQ(desk.LastEvent().resource(), StepOf("tynaarlo"));
}

TEST_F(ProposingTest, WithoutAnIdTheServerChoosesOneForTheWholeAdvice) {
  v1::ProposeStepsRequest request = Proposal(LEVEL_IMPROVEMENT_PLAN, {"assen", "tynaarlo"});
  request.clear_step_id();
  const auto proposed = Propose(request);
  ASSERT_THAT(proposed, IsOk());
  const std::string first = proposed->steps(0).name();
  const std::string prefix = first.substr(0, first.size() - std::string("assen").size());
  EXPECT_EQ(proposed->steps(1).name(), prefix + "tynaarlo");
}

TEST_F(ProposingTest, OneBodyThatCannotMeansNoStepAtAll) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN, {"assen"})), IsOk());
  v1::ProposeStepsRequest both = Proposal(LEVEL_IMPROVEMENT_PLAN, {"tynaarlo", "assen"});
  both.set_step_id("tweede");
  EXPECT_THAT(Propose(both), ReasonIs("STEP_OPEN"));
  EXPECT_EQ(StandingFor("tynaarlo").open_step(), "");
}

TEST_F(ProposingTest, AStepKeepsThePolicyItBeganWith) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  SetPolicy([](registry::v1::PolicyVersion&) {});
  EXPECT_EQ(StepAt(StepOf("assen")).policy_version(), "regions/nmd/policyVersions/1");
}

TEST_F(ProposingTest, UnknownAndDoubledBodiesAreNamedAtOnce) {
  v1::ProposeStepsRequest request = Proposal(LEVEL_IMPROVEMENT_PLAN, {"assen", "groningen", "assen"});
  request.set_step_id("Stap Een");
  EXPECT_THAT(FieldFaults(Propose(request).status()),
              ElementsAre("step_id: INVALID_ID", "commissioning_bodies[1]: UNKNOWN_COMMISSIONING_BODY",
                          "commissioning_bodies[2]: DUPLICATE_COMMISSIONING_BODY"));
}

TEST_F(ProposingTest, AnIdIsTakenOnce) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), IsOk());
  ASSERT_THAT(DoFor(&WithdrawStep, StepOf("assen"), qm), IsOk());
  EXPECT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), ReasonIs("STEP_EXISTS"));
}

TEST_F(ProposingTest, OnlyTheQualityManagerProposes) {
  EXPECT_THAT(desk.Run(&ProposeSteps, Proposal(LEVEL_IMPROVEMENT_PLAN), dec), ReasonIs("ROLE_NOT_ALLOWED"));
}

TEST_F(ProposingTest, ASkippedLevelNeedsItsOwnReason) {
  v1::ProposeStepsRequest request = Proposal(LEVEL_FORMAL_WARNING);
  request.clear_skip_reason();
  EXPECT_THAT(FieldFaults(Propose(request).status()), ElementsAre("skip_reason: SKIP_REASON_REQUIRED"));
  request.set_level(LEVEL_IMPROVEMENT_PLAN);
  EXPECT_THAT(Propose(request), IsOk());
}

TEST_F(ProposingTest, TheLevelMustHoldForTheProviderAndTheGround) {
  SetProvider(
      [](registry::v1::Provider& provider) { provider.set_profile(framework::v1::PROFILE_PGB_NAASTE); });
  EXPECT_THAT(Propose(Proposal(LEVEL_CLIENT_STOP)), ReasonIs("LEVEL_NOT_FOR_PROFILE"));
  SetProvider([](registry::v1::Provider&) {});
  v1::ProposeStepsRequest request = Proposal(LEVEL_CONTRACT_TERMINATION);
  request.set_legal_basis(registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  EXPECT_THAT(Propose(request), ReasonIs("LEVEL_NOT_FOR_LEGAL_BASIS"));
}

TEST_F(ProposingTest, NothingHeavierThanMonitoringCanBeAskedAtMonitoring) {
  EXPECT_THAT(Propose(Proposal(LEVEL_MONITORING)), ReasonIs("LEVEL_UNCHANGED"));
}

TEST_F(ProposingTest, FromTerminationNoStepLeadsAnywhere) {
  Impose(LEVEL_CONTRACT_TERMINATION);
  EXPECT_THAT(Propose(ProposalDown(LEVEL_MONITORING)), ReasonIs("LEVEL_TERMINAL"));
  EXPECT_THAT(Propose(Proposal(LEVEL_CONTRACT_TERMINATION)), ReasonIs("LEVEL_TERMINAL"));
}

TEST_F(ProposingTest, AHeavierBurdenAtTheSameLevelIsAStepWithAHearing) {
  Impose(LEVEL_HEIGHTENED_SUPERVISION);
  ASSERT_THAT(Propose(Proposal(LEVEL_HEIGHTENED_SUPERVISION)), IsOk());
  ASSERT_THAT(Confirm(StepOf("assen"), sr), IsOk());
  EXPECT_THAT(Do(&SkipHearing, StepOf("assen"), qm), ReasonIs("HEARING_REQUIRED"));
  EXPECT_THAT(Do(&OpenHearing, StepOf("assen"), qm), IsOk());
}

TEST_F(ProposingTest, AStepDownRestsOnImprovement) {
  Impose(LEVEL_HEIGHTENED_SUPERVISION);
  v1::ProposeStepsRequest request = ProposalDown(LEVEL_IMPROVEMENT_PLAN);
  request.clear_grounds();
  request.add_grounds(v1::Step::GROUND_BAND);
  EXPECT_THAT(FieldFaults(Propose(request).status()), ElementsAre("grounds: IMPROVED_GROUND_REQUIRED"));
}

TEST_F(ProposingTest, ImprovementIsNoGroundForAStepUp) {
  v1::ProposeStepsRequest request = Proposal(LEVEL_IMPROVEMENT_PLAN);
  request.add_grounds(v1::Step::GROUND_IMPROVED);
  EXPECT_THAT(FieldFaults(Propose(request).status()), ElementsAre("grounds: GROUND_NOT_FOR_STEP_UP"));
}

TEST_F(ProposingTest, AStepDownWithoutAnImprovedReAssessmentNeedsAReason) {
  Impose(LEVEL_HEIGHTENED_SUPERVISION);
  v1::ProposeStepsRequest request = ProposalDown(LEVEL_IMPROVEMENT_PLAN);
  request.clear_skip_reason();
  EXPECT_THAT(FieldFaults(Propose(request).status()), ElementsAre("skip_reason: SKIP_REASON_REQUIRED"));
  PassDays(60);
  PutReAssessment(assessment::v1::OUTCOME_PARTLY);
  request.set_assessment("regions/nmd/assessments/hertoets");
  EXPECT_THAT(FieldFaults(Propose(request).status()), ElementsAre("skip_reason: SKIP_REASON_REQUIRED"));
  PutReAssessment(assessment::v1::OUTCOME_IMPROVED);
  EXPECT_THAT(Propose(request), IsOk());
}

TEST_F(ProposingTest, AStepDownOffTheDefaultRouteNeedsAReasonAllTheSame) {
  Impose(LEVEL_CLIENT_STOP);
  PutReAssessment(assessment::v1::OUTCOME_IMPROVED);
  v1::ProposeStepsRequest request = ProposalDown(LEVEL_MONITORING);
  request.set_assessment("regions/nmd/assessments/hertoets");
  request.clear_skip_reason();
  EXPECT_THAT(FieldFaults(Propose(request).status()), ElementsAre("skip_reason: SKIP_REASON_REQUIRED"));
}

TEST_F(ProposingTest, WhatTheAdviceLeansOnIsOfThisProvider) {
  PutReAssessment(assessment::v1::OUTCOME_IMPROVED, "regions/nmd/providers/het-veenhuis");
  v1::ProposeStepsRequest request = Proposal(LEVEL_IMPROVEMENT_PLAN);
  request.set_assessment("regions/nmd/assessments/hertoets");
  EXPECT_THAT(FieldFaults(Propose(request).status()), ElementsAre("assessment: NOT_OF_THIS_PROVIDER"));
  request.set_assessment("regions/nmd/assessments/weg");
  EXPECT_THAT(Propose(request), ReasonIs("ASSESSMENT_NOT_FOUND"));
  request.clear_assessment();
  improvement::v1::ImprovementPlan plan;
  plan.set_provider("regions/nmd/providers/het-veenhuis");
  Put(improvement::kImprovementPlans, improvement::ImprovementPlanName{"nmd", "plan"}.Key(), plan);
  request.set_improvement_plan("regions/nmd/improvementPlans/plan");
  EXPECT_THAT(FieldFaults(Propose(request).status()), ElementsAre("improvement_plan: NOT_OF_THIS_PROVIDER"));
}

TEST_F(ProposingTest, AnInactiveOrUnknownProviderGetsNoStep) {
  SetProvider([](registry::v1::Provider& provider) { provider.set_inactive(true); });
  EXPECT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), ReasonIs("PROVIDER_INACTIVE"));
  v1::ProposeStepsRequest request = Proposal(LEVEL_IMPROVEMENT_PLAN);
  request.set_parent("regions/nmd/escalations/onbekend");
  EXPECT_THAT(Propose(request), ReasonIs("PROVIDER_NOT_FOUND"));
}

TEST_F(ProposingTest, NoStepIsProposedWhileAnAcuteCaseIsOpen) {
  ASSERT_THAT(Raise(Danger()), IsOk());
  EXPECT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN)), ReasonIs("ACUTE_CASE_OPEN"));
  EXPECT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN, {"tynaarlo"})), IsOk());
}

TEST_F(ProposingTest, AStepDownWithDamagedTrustAsksAReason) {
  Impose(LEVEL_HEIGHTENED_SUPERVISION);
  PassDays(60);
  for (const Trust::Change trust : {Trust::CHANGE_DAMAGED, Trust::CHANGE_UNCHANGED}) {
    PutReAssessment(assessment::v1::OUTCOME_IMPROVED, kProvider, trust);
    EXPECT_THAT(FieldFaults(Propose(Leaning(LEVEL_IMPROVEMENT_PLAN)).status()),
                ElementsAre("skip_reason: SKIP_REASON_REQUIRED"))
        << trust;
  }
  PutReAssessment(assessment::v1::OUTCOME_IMPROVED, kProvider, Trust::CHANGE_STRENGTHENED);
  EXPECT_THAT(Propose(Leaning(LEVEL_IMPROVEMENT_PLAN)), IsOk());
}

TEST_F(ProposingTest, AReAssessmentBeforeTheMeasureDoesNotRestore) {
  PutReAssessment(assessment::v1::OUTCOME_IMPROVED);
  PassDays(1);
  Impose(LEVEL_HEIGHTENED_SUPERVISION);
  EXPECT_THAT(FieldFaults(Propose(Leaning(LEVEL_IMPROVEMENT_PLAN)).status()),
              ElementsAre("skip_reason: SKIP_REASON_REQUIRED"));
  PassDays(60);
  EXPECT_THAT(FieldFaults(Propose(Leaning(LEVEL_IMPROVEMENT_PLAN)).status()),
              ElementsAre("skip_reason: SKIP_REASON_REQUIRED"));
  PutReAssessment(assessment::v1::OUTCOME_IMPROVED);
  EXPECT_THAT(Propose(Leaning(LEVEL_IMPROVEMENT_PLAN)), IsOk());
}

TEST_F(ProposingTest, ARelativeIsNeverOnAContractBasis) {
  for (const framework::v1::Profile profile :
       {framework::v1::PROFILE_PGB_NAASTE, framework::v1::PROFILE_PGB_NAASTE_CUSTODIAL_PARENT}) {
    SetProvider([profile](registry::v1::Provider& provider) { provider.set_profile(profile); });
    EXPECT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), ReasonIs("LEGAL_BASIS_NOT_FOR_PROFILE"));
    EXPECT_THAT(Raise(Danger()), ReasonIs("LEGAL_BASIS_NOT_FOR_PROFILE"));
  }
  v1::ProposeStepsRequest request = Proposal(LEVEL_FORMAL_WARNING);
  request.set_legal_basis(registry::v1::LEGAL_BASIS_PGB_POLICY);
  EXPECT_THAT(Propose(request), IsOk());
}

// C-16: the same ground as for an assessment.
TEST_F(ProposingTest, YouthCareIsAnsweredOnTheContractAndNeverOnWmoSupervision) {
  SetProvider([](registry::v1::Provider& provider) {
    provider.add_kinds_of_care(registry::v1::Provider::KIND_OF_CARE_YOUTH_HELP);
    provider.add_kinds_of_care(registry::v1::Provider::KIND_OF_CARE_RESIDENCE);
  });
  v1::ProposeStepsRequest step = Proposal(LEVEL_FORMAL_WARNING);
  step.set_legal_basis(registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  EXPECT_THAT(FieldFaults(Propose(step).status()), ElementsAre("legal_basis: YOUTH_RUNS_ON_CONTRACT"));
  v1::RaiseAcuteCasesRequest danger = Danger();
  danger.set_legal_basis(registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  EXPECT_THAT(FieldFaults(Raise(danger).status()), ElementsAre("legal_basis: YOUTH_RUNS_ON_CONTRACT"));
  EXPECT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  EXPECT_THAT(Raise(Danger({"tynaarlo"})), IsOk());
}

TEST_F(ProposingTest, WhoGivesOtherCareTooCanBeSupervisedOnThat) {
  SetProvider([](registry::v1::Provider& provider) {
    provider.add_kinds_of_care(registry::v1::Provider::KIND_OF_CARE_YOUTH_HELP);
    provider.add_kinds_of_care(registry::v1::Provider::KIND_OF_CARE_DAY_ACTIVITIES);
  });
  v1::ProposeStepsRequest step = Proposal(LEVEL_FORMAL_WARNING);
  step.set_legal_basis(registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  EXPECT_THAT(Propose(step), IsOk());
}

TEST_F(ProposingTest, TheGroundIsOneThatTheRegionHas) {
  const auto refused = [this](registry::v1::LegalBasis basis) {
    v1::ProposeStepsRequest step = Proposal(LEVEL_FORMAL_WARNING);
    step.set_legal_basis(basis);
    v1::RaiseAcuteCasesRequest danger = Danger();
    danger.set_legal_basis(basis);
    EXPECT_THAT(FieldFaults(Propose(step).status()), ElementsAre("legal_basis: LEGAL_BASIS_NOT_IN_REGION"));
    EXPECT_THAT(FieldFaults(Raise(danger).status()), ElementsAre("legal_basis: LEGAL_BASIS_NOT_IN_REGION"));
  };
  refused(registry::v1::LEGAL_BASIS_WLZ_CONTRACT);
  BecomeACareOffice();
  refused(registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  v1::ProposeStepsRequest step = Proposal(LEVEL_FORMAL_WARNING);
  step.set_legal_basis(registry::v1::LEGAL_BASIS_WLZ_CONTRACT);
  EXPECT_THAT(Propose(step), IsOk());
}

TEST_F(ProposingTest, AStepKeepsTheBasisOfItsAssessment) {
  PutReAssessment(assessment::v1::OUTCOME_NOT_IMPROVED);
  v1::ProposeStepsRequest request = Proposal(LEVEL_FORMAL_WARNING);
  request.set_assessment("regions/nmd/assessments/hertoets");
  request.set_legal_basis(registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  EXPECT_THAT(FieldFaults(Propose(request).status()), ElementsAre("basis_reason: BASIS_REASON_REQUIRED"));
  request.set_basis_reason("Het toezicht is overgedragen.");
  const auto proposed = Propose(request);
  ASSERT_THAT(proposed, IsOk());
  EXPECT_EQ(proposed->steps(0).basis_reason(), "Het toezicht is overgedragen.");
  request = Proposal(LEVEL_FORMAL_WARNING, {"tynaarlo"});
  request.set_assessment("regions/nmd/assessments/hertoets");
  EXPECT_THAT(Propose(request), IsOk());
}

}  // namespace
}  // namespace waarborg::escalation
