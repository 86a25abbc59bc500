#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/draft_changes.h"
#include "services/assessment/provider_acts.h"
#include "services/assessment/redaction.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {

AssessmentAnswer SubmitResponse(ledger::UnitOfWork& unit, const v1::SubmitResponseRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "submit_response"));
  RETURN_IF_ERROR(ActForProvider(unit, request.on_behalf_of_provider(), edit.fact));
  RETURN_IF_ERROR(CheckWithinTerm(unit.now(), edit.record));
  v1::ProviderResponse& response = *edit.record.mutable_response();
  response.Clear();
  response.set_text(request.text());
  response.set_author(unit.call().caller.member);
  *response.mutable_time() = ledger::Stamp(unit.now());
  if (!edit.fact.on_behalf_of.empty()) {
    *response.mutable_on_behalf_of_provider() = request.on_behalf_of_provider();
  }
  RETURN_IF_ERROR(unit.ClearDeadline(edit.record.name(), kResponseDue));
  ASSIGN_OR_RETURN(v1::Assessment assessment, Finish(unit, std::move(edit)));
  return Shown(unit.call().caller, std::move(assessment));
}

}  // namespace waarborg::assessment
