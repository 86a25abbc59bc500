#ifndef WAARBORG_SERVICES_ASSESSMENT_CHANGES_H_
#define WAARBORG_SERVICES_ASSESSMENT_CHANGES_H_

// How an assessment changes: opened for one event of the lifecycle, worked on, and put back with the fact
// that tells of it. Every change goes through here, so that state, role, etag and fact always come together.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/assessment/records.h"
#include "services/assessment/rules/lifecycle.h"
#include "services/ledger/unit_of_work.h"

namespace waarborg::assessment {

// An assessment on its way from one version to the next. The state is the one after the event.
struct Edit {
  AssessmentName name;
  v1::Assessment record;
  State from = v1::Assessment::STATE_UNSPECIFIED;
  ledger::Fact fact;
};

// NOT_FOUND, ABORTED (ETAG_MISMATCH), FAILED_PRECONDITION (ILLEGAL_TRANSITION), PERMISSION_DENIED
// (ROLE_NOT_ALLOWED).
absl::StatusOr<Edit> Begin(const ledger::UnitOfWork& unit, absl::string_view name, absl::string_view etag,
                           absl::string_view event);

// Takes another event of the lifecycle for the same edit, from the state in which it was found.
absl::Status Retake(const ledger::UnitOfWork& unit, absl::string_view event, Edit& edit);

// A new assessment for the event `create`; everything but name and state is the caller's to fill in.
absl::StatusOr<Edit> BeginNew(const ledger::UnitOfWork& unit, const AssessmentName& name,
                              absl::string_view provider);

// Puts the next version and records the fact.
absl::StatusOr<v1::Assessment> Finish(ledger::UnitOfWork& unit, Edit edit);

// A finding on its way, under an event of its assessment; the assessment itself stays as it is, for the unit
// of conflict between people is one finding.
struct FindingEdit {
  FindingName name;
  v1::Finding record;
  v1::Assessment assessment;
  ledger::Fact fact;
};

// As Begin, with the etag of the finding.
absl::StatusOr<FindingEdit> BeginFinding(const ledger::UnitOfWork& unit, absl::string_view name,
                                         absl::string_view etag, absl::string_view event);
absl::StatusOr<v1::Finding> FinishFinding(ledger::UnitOfWork& unit, FindingEdit edit);

// Puts the next version of a finding; its fact follows.
absl::Status PutFinding(ledger::UnitOfWork& unit, const FindingName& name, v1::Finding& finding);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_CHANGES_H_
