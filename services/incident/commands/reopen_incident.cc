#include <utility>

#include "services/incident/commands.h"
#include "services/incident/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {

absl::StatusOr<v1::Incident> ReopenIncident(ledger::UnitOfWork& unit,
                                            const v1::ReopenIncidentRequest& request) {
  ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "reopen_incident"));
  v1::Reopening& reopening = *revision.incident.add_reopenings();
  reopening.set_new_facts(request.new_facts());
  Sign(unit, reopening);
  revision.fact.reason = request.new_facts();
  return KeepIncident(unit, std::move(revision));
}

}  // namespace waarborg::incident
