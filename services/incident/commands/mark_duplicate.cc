#include <utility>

#include "services/call/code.h"
#include "services/incident/commands.h"
#include "services/incident/errors.h"
#include "services/incident/names.h"
#include "services/incident/records.h"
#include "services/incident/revision.h"
#include "services/incident/rules/lifecycle.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {
namespace {

// The other report is of the same provider and goes on for both.
absl::Status CheckOriginal(const ledger::UnitOfWork& unit, const v1::Incident& incident,
                           const std::string& original) {
  if (incident.name() == original) return errors::DuplicateOfItself(original);
  ASSIGN_OR_RETURN(const IncidentName name, IncidentName::Parse(original));
  ASSIGN_OR_RETURN(const v1::Incident other, Load(unit.reader(), name));
  if (other.provider() != incident.provider())
    return errors::OriginalOfOtherProvider(incident.name(), original);
  if (!kEndedIncidentStates.Contains(other.state())) return absl::OkStatus();
  return errors::OriginalNotOpen(incident.name(), original, call::CodeOf(other.state()));
}

}  // namespace

absl::StatusOr<v1::Incident> MarkDuplicate(ledger::UnitOfWork& unit,
                                           const v1::MarkDuplicateRequest& request) {
  ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "mark_duplicate"));
  RETURN_IF_ERROR(CheckOriginal(unit, revision.incident, request.duplicate_of()));
  revision.incident.set_duplicate_of(request.duplicate_of());
  revision.fact.reason = request.reason();
  RETURN_IF_ERROR(EndAcknowledgeTerm(unit, revision.incident));
  return KeepIncident(unit, std::move(revision));
}

}  // namespace waarborg::incident
