#include <utility>

#include "services/incident/commands.h"
#include "services/incident/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {

absl::StatusOr<v1::Incident> CloseIncident(ledger::UnitOfWork& unit,
                                           const v1::CloseIncidentRequest& request) {
  ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "close_incident"));
  revision.fact.reason = request.reason();
  return KeepIncident(unit, std::move(revision));
}

}  // namespace waarborg::incident
