#include "services/escalation/names.h"
#include "services/escalation/records.h"
#include "services/flow/supersede_improvement_plan.h"
#include "tests/services/improvement/office.h"

namespace waarborg::improvement {
namespace {

using escalation::v1::Decision;
using escalation::v1::Step;

constexpr char kStep[] = "regions/nmd/escalations/zorgboerderij/steps/stap-2";
constexpr char kOtherStep[] = "regions/nmd/escalations/ander/steps/stap-2";
constexpr char kAskingStep[] = "regions/nmd/escalations/zorgboerderij/steps/stap-1";

class SupersedeTest : public Office {
 protected:
  void PutStep(const std::string& name, Step::State state, registry::v1::Level from, registry::v1::Level to,
               Decision::Kind kind = Decision::KIND_IMPOSED) {
    Step step;
    step.set_name(name);
    step.set_state(state);
    step.set_from_level(from);
    step.set_decided_level(to);
    step.mutable_decision()->set_kind(kind);
    Scene([&](ledger::UnitOfWork& unit) {
      return unit.Put(escalation::kSteps, escalation::StepName::Parse(name)->Key(), step);
    });
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
  PutStep(kStep, Step::STATE_DECIDED, registry::v1::LEVEL_IMPROVEMENT_PLAN,
          registry::v1::LEVEL_HEIGHTENED_SUPERVISION);
  const PlanOr plan = Supersede();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_SUPERSEDED);
  EXPECT_EQ(plan->close_reason(), std::string("Verscherpt toezicht (") + kStep + ")");
  EXPECT_EQ(desk.LastEvent().kind(), "ImprovementPlanSuperseded");
  EXPECT_EQ(desk.LastEvent().level(), "HEIGHTENED_SUPERVISION");
}

TEST_F(SupersedeTest, AnyOpenPlanMayBeSuperseded) {
  WalkToRequested();
  PutStep(kStep, Step::STATE_DECIDED, registry::v1::LEVEL_MONITORING, registry::v1::LEVEL_FORMAL_WARNING);
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
  ASSERT_THAT(desk.Run(&RequestImprovementPlan, request, manager), IsOk());
  PutStep(kStep, Step::STATE_DECIDED, registry::v1::LEVEL_FORMAL_WARNING,
          registry::v1::LEVEL_HEIGHTENED_SUPERVISION);
  EXPECT_THAT(Supersede(), ReasonIs("STEP_NOT_HEAVIER"));
  PutStep(kStep, Step::STATE_DECIDED, registry::v1::LEVEL_HEIGHTENED_SUPERVISION,
          registry::v1::LEVEL_CLIENT_STOP);
  EXPECT_THAT(Supersede(), IsOk());
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
