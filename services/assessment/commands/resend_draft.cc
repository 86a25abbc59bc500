#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/draft_changes.h"
#include "services/assessment/errors.h"
#include "services/assessment/four_eyes.h"
#include "services/assessment/rules/outcome.h"

namespace waarborg::assessment {

AssessmentAnswer ResendDraft(ledger::UnitOfWork& unit, const v1::ResendDraftRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "resend_draft"));
  if (edit.record.draft().version() == 0) return errors::NoEarlierDraft(request.name());
  if (!edit.record.judgement().has_conclusion()) return errors::JudgementNotConcluded(request.name());
  RETURN_IF_ERROR(RequireDecisionConfirmed(edit.record));
  ASSIGN_OR_RETURN(const Findings findings, LoadFindings(unit.reader(), edit.name));
  ASSIGN_OR_RETURN(const framework::SharedVersion framework, FrameworkOf(unit.reader(), edit.record));
  const std::vector<std::string> worse =
      Worsened(*framework, edit.record.draft().scores(), OwnScores(edit.record, findings));
  if (!worse.empty()) return errors::FindingWorsened(request.name(), worse);
  WriteDraft(unit.now(), findings, edit.record);
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
