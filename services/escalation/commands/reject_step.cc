#include <utility>

#include "services/escalation/commands.h"
#include "services/escalation/confirmations.h"
#include "services/escalation/step_changes.h"

namespace waarborg::escalation {

absl::StatusOr<v1::Step> RejectStep(ledger::UnitOfWork& unit, const v1::RejectStepRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, AdvanceStep(unit, file, "reject"));
  RETURN_IF_ERROR(CheckSecondPerson(unit.call().caller, file.step));
  return EndStep(unit, file, request.reason(), std::move(fact));
}

}  // namespace waarborg::escalation
