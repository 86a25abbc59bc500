#ifndef WAARBORG_SERVICES_ESCALATION_QUERIES_H_
#define WAARBORG_SERVICES_ESCALATION_QUERIES_H_

// Reading the ladder. A provider's user reads its own file only, and of that what visibility.h shows; the
// rest is NOT_FOUND to it, or left out of a list.

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/escalation/v1/escalation.pb.h"

namespace waarborg::escalation {

// Every commissioning body of the region, in the region's order; those that never acted stand at MONITORING.
absl::StatusOr<v1::Escalation> GetEscalation(const ledger::View& view,
                                             const v1::GetEscalationRequest& request);

absl::StatusOr<v1::Step> GetStep(const ledger::View& view, const v1::GetStepRequest& request);
// By provider and id. A page may hold fewer than asked although more follow.
absl::StatusOr<v1::ListStepsResponse> ListSteps(const ledger::View& view,
                                                const v1::ListStepsRequest& request);

absl::StatusOr<v1::AcuteCase> GetAcuteCase(const ledger::View& view, const v1::GetAcuteCaseRequest& request);
absl::StatusOr<v1::ListAcuteCasesResponse> ListAcuteCases(const ledger::View& view,
                                                          const v1::ListAcuteCasesRequest& request);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_QUERIES_H_
