#ifndef WAARBORG_SERVICES_FLOW_SUPERSEDE_IMPROVEMENT_PLAN_H_
#define WAARBORG_SERVICES_FLOW_SUPERSEDE_IMPROVEMENT_PLAN_H_

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/improvement/v1/improvement.pb.h"

namespace waarborg::flow {

// Ends a plan because a heavier measure took its place: a decided step of the same provider, upwards, to a
// level above that of the step which asked for the plan (L1 where none did). INVALID_ARGUMENT
// (STEP_OF_OTHER_PROVIDER), FAILED_PRECONDITION (STEP_NOT_DECIDED, STEP_NOT_HEAVIER, ILLEGAL_TRANSITION),
// NOT_FOUND, ABORTED (ETAG_MISMATCH).
absl::StatusOr<improvement::v1::ImprovementPlan> SupersedeImprovementPlan(
    ledger::UnitOfWork& unit, const improvement::v1::SupersedeImprovementPlanRequest& request);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_SUPERSEDE_IMPROVEMENT_PLAN_H_
