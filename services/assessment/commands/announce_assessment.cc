#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/errors.h"
#include "services/call/request_check.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {
namespace {

bool InformationComesTooLate(const v1::AnnounceAssessmentRequest& request) {
  return call::ComesBefore(request.visit_date(), request.information_due_date());
}

Faults DateFaults(const v1::AnnounceAssessmentRequest& request, absl::CivilDay today) {
  Faults faults;
  const absl::CivilDay visit = ledger::DayOf(request.visit_date());
  if (visit < today) faults.push_back({"visit_date", "DAY_PASSED", ""});
  if (!ledger::HasDate(request.information_due_date())) return faults;
  const absl::CivilDay due = ledger::DayOf(request.information_due_date());
  if (due < today) faults.push_back({"information_due_date", "DAY_PASSED", ""});
  if (InformationComesTooLate(request))
    faults.push_back({"information_due_date", "INFORMATION_DUE_AFTER_VISIT", ""});
  return faults;
}

}  // namespace

void CheckMeaning(const v1::AnnounceAssessmentRequest& request, call::Violations& violations) {
  if (InformationComesTooLate(request)) violations.Add("information_due_date", "INFORMATION_DUE_AFTER_VISIT");
}

AssessmentAnswer AnnounceAssessment(ledger::UnitOfWork& unit, const v1::AnnounceAssessmentRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "announce"));
  if (edit.record.kind() == registry::v1::ASSESSMENT_KIND_URGENT) {
    return errors::AnnouncementNotForUrgent(request.name());
  }
  RETURN_IF_ERROR(errors::OfFaults(DateFaults(request, ledger::Today(unit.now()))));
  *edit.record.mutable_visit_date() = request.visit_date();
  if (ledger::HasDate(request.information_due_date())) {
    *edit.record.mutable_information_due_date() = request.information_due_date();
  }
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
