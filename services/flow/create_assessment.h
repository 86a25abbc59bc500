#ifndef WAARBORG_SERVICES_FLOW_CREATE_ASSESSMENT_H_
#define WAARBORG_SERVICES_FLOW_CREATE_ASSESSMENT_H_

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::flow {

// The faults that the request itself shows, of any shape: an id that is none, and what belongs to another
// kind. The edge asks it together with the shape; the command asks again, because it stands on its own.
void CheckMeaning(const assessment::v1::CreateAssessmentRequest& request, call::Violations& violations);

// Plans an assessment and pins what it is judged by: framework version, policy, profile and conditions. A
// re-assessment inherits all of these from its parent, so that its merged result compares with the first, and
// is counted on its plan in the same commit. INVALID_ARGUMENT with every fault of the request;
// FAILED_PRECONDITION (PROVIDER_INACTIVE, PARENT_NOT_FINAL, and what improvement::CheckReadyForReAssessment
// refuses); ALREADY_EXISTS (ASSESSMENT_EXISTS); NOT_FOUND.
absl::StatusOr<assessment::v1::Assessment> CreateAssessment(
    ledger::UnitOfWork& unit, const assessment::v1::CreateAssessmentRequest& request);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_CREATE_ASSESSMENT_H_
