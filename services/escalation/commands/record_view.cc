#include <utility>

#include "services/escalation/commands.h"
#include "services/escalation/provider_acts.h"
#include "services/escalation/step_changes.h"
#include "services/escalation/visibility.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {

absl::StatusOr<v1::Step> RecordView(ledger::UnitOfWork& unit, const v1::RecordViewRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowStep(unit, file, "record_view"));
  RETURN_IF_ERROR(
      NoteOnBehalf(unit, request.has_on_behalf_of_provider(), request.on_behalf_of_provider(), fact));
  *file.step.mutable_hearing()->add_views() =
      ViewOf(request, unit.call().caller.member, ledger::Stamp(unit.now()));
  ASSIGN_OR_RETURN(v1::Step step, KeepStep(unit, file, std::move(fact)));
  return SeenBy(unit.call().caller, std::move(step));
}

}  // namespace waarborg::escalation
