#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/errors.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {

AssessmentAnswer AnnounceAssessment(ledger::UnitOfWork& unit, const v1::AnnounceAssessmentRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "announce"));
  if (edit.record.kind() == registry::v1::ASSESSMENT_KIND_URGENT) {
    return errors::AnnouncementNotForUrgent(request.name());
  }
  *edit.record.mutable_visit_date() = request.visit_date();
  if (ledger::HasDate(request.information_due_date())) {
    if (ledger::DayOf(request.information_due_date()) > ledger::DayOf(request.visit_date())) {
      return errors::OfField("information_due_date", "INFORMATION_DUE_AFTER_VISIT");
    }
    *edit.record.mutable_information_due_date() = request.information_due_date();
  }
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
