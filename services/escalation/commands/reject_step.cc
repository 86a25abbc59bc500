#include <utility>

#include "services/escalation/commands.h"
#include "services/escalation/confirmations.h"
#include "services/escalation/deadlines.h"
#include "services/escalation/step_changes.h"

namespace waarborg::escalation {

absl::StatusOr<v1::Step> RejectStep(ledger::UnitOfWork& unit, const v1::RejectStepRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, AdvanceStep(unit, file, "reject"));
  RETURN_IF_ERROR(CheckSecondPerson(unit.call().caller, file.step));
  file.step.set_close_reason(request.reason());
  RETURN_IF_ERROR(unit.ClearDeadline(request.name(), kStepConfirmationDue));
  RETURN_IF_ERROR(CloseStep(unit, file));
  fact.reason = request.reason();
  return KeepStep(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
