#include <utility>

#include "services/incident/commands.h"
#include "services/incident/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {

absl::StatusOr<v1::Incident> RegisterOnly(ledger::UnitOfWork& unit, const v1::RegisterOnlyRequest& request) {
  ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "register_only"));
  v1::IncidentConclusion conclusion;
  conclusion.set_text(request.reason());
  conclusion.set_registered_only(true);
  Sign(unit, conclusion);
  *revision.incident.mutable_conclusion() = std::move(conclusion);
  revision.fact.reason = request.reason();
  return KeepIncident(unit, std::move(revision));
}

}  // namespace waarborg::incident
