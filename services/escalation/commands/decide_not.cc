#include "services/escalation/commands.h"
#include "services/escalation/decision.h"

namespace waarborg::escalation {

absl::StatusOr<v1::Step> DecideNot(ledger::UnitOfWork& unit, const v1::DecideNotRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  const Ruling ruling{.kind = v1::Decision::KIND_NOT,
                      .level = file.standing.level(),
                      .reason = request.reason(),
                      .terms = {}};
  return Decide(unit, file, "decide_not", ruling);
}

}  // namespace waarborg::escalation
