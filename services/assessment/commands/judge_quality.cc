#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/reopening.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {

AssessmentAnswer JudgeQuality(ledger::UnitOfWork& unit, const v1::JudgeQualityRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "judge_quality"));
  RETURN_IF_ERROR(OpenJudgement(unit, JudgementStep::kQualityAndLaw, edit.record));
  v1::JudgementPart& part = *edit.record.mutable_judgement()->mutable_quality_and_law();
  part.set_text(request.text());
  part.set_author(unit.call().caller.member);
  *part.mutable_time() = ledger::Stamp(unit.now());
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
