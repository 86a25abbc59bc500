#include <utility>

#include "services/escalation/commands.h"
#include "services/escalation/confirmations.h"
#include "services/escalation/deadlines.h"
#include "services/escalation/step_changes.h"

namespace waarborg::escalation {

absl::StatusOr<v1::Step> ConfirmStep(ledger::UnitOfWork& unit, const v1::ConfirmStepRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, AdvanceStep(unit, file, "confirm"));
  RETURN_IF_ERROR(CheckSecondPerson(unit.call().caller, file.step));
  const team::v1::Act act = ActFor(file.step.from_level(), file.step.proposed_level());
  RETURN_IF_ERROR(
      ConfirmAct(unit, request.name(), *file.step.mutable_confirmations(), act, request.content_digest()));
  RETURN_IF_ERROR(unit.ClearDeadline(request.name(), kStepConfirmationDue));
  return KeepStep(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
