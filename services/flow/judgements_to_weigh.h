#ifndef WAARBORG_SERVICES_FLOW_JUDGEMENTS_TO_WEIGH_H_
#define WAARBORG_SERVICES_FLOW_JUDGEMENTS_TO_WEIGH_H_

// What an assessment has to weigh of the judgements that others gave of its provider (R-003-15).

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/assessment/case_file.h"
#include "services/ledger/ledger.h"
#include "storage/store.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/registry/v1/obligation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::flow {

// Those that count now and touch its scope, in order of their ids. By the policy the assessment pinned.
absl::StatusOr<registry::v1::ListJudgementsToWeighResponse> ListJudgementsToWeigh(
    const ledger::View& view, const registry::v1::ListJudgementsToWeighRequest& request);

// FAILED_PRECONDITION (DIVERGENCE_NEEDS_REASON) when the assessment finds clearly otherwise than a judgement
// and policy asks a reason that was not recorded.
absl::Status CheckDivergences(const storage::Reader& reader, const registry::v1::PolicyVersion& policy,
                              const assessment::v1::Assessment& record, const assessment::Findings& findings,
                              absl::Time now);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_JUDGEMENTS_TO_WEIGH_H_
