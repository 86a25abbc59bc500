#ifndef WAARBORG_SERVICES_FLOW_RECORD_DIVERGENCE_H_
#define WAARBORG_SERVICES_FLOW_RECORD_DIVERGENCE_H_

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/registry/v1/obligation.pb.h"

namespace waarborg::flow {

// Keeps with the judgement why an assessment of the same provider finds otherwise (R-003-15). NOT_FOUND;
// FAILED_PRECONDITION (ASSESSMENT_OF_OTHER_PROVIDER); INVALID_ARGUMENT (violations CRITERION_NOT_TOUCHED,
// DUPLICATE); and those of the lifecycle.
absl::StatusOr<registry::v1::ExternalJudgement> RecordDivergence(
    ledger::UnitOfWork& unit, const registry::v1::RecordDivergenceRequest& request);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_RECORD_DIVERGENCE_H_
