#include <utility>

#include "absl/time/time.h"
#include "services/escalation/commands.h"
#include "services/escalation/deadlines.h"
#include "services/escalation/errors.h"
#include "services/escalation/rules/views.h"
#include "services/escalation/step_changes.h"
#include "services/ledger/time.h"
#include "services/registry/rules/policy.h"

namespace waarborg::escalation {

absl::StatusOr<v1::Step> CloseHearing(ledger::UnitOfWork& unit, const v1::CloseHearingRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, AdvanceStep(unit, file, "close_hearing"));
  v1::Hearing& hearing = *file.step.mutable_hearing();
  const absl::Time due = ledger::TimeOf(hearing.due_time());
  if (!WasHeard(hearing) && !hearing.has_due_time()) return errors::HearingTermSuspended(request.name());
  if (!WasHeard(hearing) && unit.now() < due) {
    return errors::HearingTermRunning(request.name(),
                                      absl::FormatTime("%Y-%m-%d %H:%M", due, registry::LocalZone()));
  }
  *hearing.mutable_close_time() = ledger::Stamp(unit.now());
  hearing.set_no_view(!WasHeard(hearing));
  RETURN_IF_ERROR(unit.ClearDeadline(request.name(), kHearingDue));
  return KeepStep(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
