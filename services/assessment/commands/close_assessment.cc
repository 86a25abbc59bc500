#include "services/assessment/changes.h"
#include "services/assessment/commands.h"

namespace waarborg::assessment {

AssessmentAnswer CloseAssessment(ledger::UnitOfWork& unit, const v1::CloseAssessmentRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "close"));
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
