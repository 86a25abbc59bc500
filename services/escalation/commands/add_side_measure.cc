#include <utility>

#include "services/escalation/commands.h"
#include "services/escalation/side_measures.h"
#include "services/escalation/step_changes.h"

namespace waarborg::escalation {

absl::StatusOr<v1::Step> AddSideMeasure(ledger::UnitOfWork& unit, const v1::AddSideMeasureRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  v1::Step& step = file.step;
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowStep(unit, file, "add_side_measure"));
  const Accompanied measure{.resource = step.name(),
                            .level = step.decided_level(),
                            .basis = step.legal_basis(),
                            .imposed = step.decision().kind() != v1::Decision::KIND_NOT};
  ASSIGN_OR_RETURN(*step.add_side_measures(),
                   NewSideMeasure(unit, file.policy, file.standing, measure, request.side_measure()));
  fact.reason = request.side_measure().reason();
  return KeepStep(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
