#include "services/flow/supersede_improvement_plan.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "services/call/code.h"
#include "services/call/name.h"
#include "services/escalation/names.h"
#include "services/escalation/records.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::flow {
namespace {

using escalation::v1::Step;
using improvement::v1::ImprovementPlan;
using registry::v1::Level;

absl::StatusOr<Step> LoadStep(const ledger::UnitOfWork& unit, const std::string& name) {
  ASSIGN_OR_RETURN(const escalation::StepName parsed, escalation::StepName::Parse(name));
  return escalation::Load(unit.reader(), parsed);
}

// The level the plan belongs to. A plan asked for without a step, or by one not known here, is L1.
absl::StatusOr<Level> LevelOf(const ledger::UnitOfWork& unit, const ImprovementPlan& plan) {
  if (plan.step().empty()) return registry::v1::LEVEL_IMPROVEMENT_PLAN;
  const absl::StatusOr<Step> step = LoadStep(unit, plan.step());
  if (absl::IsNotFound(step.status())) return registry::v1::LEVEL_IMPROVEMENT_PLAN;
  RETURN_IF_ERROR(step.status());
  return std::max(step->decided_level(), registry::v1::LEVEL_IMPROVEMENT_PLAN);
}

absl::Status CheckHeavier(const ledger::UnitOfWork& unit, const ImprovementPlan& plan, const Step& step) {
  ASSIGN_OR_RETURN(const escalation::StepName name, escalation::StepName::Parse(step.name()));
  if (name.provider != call::LastId(plan.provider())) {
    return improvement::errors::Violation("step", "STEP_OF_OTHER_PROVIDER", plan.provider());
  }
  if (step.state() != Step::STATE_DECIDED) {
    return improvement::errors::StepNotDecided(step.name(), call::CodeOf(step.state()));
  }
  ASSIGN_OR_RETURN(const Level base, LevelOf(unit, plan));
  const bool imposed = step.decision().kind() != escalation::v1::Decision::KIND_NOT;
  if (imposed && step.decided_level() > base && step.decided_level() > step.from_level()) {
    return absl::OkStatus();
  }
  return improvement::errors::StepNotHeavier(step.name(), call::CodeOf(step.decided_level()),
                                             call::CodeOf(base));
}

}  // namespace

absl::StatusOr<ImprovementPlan> SupersedeImprovementPlan(
    ledger::UnitOfWork& unit, const improvement::v1::SupersedeImprovementPlanRequest& request) {
  ASSIGN_OR_RETURN(ImprovementPlan plan, improvement::OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, improvement::FollowPlan(unit, plan, "supersede"));
  ASSIGN_OR_RETURN(const Step step, LoadStep(unit, request.step()));
  RETURN_IF_ERROR(CheckHeavier(unit, plan, step));
  fact.level = call::CodeOf(step.decided_level());
  fact.reason = request.reason();
  RETURN_IF_ERROR(improvement::EndPlan(unit, absl::StrCat(request.reason(), " (", step.name(), ")"), plan));
  return improvement::KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::flow
