#include "services/flow/supersede_improvement_plan.h"
#include "tests/services/improvement/office.h"

namespace waarborg::improvement {
namespace {

constexpr char kStep[] = "regions/nmd/escalations/zorgboerderij/steps/stap-2";
constexpr char kOtherStep[] = "regions/nmd/escalations/ander/steps/stap-2";
constexpr char kAskingStep[] = "regions/nmd/escalations/zorgboerderij/steps/stap-1";

constexpr char kCase[] = "regions/nmd/escalations/zorgboerderij/acuteCases/acuut-assen";

class SupersedeTest : public Office {
 protected:
  // A measure of this name is what is in force with assen.
  void PutInForce(const std::string& name, registry::v1::Level level) {
    const escalation::StandingName standing_name{
        .region = "nmd", .provider = "zorgboerderij", .body = "assen"};
    escalation::v1::Standing standing;
    standing.set_name(standing_name.ToString());
    standing.set_level(level);
    standing.set_cause(name);
    Scene([&](ledger::UnitOfWork& unit) {
      return unit.Put(escalation::kStandings, standing_name.Key(), standing);
    });
  }

  // A step decided an hour from now that is in force since.
  void DecideStep(registry::v1::Level from, registry::v1::Level to) {
    desk.clock.Advance(absl::Hours(1));
    Step step;
    step.set_name(kStep);
    step.set_commissioning_body("assen");
    step.set_state(Step::STATE_DECIDED);
    step.set_from_level(from);
    step.set_decided_level(to);
    step.mutable_decision()->set_kind(Decision::KIND_IMPOSED);
    *step.mutable_decision()->mutable_time() = ledger::Stamp(desk.clock.Now());
    Scene([&](ledger::UnitOfWork& unit) {
      return unit.Put(escalation::kSteps, escalation::StepName::Parse(kStep)->Key(), step);
    });
    PutInForce(kStep, to);
  }

  void PutCase(escalation::v1::AcuteCase::State state) {
    desk.clock.Advance(absl::Hours(1));
    escalation::v1::AcuteCase record;
    record.set_name(kCase);
    record.set_commissioning_body("assen");
    record.set_state(state);
    record.set_level_before(registry::v1::LEVEL_IMPROVEMENT_PLAN);
    record.set_provisional_level(registry::v1::LEVEL_CLIENT_STOP);
    *record.mutable_decision()->mutable_time() = ledger::Stamp(desk.clock.Now());
    Scene([&](ledger::UnitOfWork& unit) {
      return unit.Put(escalation::kAcuteCases, escalation::AcuteCaseName::Parse(kCase)->Key(), record);
    });
    PutInForce(kCase, registry::v1::LEVEL_CLIENT_STOP);
  }

  PlanOr SupersedeByCase() {
    auto request = Because<v1::SupersedeImprovementPlanRequest>("Cliëntenstop");
    request.set_acute_case(kCase);
    return desk.Run(&flow::SupersedeImprovementPlan, request, manager);
  }

  PlanOr Supersede(const std::string& step = kStep, const std::string& etag = "") {
    auto request = Because<v1::SupersedeImprovementPlanRequest>("Verscherpt toezicht");
    request.set_step(step);
    request.set_etag(etag);
    return desk.Run(&flow::SupersedeImprovementPlan, request, manager);
  }
};

TEST_F(SupersedeTest, ADecidedHeavierStepEndsThePlan) {
  WalkToInProgress();
  DecideStep(registry::v1::LEVEL_IMPROVEMENT_PLAN, registry::v1::LEVEL_HEIGHTENED_SUPERVISION);
  const PlanOr plan = Supersede();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_SUPERSEDED);
  EXPECT_EQ(plan->superseded_by(), kStep);
  EXPECT_EQ(plan->close_reason(), "Verscherpt toezicht");
  EXPECT_EQ(desk.LastEvent().kind(), "ImprovementPlanSuperseded");
  EXPECT_EQ(desk.LastEvent().level(), "HEIGHTENED_SUPERVISION");
}

TEST_F(SupersedeTest, AnyOpenPlanMayBeSuperseded) {
  WalkToRequested();
  DecideStep(registry::v1::LEVEL_MONITORING, registry::v1::LEVEL_FORMAL_WARNING);
  EXPECT_THAT(Supersede(), IsOk());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2026, 1, 5)), 0);
}

TEST_F(SupersedeTest, AnEndedPlanMayNot) {
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  PutStep(kStep, Step::STATE_DECIDED, registry::v1::LEVEL_MONITORING, registry::v1::LEVEL_FORMAL_WARNING);
  EXPECT_THAT(Supersede(), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST_F(SupersedeTest, TheStepMustBeDecided) {
  WalkToInProgress();
  PutStep(kStep, Step::STATE_READY, registry::v1::LEVEL_IMPROVEMENT_PLAN, registry::v1::LEVEL_UNSPECIFIED);
  EXPECT_THAT(Supersede(),
              AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("STEP_NOT_DECIDED")));
}

TEST_F(SupersedeTest, TheStepMustImposeSomethingHeavier) {
  struct Row {
    registry::v1::Level from, to;
    Decision::Kind kind;
  };
  using namespace registry::v1;  // NOLINT(google-build-using-namespace): the levels
  const Row rows[] = {
      {LEVEL_MONITORING, LEVEL_IMPROVEMENT_PLAN, Decision::KIND_IMPOSED},
      {LEVEL_CLIENT_STOP, LEVEL_HEIGHTENED_SUPERVISION, Decision::KIND_IMPOSED},
      {LEVEL_HEIGHTENED_SUPERVISION, LEVEL_HEIGHTENED_SUPERVISION, Decision::KIND_LIGHTER},
      {LEVEL_IMPROVEMENT_PLAN, LEVEL_CLIENT_STOP, Decision::KIND_NOT},
  };
  WalkToInProgress();
  for (const Row& row : rows) {
    PutStep(kStep, Step::STATE_DECIDED, row.from, row.to, row.kind);
    EXPECT_THAT(Supersede(), ReasonIs("STEP_NOT_HEAVIER")) << row.from << " to " << row.to;
  }
}

TEST_F(SupersedeTest, APlanThatAStepAskedForNeedsAHeavierStepThanThat) {
  PutStep(kAskingStep, Step::STATE_DECIDED, registry::v1::LEVEL_MONITORING,
          registry::v1::LEVEL_HEIGHTENED_SUPERVISION);
  v1::RequestImprovementPlanRequest request;
  request.set_parent("regions/nmd");
  request.set_improvement_plan_id("plan-1");
  request.set_assessment(kAssessment);
  request.set_reason("Bij het verscherpt toezicht");
  request.set_step(kAskingStep);
  ASSERT_THAT(desk.Run(&flow::RequestImprovementPlan, request, manager), IsOk());
  PutStep(kStep, Step::STATE_DECIDED, registry::v1::LEVEL_FORMAL_WARNING,
          registry::v1::LEVEL_HEIGHTENED_SUPERVISION);
  EXPECT_THAT(Supersede(), ReasonIs("STEP_NOT_HEAVIER"));
  DecideStep(registry::v1::LEVEL_HEIGHTENED_SUPERVISION, registry::v1::LEVEL_CLIENT_STOP);
  EXPECT_THAT(Supersede(), IsOk());
}

TEST_F(SupersedeTest, AnOlderStepDoesNotSupersedeALaterPlan) {
  DecideStep(registry::v1::LEVEL_IMPROVEMENT_PLAN, registry::v1::LEVEL_HEIGHTENED_SUPERVISION);
  WalkToInProgress();
  EXPECT_THAT(Supersede(), ReasonIs("MEASURE_BEFORE_PLAN"));
}

TEST_F(SupersedeTest, AMeasureNoLongerInForceDoesNotSupersede) {
  WalkToInProgress();
  DecideStep(registry::v1::LEVEL_IMPROVEMENT_PLAN, registry::v1::LEVEL_HEIGHTENED_SUPERVISION);
  PutInForce("regions/nmd/escalations/zorgboerderij/steps/af-assen", registry::v1::LEVEL_MONITORING);
  EXPECT_THAT(Supersede(), ReasonIs("NO_MEASURE"));
}

TEST_F(SupersedeTest, ARatifiedAcuteCaseSupersedesAPlan) {
  WalkToInProgress();
  PutCase(escalation::v1::AcuteCase::STATE_PROVISIONAL);
  EXPECT_THAT(SupersedeByCase(), ReasonIs("ACUTE_CASE_NOT_RATIFIED"));
  PutCase(escalation::v1::AcuteCase::STATE_RATIFIED);
  const PlanOr plan = SupersedeByCase();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_SUPERSEDED);
  EXPECT_EQ(plan->superseded_by(), kCase);
  EXPECT_EQ(desk.LastEvent().level(), "CLIENT_STOP");
}

TEST_F(SupersedeTest, OneMeasureIsNamed) {
  WalkToInProgress();
  EXPECT_THAT(FieldFaults(Supersede("").status()), ElementsAre("step: MEASURE_REQUIRED"));
  auto both = Because<v1::SupersedeImprovementPlanRequest>("Beide");
  both.set_step(kStep);
  both.set_acute_case(kCase);
  EXPECT_THAT(FieldFaults(desk.Run(&flow::SupersedeImprovementPlan, both, manager).status()),
              ElementsAre("step: MEASURE_REQUIRED"));
}

TEST_F(SupersedeTest, TheStepIsAboutTheSameProvider) {
  WalkToInProgress();
  PutStep(kOtherStep, Step::STATE_DECIDED, registry::v1::LEVEL_MONITORING,
          registry::v1::LEVEL_FORMAL_WARNING);
  EXPECT_THAT(FieldFaults(Supersede(kOtherStep).status()), ElementsAre("step: STEP_OF_OTHER_PROVIDER"));
}

TEST_F(SupersedeTest, AnUnknownStepIsNotFound) {
  WalkToInProgress();
  EXPECT_THAT(Supersede(), AllOf(StatusIs(absl::StatusCode::kNotFound), ReasonIs("STEP_NOT_FOUND")));
}

TEST_F(SupersedeTest, AStaleEtagIsRefused) {
  WalkToInProgress();
  EXPECT_THAT(Supersede(kStep, "stale"), ReasonIs("ETAG_MISMATCH"));
}

}  // namespace
}  // namespace waarborg::improvement
