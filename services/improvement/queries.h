#ifndef WAARBORG_SERVICES_IMPROVEMENT_QUERIES_H_
#define WAARBORG_SERVICES_IMPROVEMENT_QUERIES_H_

// Reading plans and attention points. Who acts only as a provider sees its own (PERMISSION_DENIED,
// OTHER_PROVIDER), as visibility.h says. Lists: INVALID_ARGUMENT (INVALID_PAGE_SIZE, INVALID_PAGE_TOKEN).

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/improvement/v1/improvement.pb.h"

namespace waarborg::improvement {

absl::StatusOr<v1::ImprovementPlan> GetImprovementPlan(const ledger::View& view,
                                                       const v1::GetImprovementPlanRequest& request);

// By name; those of one provider where one is given. A provider that gives none gets its own.
absl::StatusOr<v1::ListImprovementPlansResponse> ListImprovementPlans(
    const ledger::View& view, const v1::ListImprovementPlansRequest& request);

absl::StatusOr<v1::AttentionPoint> GetAttentionPoint(const ledger::View& view,
                                                     const v1::GetAttentionPointRequest& request);
absl::StatusOr<v1::ListAttentionPointsResponse> ListAttentionPoints(
    const ledger::View& view, const v1::ListAttentionPointsRequest& request);

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_QUERIES_H_
