#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/four_eyes.h"
#include "services/assessment/reopening.h"

namespace waarborg::assessment {

AssessmentAnswer ReturnScores(ledger::UnitOfWork& unit, const v1::ReturnScoresRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "return_scores"));
  RETURN_IF_ERROR(VoidConfirmation(unit, team::v1::ACT_SCORES, edit.record));
  RETURN_IF_ERROR(ReopenScores(unit, edit.record));
  edit.fact.reason = request.reason();
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
