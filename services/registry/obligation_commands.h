#ifndef WAARBORG_SERVICES_REGISTRY_OBLIGATION_COMMANDS_H_
#define WAARBORG_SERVICES_REGISTRY_OBLIGATION_COMMANDS_H_

// The changing rpcs of ObligationService, one file each in commands/. What each does, from which state and
// what it yields stands in waarborg/registry/v1/obligation.proto; the order of events in rules/lifecycle.h;
// the errors in errors.h. All of them: NOT_FOUND, PERMISSION_DENIED (OTHER_PROVIDER, ROLE_NOT_ALLOWED),
// ABORTED (ETAG_MISMATCH), FAILED_PRECONDITION (ILLEGAL_TRANSITION). RecordDivergence looks at an assessment
// and lives in services/flow.

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/registry/v1/obligation.pb.h"

namespace waarborg::registry {

// FAILED_PRECONDITION (NO_OBLIGATION_TO_OPEN).
absl::StatusOr<v1::OpenObligationsResponse> OpenObligations(ledger::UnitOfWork& unit,
                                                            const v1::OpenObligationsRequest& request);

// INVALID_ARGUMENT (violation DATE_IN_FUTURE).
absl::StatusOr<v1::Obligation> DeliverObligation(ledger::UnitOfWork& unit,
                                                 const v1::DeliverObligationRequest& request);
absl::StatusOr<v1::Obligation> WaiveObligation(ledger::UnitOfWork& unit,
                                               const v1::WaiveObligationRequest& request);

// By its rule in the policy in force; where that no longer knows it, by the rule it had.
absl::StatusOr<v1::Obligation> ResumeObligation(ledger::UnitOfWork& unit,
                                                const v1::ResumeObligationRequest& request);

// ALREADY_EXISTS (EXTERNAL_JUDGEMENT_EXISTS); INVALID_ARGUMENT (violations DATE_IN_FUTURE, DUPLICATE,
// INVALID_ID).
absl::StatusOr<v1::ExternalJudgement> RecordExternalJudgement(
    ledger::UnitOfWork& unit, const v1::RecordExternalJudgementRequest& request);

// FAILED_PRECONDITION (SUCCESSOR_NOT_LATER); INVALID_ARGUMENT (violation SUCCESSOR_NOT_ANOTHER).
absl::StatusOr<v1::ExternalJudgement> SupersedeExternalJudgement(
    ledger::UnitOfWork& unit, const v1::SupersedeExternalJudgementRequest& request);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_OBLIGATION_COMMANDS_H_
