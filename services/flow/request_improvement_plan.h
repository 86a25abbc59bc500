#ifndef WAARBORG_SERVICES_FLOW_REQUEST_IMPROVEMENT_PLAN_H_
#define WAARBORG_SERVICES_FLOW_REQUEST_IMPROVEMENT_PLAN_H_

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/improvement/v1/improvement.pb.h"

namespace waarborg::flow {

// An id that people choose; as CheckMeaning of the room's own commands.
void CheckMeaning(const improvement::v1::RequestImprovementPlanRequest& request,
                  call::Violations& violations);

// Asks the provider for a plan on the shortcomings of a final assessment, where its result or the provider's
// place on the ladder calls for one (improvement::CallsForPlan). A step named is decided, imposes L1 or more,
// and is of the assessment's provider. INVALID_ARGUMENT (INVALID_ID, STEP_OF_OTHER_PROVIDER), NOT_FOUND,
// FAILED_PRECONDITION (ASSESSMENT_NOT_FINAL, STEP_NOT_DECIDED, STEP_IMPOSES_NOTHING, PLAN_NOT_CALLED_FOR,
// NO_SHORTCOMINGS, PLAN_OPEN), ALREADY_EXISTS (IMPROVEMENT_PLAN_EXISTS).
absl::StatusOr<improvement::v1::ImprovementPlan> RequestImprovementPlan(
    ledger::UnitOfWork& unit, const improvement::v1::RequestImprovementPlanRequest& request);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_REQUEST_IMPROVEMENT_PLAN_H_
