#include <utility>

#include "services/incident/commands.h"
#include "services/incident/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {

absl::StatusOr<v1::Incident> FindReportInsufficient(ledger::UnitOfWork& unit,
                                                    const v1::FindReportInsufficientRequest& request) {
  ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "find_insufficient"));
  v1::Incident& incident = revision.incident;
  incident.mutable_reports(incident.reports_size() - 1)->set_insufficient_reason(request.reason());
  incident.set_insufficient_count(incident.insufficient_count() + 1);
  revision.fact.reason = request.reason();
  RETURN_IF_ERROR(StartInquiryTerm(unit, request.due_date(), incident));
  return KeepIncident(unit, std::move(revision));
}

}  // namespace waarborg::incident
