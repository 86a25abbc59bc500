#include "absl/strings/str_cat.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/draft_changes.h"
#include "services/assessment/errors.h"
#include "services/ledger/time.h"
#include "services/rules/calendar.h"

namespace waarborg::assessment {

AssessmentAnswer ExtendResponseTerm(ledger::UnitOfWork& unit, const v1::ExtendResponseTermRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "extend_response_term"));
  const absl::Time due = ledger::EndOfDay(rules::EndOfTerm(ledger::DayOf(request.due_date())));
  v1::Draft& draft = *edit.record.mutable_draft();
  if (due <= ledger::TimeOf(draft.response_due_time()) || due <= unit.now()) {
    return errors::OfField("due_date", "DUE_DATE_NOT_LATER");
  }
  v1::TermExtension& extension = *draft.add_extensions();
  *extension.mutable_due_time() = ledger::Stamp(due);
  extension.set_reason(request.reason());
  extension.set_author(unit.call().caller.member);
  *extension.mutable_time() = ledger::Stamp(unit.now());
  edit.fact.reason = request.reason();
  RETURN_IF_ERROR(unit.ExtendDeadline(edit.record.name(), kResponseDue, due, request.reason()).status());
  *draft.mutable_response_due_time() = ledger::Stamp(due);
  draft.set_response_rule(absl::StrCat("extension ", draft.extensions_size()));
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
