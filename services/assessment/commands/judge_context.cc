#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/reopening.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {

AssessmentAnswer JudgeContext(ledger::UnitOfWork& unit, const v1::JudgeContextRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "judge_context"));
  RETURN_IF_ERROR(OpenJudgement(unit, JudgementStep::kContext, edit.record));
  v1::JudgementPart& part = *edit.record.mutable_judgement()->mutable_context();
  part.set_text(request.text());
  part.set_author(unit.call().caller.member);
  *part.mutable_time() = ledger::Stamp(unit.now());
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
