#include "services/escalation/commands.h"
#include "services/escalation/decision.h"

namespace waarborg::escalation {

void CheckMeaning(const v1::DecideLighterRequest& request, call::Violations& violations) {
  CheckTerms(request.terms(), violations);
}

absl::StatusOr<v1::Step> DecideLighter(ledger::UnitOfWork& unit, const v1::DecideLighterRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  const Ruling ruling{.kind = v1::Decision::KIND_LIGHTER,
                      .level = request.level(),
                      .reason = request.reason(),
                      .terms = request.terms()};
  return Decide(unit, file, "decide_lighter", ruling);
}

}  // namespace waarborg::escalation
