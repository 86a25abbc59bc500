#include <utility>

#include "services/incident/commands.h"
#include "services/incident/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {

absl::StatusOr<v1::Incident> StartOwnInquiry(ledger::UnitOfWork& unit,
                                             const v1::StartOwnInquiryRequest& request) {
  ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "start_own_inquiry"));
  revision.incident.mutable_own_inquiry()->set_reason(request.reason());
  Sign(unit, *revision.incident.mutable_own_inquiry());
  revision.fact.reason = request.reason();
  return KeepIncident(unit, std::move(revision));
}

}  // namespace waarborg::incident
