#include <utility>

#include "services/incident/commands.h"
#include "services/incident/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {

absl::StatusOr<v1::Incident> AskProviderInquiry(ledger::UnitOfWork& unit,
                                                const v1::AskProviderInquiryRequest& request) {
  ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "ask_provider_inquiry"));
  v1::ProviderInquiry& inquiry = *revision.incident.mutable_inquiry();
  inquiry.set_question(request.question());
  Sign(unit, inquiry);
  RETURN_IF_ERROR(StartInquiryTerm(unit, request.due_date(), revision.incident));
  return KeepIncident(unit, std::move(revision));
}

}  // namespace waarborg::incident
