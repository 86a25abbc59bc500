#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/four_eyes.h"
#include "services/assessment/score_changes.h"

namespace waarborg::assessment {

AssessmentAnswer FinishFieldwork(ledger::UnitOfWork& unit, const v1::FinishFieldworkRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "finish_fieldwork"));
  RETURN_IF_ERROR(RequireScope(edit.record));
  RETURN_IF_ERROR(RequireSecondPerson(edit.record, team::v1::ACT_START_UNANNOUNCED));
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
