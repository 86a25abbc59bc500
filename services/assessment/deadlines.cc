#include "services/assessment/deadlines.h"

#include <utility>

#include "services/assessment/changes.h"
#include "services/assessment/draft_changes.h"
#include "services/assessment/four_eyes.h"
#include "services/call/etag.h"
#include "services/ledger/time.h"
#include "services/team/rules/confirmation.h"

namespace waarborg::assessment {
namespace {

// An earlier response stands when no new one came to an amended draft.
absl::Status ExpireResponseTerm(ledger::UnitOfWork& unit, const internal::v1::Deadline& deadline) {
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(deadline.resource()));
  ASSIGN_OR_RETURN(const v1::Assessment assessment, Load(unit.reader(), name));
  if (assessment.state() != kDraftSent) return absl::OkStatus();
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, deadline.resource(), "", "expire_response_term"));
  if (!edit.record.has_response()) {
    edit.record.mutable_response()->set_none(true);
    *edit.record.mutable_response()->mutable_time() = ledger::Stamp(unit.now());
  }
  return Finish(unit, std::move(edit)).status();
}

bool RunsOver(const team::v1::Confirmation& confirmation, absl::Time now) {
  return confirmation.rule() == team::v1::FOUR_EYES_LATER && confirmation.confirmer().empty() &&
         !confirmation.overdue() && ledger::TimeOf(confirmation.due_time()) <= now;
}

absl::Status FlagConfirmations(ledger::UnitOfWork& unit, const internal::v1::Deadline& deadline) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, deadline.resource(), "", "flag_confirmation_overdue"));
  bool flagged = false;
  for (team::v1::Confirmation& each : *edit.record.mutable_confirmations()) {
    if (!RunsOver(each, unit.now())) continue;
    each.set_overdue(true);
    flagged = true;
  }
  RETURN_IF_ERROR(RefreshConfirmationDeadline(unit, edit.record));
  if (!flagged) return absl::OkStatus();
  return Finish(unit, std::move(edit)).status();
}

absl::StatusOr<v1::Assessment> AssessmentOf(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(resource));
  return Load(reader, name);
}

absl::StatusOr<bool> WaitsForGoingOn(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::Assessment assessment, AssessmentOf(reader, resource));
  return assessment.state() == kResponseIn && assessment.response().none();
}

absl::StatusOr<bool> WaitsForConfirmation(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::Assessment assessment, AssessmentOf(reader, resource));
  return team::LaterConfirmationWaits(assessment.confirmations());
}

// While its clock stands still, the response has no due time.
absl::Status FollowResponseTerm(ledger::UnitOfWork& unit, const internal::v1::Deadline& deadline) {
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(deadline.resource()));
  ASSIGN_OR_RETURN(v1::Assessment assessment, Load(unit.reader(), name));
  v1::Draft& draft = *assessment.mutable_draft();
  draft.clear_response_due_time();
  if (!deadline.has_suspend_time()) *draft.mutable_response_due_time() = deadline.due_time();
  assessment.set_etag(call::NextEtag(assessment.etag()));
  *assessment.mutable_update_time() = ledger::Stamp(unit.now());
  return unit.Put(kAssessments, name.Key(), assessment);
}

}  // namespace

const std::vector<ledger::DeadlineRule>& Deadlines() {
  static const std::vector<ledger::DeadlineRule>* const rules = new std::vector<ledger::DeadlineRule>{
      {kResponseDue, &ExpireResponseTerm, &WaitsForGoingOn, {.follow = &FollowResponseTerm}},
      {kConfirmationDue, &FlagConfirmations, &WaitsForConfirmation}};
  return *rules;
}

}  // namespace waarborg::assessment
