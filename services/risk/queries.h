#ifndef WAARBORG_SERVICES_RISK_QUERIES_H_
#define WAARBORG_SERVICES_RISK_QUERIES_H_

// Reading risk views; they are made when they are read (decisions/0001).

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/risk/v1/risk.pb.h"

namespace waarborg::risk {

// Highest total first, then by name. Reads every active provider of the region, and of each a bounded number
// of records. INVALID_ARGUMENT (INVALID_PAGE_SIZE, INVALID_PAGE_TOKEN), NOT_FOUND.
absl::StatusOr<v1::ListRiskViewsResponse> ListRiskViews(const ledger::View& view,
                                                        const v1::ListRiskViewsRequest& request);

// NOT_FOUND, also for a provider that is inactive (RISK_VIEW_NOT_FOUND).
absl::StatusOr<v1::RiskView> GetRiskView(const ledger::View& view, const v1::GetRiskViewRequest& request);

}  // namespace waarborg::risk

#endif  // WAARBORG_SERVICES_RISK_QUERIES_H_
