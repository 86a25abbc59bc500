#ifndef WAARBORG_SERVICES_INCIDENT_COMMANDS_H_
#define WAARBORG_SERVICES_INCIDENT_COMMANDS_H_

// The changing rpcs of IncidentService, one file each in commands/. What each does, from which state and what
// it yields stands in waarborg/incident/v1/incident.proto; the order of events in rules/lifecycle.h; the
// errors in errors.h. All of them: NOT_FOUND, PERMISSION_DENIED (OTHER_PROVIDER, ROLE_NOT_ALLOWED), ABORTED
// (ETAG_MISMATCH), FAILED_PRECONDITION (ILLEGAL_TRANSITION). TriageIncident and ConcludeIncident cross nouns
// and live in services/flow.

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/incident/v1/incident.pb.h"
#include "waarborg/internal/v1/intake.pb.h"

namespace waarborg::incident {

// Of SubmitIncident and PushIncidents, once the report has been read (intake.h).
absl::StatusOr<v1::IncidentReceipt> ReceiveIncident(ledger::UnitOfWork& unit,
                                                    const internal::v1::IncidentIntake& intake);

// FAILED_PRECONDITION (DUPLICATE_OF_ITSELF, ORIGINAL_OF_OTHER_PROVIDER, ORIGINAL_HAS_ENDED: it is a duplicate
// itself, was forwarded or withdrawn).
absl::StatusOr<v1::Incident> MarkDuplicate(ledger::UnitOfWork& unit, const v1::MarkDuplicateRequest& request);

absl::StatusOr<v1::Incident> ForwardIncident(ledger::UnitOfWork& unit,
                                             const v1::ForwardIncidentRequest& request);

// INVALID_ARGUMENT (DUE_DATE_IN_PAST).
absl::StatusOr<v1::Incident> AskProviderInquiry(ledger::UnitOfWork& unit,
                                                const v1::AskProviderInquiryRequest& request);

// INVALID_ARGUMENT (ON_BEHALF_REQUIRED, ON_BEHALF_NOT_ALLOWED, DATE_IN_FUTURE, TIME_IN_FUTURE).
absl::StatusOr<v1::Incident> DeliverInquiryReport(ledger::UnitOfWork& unit,
                                                  const v1::DeliverInquiryReportRequest& request);

// INVALID_ARGUMENT (DUE_DATE_IN_PAST).
absl::StatusOr<v1::Incident> FindReportInsufficient(ledger::UnitOfWork& unit,
                                                    const v1::FindReportInsufficientRequest& request);

absl::StatusOr<v1::Incident> StartOwnInquiry(ledger::UnitOfWork& unit,
                                             const v1::StartOwnInquiryRequest& request);
absl::StatusOr<v1::Incident> RegisterOnly(ledger::UnitOfWork& unit, const v1::RegisterOnlyRequest& request);
absl::StatusOr<v1::Incident> CloseIncident(ledger::UnitOfWork& unit, const v1::CloseIncidentRequest& request);
absl::StatusOr<v1::Incident> ReopenIncident(ledger::UnitOfWork& unit,
                                            const v1::ReopenIncidentRequest& request);
absl::StatusOr<v1::Incident> WithdrawIncident(ledger::UnitOfWork& unit,
                                              const v1::WithdrawIncidentRequest& request);

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_COMMANDS_H_
