// Of changes.h: what came of it.

#include <utility>

#include "services/incident/changes.h"
#include "services/incident/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {

absl::StatusOr<v1::Incident> Conclude(ledger::UnitOfWork& unit, const v1::ConcludeIncidentRequest& request) {
  ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "conclude_incident"));
  v1::IncidentConclusion conclusion;
  conclusion.set_text(request.conclusion());
  conclusion.set_lessons(request.lessons());
  *conclusion.mutable_links() = request.links();
  Sign(unit, conclusion);
  *revision.incident.mutable_conclusion() = std::move(conclusion);
  revision.fact.reason = request.conclusion();
  return KeepIncident(unit, std::move(revision));
}

}  // namespace waarborg::incident
