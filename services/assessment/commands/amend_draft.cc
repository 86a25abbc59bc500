#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/reopening.h"

namespace waarborg::assessment {

AssessmentAnswer AmendDraft(ledger::UnitOfWork& unit, const v1::AmendDraftRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "amend_draft"));
  RETURN_IF_ERROR(ReopenScores(unit, edit.record));
  edit.fact.reason = request.reason();
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
