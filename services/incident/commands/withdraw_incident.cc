#include <utility>

#include "services/incident/commands.h"
#include "services/incident/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {

absl::StatusOr<v1::Incident> WithdrawIncident(ledger::UnitOfWork& unit,
                                              const v1::WithdrawIncidentRequest& request) {
  ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "withdraw_incident"));
  v1::Withdrawal& withdrawal = *revision.incident.mutable_withdrawal();
  withdrawal.set_reason(request.reason());
  Sign(unit, withdrawal);
  revision.fact.reason = request.reason();
  RETURN_IF_ERROR(EndAcknowledgeTerm(unit, revision.incident));
  return KeepIncident(unit, std::move(revision));
}

}  // namespace waarborg::incident
