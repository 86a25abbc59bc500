#include <utility>

#include "services/call/code.h"
#include "services/call/error.h"
#include "services/escalation/commands.h"
#include "services/escalation/step_changes.h"
#include "services/team/rules/confirmation.h"

namespace waarborg::escalation {

absl::StatusOr<v1::Step> SkipConfirmation(ledger::UnitOfWork& unit,
                                          const v1::SkipConfirmationRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, AdvanceStep(unit, file, "skip_confirmation"));
  const team::v1::Act act = ActFor(file.step.from_level(), file.step.proposed_level());
  if (!team::MayGoOn(file.step.confirmations(), act)) {
    return call::error::SecondPersonRequired(request.name(), call::CodeOf(act));
  }
  return KeepStep(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
