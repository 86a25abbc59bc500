#include "absl/strings/str_cat.h"
#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/draft_changes.h"
#include "services/assessment/errors.h"
#include "services/assessment/four_eyes.h"
#include "services/registry/rules/policy.h"

namespace waarborg::assessment {

AssessmentAnswer SendDraft(ledger::UnitOfWork& unit, const v1::SendDraftRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "send_draft"));
  if (!edit.record.judgement().has_conclusion()) return errors::JudgementNotConcluded(request.name());
  RETURN_IF_ERROR(RequireDecisionConfirmed(edit.record));
  ASSIGN_OR_RETURN(const Findings findings, LoadFindings(unit.reader(), edit.name));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit.reader(), edit.record));
  WriteDraft(unit.now(), findings, edit.record);
  edit.record.mutable_draft()->clear_extensions();
  const int days = policy.terms().draft_response_working_days();
  RETURN_IF_ERROR(SetResponseTerm(unit, registry::WorkingDaysAfter(unit.now(), days),
                                  absl::StrCat("draft_response_working_days=", days), edit.record));
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
