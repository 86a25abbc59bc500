#ifndef WAARBORG_SERVICES_FLOW_SUPERSEDE_IMPROVEMENT_PLAN_H_
#define WAARBORG_SERVICES_FLOW_SUPERSEDE_IMPROVEMENT_PLAN_H_

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/improvement/v1/improvement.pb.h"

namespace waarborg::flow {

// Ends a plan because a heavier measure took its place: a decided step or a ratified acute case of the same
// provider, upwards, to a level above that of the step which asked for the plan (L1 where none did), decided
// after the plan was asked for and in force now. INVALID_ARGUMENT (MEASURE_REQUIRED, STEP_OF_OTHER_PROVIDER),
// FAILED_PRECONDITION (STEP_NOT_DECIDED, ACUTE_CASE_NOT_RATIFIED, STEP_NOT_HEAVIER, NO_MEASURE,
// MEASURE_BEFORE_PLAN, ILLEGAL_TRANSITION), NOT_FOUND, ABORTED (ETAG_MISMATCH).
absl::StatusOr<improvement::v1::ImprovementPlan> SupersedeImprovementPlan(
    ledger::UnitOfWork& unit, const improvement::v1::SupersedeImprovementPlanRequest& request);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_SUPERSEDE_IMPROVEMENT_PLAN_H_
