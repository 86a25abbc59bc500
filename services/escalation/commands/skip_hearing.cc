#include <utility>

#include "services/escalation/commands.h"
#include "services/escalation/errors.h"
#include "services/escalation/step_changes.h"

namespace waarborg::escalation {

absl::StatusOr<v1::Step> SkipHearing(ledger::UnitOfWork& unit, const v1::SkipHearingRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, AdvanceStep(unit, file, "skip_hearing"));
  RETURN_IF_ERROR(CheckLevelStands(file));
  if (NeedsHearing(file.policy, file.step.from_level(), file.step.proposed_level())) {
    return errors::HearingRequired(request.name());
  }
  return KeepStep(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
