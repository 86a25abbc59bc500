#ifndef WAARBORG_SERVICES_FLOW_FINALISE_ASSESSMENT_H_
#define WAARBORG_SERVICES_FLOW_FINALISE_ASSESSMENT_H_

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::flow {

// RESPONSE_IN to FINAL, and on to CLOSED where policy skips closing for the kind: writes the decision record and
// what the chosen follow-up asks, in one commit. An
// improvement plan for the shortcomings; or, with monitoring alone, points for the contract manager. A
// re-assessment gives its outcome to the plan it checked, on the merged result; a new plan is asked for by a
// person afterwards. FAILED_PRECONDITION (REMARK_UNANSWERED, SECOND_PERSON_REQUIRED,
// DIVERGENCE_NEEDS_REASON, and what the plan refuses).
absl::StatusOr<assessment::v1::Assessment> FinaliseAssessment(
    ledger::UnitOfWork& unit, const assessment::v1::FinaliseAssessmentRequest& request);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_FINALISE_ASSESSMENT_H_
