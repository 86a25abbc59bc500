#include <utility>

#include "services/incident/commands.h"
#include "services/incident/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {

absl::StatusOr<v1::Incident> ForwardIncident(ledger::UnitOfWork& unit,
                                             const v1::ForwardIncidentRequest& request) {
  ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "forward"));
  v1::Forwarding& forwarding = *revision.incident.mutable_forwarding();
  forwarding = request.forwarding();
  Sign(unit, forwarding);
  revision.fact.reason = forwarding.reason();
  return KeepIncident(unit, std::move(revision));
}

}  // namespace waarborg::incident
