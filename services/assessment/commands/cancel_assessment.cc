#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/four_eyes.h"

namespace waarborg::assessment {

AssessmentAnswer CancelAssessment(ledger::UnitOfWork& unit, const v1::CancelAssessmentRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "cancel"));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit.reader(), edit.record));
  const std::string digest = DigestOfCancellation(request);
  if (MustAskFirst(policy, edit.record, team::v1::ACT_CANCEL_ASSESSMENT, digest)) {
    RETURN_IF_ERROR(Retake(unit, "ask_cancellation", edit));
  }
  edit.fact.reason = request.reason();
  RETURN_IF_ERROR(AskSecondPerson(unit, policy, team::v1::ACT_CANCEL_ASSESSMENT, digest, edit.record));
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
