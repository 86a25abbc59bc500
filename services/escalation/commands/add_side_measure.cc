#include <utility>

#include "services/escalation/commands.h"
#include "services/escalation/errors.h"
#include "services/escalation/guards.h"
#include "services/escalation/step_changes.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {
namespace {

absl::Status CheckAllowed(const call::Caller& caller, const StepFile& file, v1::SideMeasure::Kind kind) {
  const v1::Step& step = file.step;
  const Level level = step.decided_level();
  const bool in_force = step.decision().kind() != v1::Decision::KIND_NOT;
  if (!in_force || level < registry::v1::LEVEL_FORMAL_WARNING) return errors::SideMeasureNotForLevel(level);
  const bool public_law = step.legal_basis() == registry::v1::LEGAL_BASIS_WMO_SUPERVISION;
  if (kind == v1::SideMeasure::KIND_PENALTY_ORDER && !public_law) {
    return errors::NotPublicLaw(step.name(), step.legal_basis());
  }
  return IsBurden(kind) ? CheckMandate(caller, file.policy, level) : absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::Step> AddSideMeasure(ledger::UnitOfWork& unit, const v1::AddSideMeasureRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowStep(unit, file, "add_side_measure"));
  RETURN_IF_ERROR(CheckAllowed(unit.call().caller, file, request.side_measure().kind()));
  v1::SideMeasure& measure = *file.step.add_side_measures();
  measure = request.side_measure();
  measure.set_author(unit.call().caller.member);
  *measure.mutable_time() = ledger::Stamp(unit.now());
  fact.reason = measure.reason();
  return KeepStep(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
