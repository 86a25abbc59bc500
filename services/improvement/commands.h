#ifndef WAARBORG_SERVICES_IMPROVEMENT_COMMANDS_H_
#define WAARBORG_SERVICES_IMPROVEMENT_COMMANDS_H_

// The changing rpcs of ImprovementService, one file each in commands/. What each does, from which state and
// what it yields stands in waarborg/improvement/v1/improvement.proto; the order of events in
// rules/lifecycle.h; the errors in errors.h. All of them: NOT_FOUND, PERMISSION_DENIED (OTHER_PROVIDER,
// ROLE_NOT_ALLOWED), ABORTED (ETAG_MISMATCH), FAILED_PRECONDITION (ILLEGAL_TRANSITION).
// RequestImprovementPlan and SupersedeImprovementPlan cross nouns and live in services/flow.

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/improvement/v1/improvement.pb.h"

namespace waarborg::improvement {

// CheckMeaning: what is wrong with the fields of a request as far as the request itself can tell, of any
// shape. The edge asks it together with the shape; the command asks again, because it stands on its own.
void CheckMeaning(const v1::SubmitImprovementPlanRequest& request, call::Violations& violations);
void CheckMeaning(const v1::ReturnImprovementPlanRequest& request, call::Violations& violations);
void CheckMeaning(const v1::ReportProgressRequest& request, call::Violations& violations);
void CheckMeaning(const v1::ProposePlanChangeRequest& request, call::Violations& violations);

// Every fault of every item at once (rules/smart.h).
absl::StatusOr<v1::ImprovementPlan> SubmitImprovementPlan(ledger::UnitOfWork& unit,
                                                          const v1::SubmitImprovementPlanRequest& request);

absl::StatusOr<v1::ImprovementPlan> ReturnImprovementPlan(ledger::UnitOfWork& unit,
                                                          const v1::ReturnImprovementPlanRequest& request);

// The end date is the policy's running time from today; the re-assessment follows the last item's due date by
// the policy's weeks. FAILED_PRECONDITION (ITEMS_NOT_COVERED).
absl::StatusOr<v1::ImprovementPlan> ApproveImprovementPlan(ledger::UnitOfWork& unit,
                                                           const v1::ApproveImprovementPlanRequest& request);

absl::StatusOr<v1::ImprovementPlan> StartImprovementPlan(ledger::UnitOfWork& unit,
                                                         const v1::StartImprovementPlanRequest& request);

absl::StatusOr<v1::ImprovementPlan> ReportProgress(ledger::UnitOfWork& unit,
                                                   const v1::ReportProgressRequest& request);

// Clearing the flag also starts the count of reports without progress anew. (STAGNATION_NOT_FLAGGED)
absl::StatusOr<v1::ImprovementPlan> FlagStagnation(ledger::UnitOfWork& unit,
                                                   const v1::FlagStagnationRequest& request);

// A later proposal replaces one that waits.
absl::StatusOr<v1::ImprovementPlan> ProposePlanChange(ledger::UnitOfWork& unit,
                                                      const v1::ProposePlanChangeRequest& request);

// FAILED_PRECONDITION (NO_PENDING_CHANGE).
absl::StatusOr<v1::ImprovementPlan> ApprovePlanChange(ledger::UnitOfWork& unit,
                                                      const v1::ApprovePlanChangeRequest& request);
absl::StatusOr<v1::ImprovementPlan> RefusePlanChange(ledger::UnitOfWork& unit,
                                                     const v1::RefusePlanChangeRequest& request);

// The re-assessment is due within the policy's weeks from today. FAILED_PRECONDITION (ITEMS_NOT_DONE).
absl::StatusOr<v1::ImprovementPlan> ReportCompletion(ledger::UnitOfWork& unit,
                                                     const v1::ReportCompletionRequest& request);

// Where policy wants the second person BEFORE, the first call records the wish and the plan stays as it is;
// with the wish confirmed, a second call with the same reason gives up. LATER: at once, with the confirmation
// due. FAILED_PRECONDITION (TOO_EARLY_TO_GIVE_UP, SECOND_PERSON_REQUIRED).
absl::StatusOr<v1::ImprovementPlan> GiveUpImprovementPlan(ledger::UnitOfWork& unit,
                                                          const v1::GiveUpImprovementPlanRequest& request);

// FAILED_PRECONDITION (END_NOT_PASSED).
absl::StatusOr<v1::ImprovementPlan> FailImprovementPlan(ledger::UnitOfWork& unit,
                                                        const v1::FailImprovementPlanRequest& request);

// FAILED_PRECONDITION (NOTHING_TO_CONFIRM, ALREADY_CONFIRMED), PERMISSION_DENIED (SAME_PERSON), ABORTED
// (CONTENT_CHANGED).
absl::StatusOr<v1::ImprovementPlan> ConfirmImprovementPlan(ledger::UnitOfWork& unit,
                                                           const v1::ConfirmImprovementPlanRequest& request);

absl::StatusOr<v1::AttentionPoint> ReportAttentionPoint(ledger::UnitOfWork& unit,
                                                        const v1::ReportAttentionPointRequest& request);
absl::StatusOr<v1::AttentionPoint> CloseAttentionPoint(ledger::UnitOfWork& unit,
                                                       const v1::CloseAttentionPointRequest& request);

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_COMMANDS_H_
