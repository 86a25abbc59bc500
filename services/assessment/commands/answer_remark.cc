#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/errors.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {

FindingAnswer AnswerRemark(ledger::UnitOfWork& unit, const v1::AnswerRemarkRequest& request) {
  ASSIGN_OR_RETURN(FindingEdit edit, BeginFinding(unit, request.name(), request.etag(), "answer_remark"));
  if (!edit.record.has_remark()) return errors::RemarkMissing(request.name());
  v1::RemarkAnswer& answer = *edit.record.mutable_remark_answer();
  answer.set_accepted(request.answer().accepted());
  answer.set_text(request.answer().text());
  answer.set_author(unit.call().caller.member);
  *answer.mutable_time() = ledger::Stamp(unit.now());
  return FinishFinding(unit, std::move(edit));
}

}  // namespace waarborg::assessment
