#ifndef WAARBORG_SERVICES_REGISTRY_OBLIGATION_QUERIES_H_
#define WAARBORG_SERVICES_REGISTRY_OBLIGATION_QUERIES_H_

// Reading obligations, their rules and external judgements. A caller who speaks for a provider sees that
// provider's obligations only (PERMISSION_DENIED, OTHER_PROVIDER), as visibility.h says. Lists are in order
// of their ids; rules in that of the policy.

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/registry/v1/obligation.pb.h"

namespace waarborg::registry {

absl::StatusOr<v1::Obligation> GetObligation(const ledger::View& view,
                                             const v1::GetObligationRequest& request);
absl::StatusOr<v1::ListObligationsResponse> ListObligations(const ledger::View& view,
                                                            const v1::ListObligationsRequest& request);
absl::StatusOr<v1::ListObligationRulesResponse> ListObligationRules(
    const ledger::View& view, const v1::ListObligationRulesRequest& request);
absl::StatusOr<v1::ExternalJudgement> GetExternalJudgement(const ledger::View& view,
                                                           const v1::GetExternalJudgementRequest& request);
absl::StatusOr<v1::ListExternalJudgementsResponse> ListExternalJudgements(
    const ledger::View& view, const v1::ListExternalJudgementsRequest& request);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_OBLIGATION_QUERIES_H_
