#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/draft_changes.h"
#include "services/assessment/errors.h"
#include "services/assessment/provider_acts.h"
#include "services/assessment/redaction.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {

FindingAnswer RecordRemark(ledger::UnitOfWork& unit, const v1::RecordRemarkRequest& request) {
  ASSIGN_OR_RETURN(FindingEdit edit, BeginFinding(unit, request.name(), request.etag(), "record_remark"));
  RETURN_IF_ERROR(ActForProvider(unit, request.on_behalf_of_provider(), edit.fact));
  if (!edit.assessment.draft().scores().contains(edit.name.criterion)) {
    return errors::FindingNotInDraft(request.name());
  }
  RETURN_IF_ERROR(CheckWithinTerm(unit.now(), edit.assessment));
  v1::Remark& remark = *edit.record.mutable_remark();
  remark.Clear();
  remark.set_kind(request.remark().kind());
  remark.set_text(request.remark().text());
  remark.set_author(unit.call().caller.member);
  *remark.mutable_time() = ledger::Stamp(unit.now());
  if (!edit.fact.on_behalf_of.empty()) {
    *remark.mutable_on_behalf_of_provider() = request.on_behalf_of_provider();
  }
  edit.record.clear_remark_answer();
  ASSIGN_OR_RETURN(v1::Finding finding, FinishFinding(unit, std::move(edit)));
  return Shown(unit.call().caller, std::move(finding));
}

}  // namespace waarborg::assessment
