#include "services/flow/supersede_improvement_plan.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "services/call/code.h"
#include "services/call/name.h"
#include "services/escalation/changes.h"
#include "services/escalation/errors.h"
#include "services/escalation/names.h"
#include "services/escalation/records.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::flow {
namespace {

using escalation::v1::AcuteCase;
using escalation::v1::Step;
using improvement::v1::ImprovementPlan;
using registry::v1::Level;

// The measure that takes the plan's place: of a decided step, or of a ratified acute case.
struct Measure {
  std::string name;
  Level from = registry::v1::LEVEL_UNSPECIFIED;
  Level level = registry::v1::LEVEL_UNSPECIFIED;
  bool imposed = false;
  absl::Time decided;
  escalation::v1::Standing standing;  // with the measure's body
};

absl::Status CheckProvider(const ImprovementPlan& plan, absl::string_view field, const std::string& id) {
  if (id == call::LastId(plan.provider())) return absl::OkStatus();
  return improvement::errors::Violation(field, "STEP_OF_OTHER_PROVIDER", plan.provider());
}

absl::StatusOr<Step> LoadStep(const ledger::UnitOfWork& unit, const std::string& name) {
  ASSIGN_OR_RETURN(const escalation::StepName parsed, escalation::StepName::Parse(name));
  return escalation::Load(unit.reader(), parsed);
}

absl::StatusOr<Measure> MeasureOfStep(const ledger::UnitOfWork& unit, const ImprovementPlan& plan,
                                      const std::string& resource) {
  ASSIGN_OR_RETURN(const escalation::StepName name, escalation::StepName::Parse(resource));
  ASSIGN_OR_RETURN(const Step step, escalation::Load(unit.reader(), name));
  RETURN_IF_ERROR(CheckProvider(plan, "step", name.provider));
  if (step.state() != Step::STATE_DECIDED) {
    return improvement::errors::StepNotDecided(step.name(), call::CodeOf(step.state()));
  }
  Measure measure{.name = step.name(),
                  .from = step.from_level(),
                  .level = step.decided_level(),
                  .imposed = step.decision().kind() != escalation::v1::Decision::KIND_NOT,
                  .decided = ledger::TimeOf(step.decision().time()),
                  .standing = {}};
  ASSIGN_OR_RETURN(measure.standing, escalation::LoadStanding(unit.reader(), {name.region, name.provider,
                                                                              step.commissioning_body()}));
  return measure;
}

absl::StatusOr<Measure> MeasureOfCase(const ledger::UnitOfWork& unit, const ImprovementPlan& plan,
                                      const std::string& resource) {
  ASSIGN_OR_RETURN(const escalation::AcuteCaseName name, escalation::AcuteCaseName::Parse(resource));
  ASSIGN_OR_RETURN(const AcuteCase record, escalation::Load(unit.reader(), name));
  RETURN_IF_ERROR(CheckProvider(plan, "acute_case", name.provider));
  if (record.state() != AcuteCase::STATE_RATIFIED) {
    return escalation::errors::NotRatified(record.name(), call::CodeOf(record.state()));
  }
  Measure measure{.name = record.name(),
                  .from = record.level_before(),
                  .level = record.provisional_level(),
                  .imposed = true,
                  .decided = ledger::TimeOf(record.decision().time()),
                  .standing = {}};
  ASSIGN_OR_RETURN(measure.standing, escalation::LoadStanding(unit.reader(), {name.region, name.provider,
                                                                              record.commissioning_body()}));
  return measure;
}

absl::StatusOr<Measure> ReadMeasure(const ledger::UnitOfWork& unit, const ImprovementPlan& plan,
                                    const improvement::v1::SupersedeImprovementPlanRequest& request) {
  if (request.step().empty() == request.acute_case().empty()) {
    return escalation::errors::Violation("step", "MEASURE_REQUIRED");
  }
  if (request.step().empty()) return MeasureOfCase(unit, plan, request.acute_case());
  return MeasureOfStep(unit, plan, request.step());
}

// The level the plan belongs to. A plan asked for without a step, or by one not known here, is L1.
absl::StatusOr<Level> LevelOf(const ledger::UnitOfWork& unit, const ImprovementPlan& plan) {
  if (plan.step().empty()) return registry::v1::LEVEL_IMPROVEMENT_PLAN;
  const absl::StatusOr<Step> step = LoadStep(unit, plan.step());
  if (absl::IsNotFound(step.status())) return registry::v1::LEVEL_IMPROVEMENT_PLAN;
  RETURN_IF_ERROR(step.status());
  return std::max(step->decided_level(), registry::v1::LEVEL_IMPROVEMENT_PLAN);
}

// Heavier than what the plan belongs to, in force today, and decided while the plan was there.
absl::Status CheckReplaces(const ledger::UnitOfWork& unit, const ImprovementPlan& plan,
                           const Measure& measure) {
  ASSIGN_OR_RETURN(const Level base, LevelOf(unit, plan));
  if (!measure.imposed || measure.level <= base || measure.level <= measure.from) {
    return improvement::errors::StepNotHeavier(measure.name, call::CodeOf(measure.level), call::CodeOf(base));
  }
  if (measure.standing.cause() != measure.name) {
    return escalation::errors::NoMeasure(measure.name, measure.standing.level());
  }
  if (measure.decided <= ledger::TimeOf(plan.create_time())) {
    return escalation::errors::MeasureBeforePlan(measure.name, plan.name());
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<ImprovementPlan> SupersedeImprovementPlan(
    ledger::UnitOfWork& unit, const improvement::v1::SupersedeImprovementPlanRequest& request) {
  ASSIGN_OR_RETURN(ImprovementPlan plan, improvement::OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, improvement::FollowPlan(unit, plan, "supersede"));
  ASSIGN_OR_RETURN(const Measure measure, ReadMeasure(unit, plan, request));
  RETURN_IF_ERROR(CheckReplaces(unit, plan, measure));
  fact.level = call::CodeOf(measure.level);
  fact.reason = request.reason();
  plan.set_superseded_by(measure.name);
  RETURN_IF_ERROR(improvement::EndPlan(unit, request.reason(), plan));
  return improvement::KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::flow
