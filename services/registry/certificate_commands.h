#ifndef WAARBORG_SERVICES_REGISTRY_CERTIFICATE_COMMANDS_H_
#define WAARBORG_SERVICES_REGISTRY_CERTIFICATE_COMMANDS_H_

// The changing rpcs of CertificateService, one file each in commands/. What each does, from which state and
// what it yields stands in waarborg/registry/v1/certificate.proto; the order of events in rules/lifecycle.h;
// the errors in errors.h. All of them: NOT_FOUND, PERMISSION_DENIED (OTHER_PROVIDER, ROLE_NOT_ALLOWED),
// ABORTED (ETAG_MISMATCH), FAILED_PRECONDITION (ILLEGAL_TRANSITION).

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/registry/v1/certificate.pb.h"

namespace waarborg::registry {

// ALREADY_EXISTS (CERTIFICATE_EXISTS); INVALID_ARGUMENT (violations UNKNOWN_NORM, INVALID_ID).
absl::StatusOr<v1::Certificate> AnnounceAppointment(ledger::UnitOfWork& unit,
                                                    const v1::AnnounceAppointmentRequest& request);

// Every fault of rules/certificate.h at once. ALREADY_EXISTS (CERTIFICATE_EXISTS) for an id that is no
// appointment.
absl::StatusOr<v1::Certificate> RegisterCertificate(ledger::UnitOfWork& unit,
                                                    const v1::RegisterCertificateRequest& request);

// The surveillances still to come are set, and the criteria for which it is supporting evidence.
absl::StatusOr<v1::Certificate> VerifyCertificate(ledger::UnitOfWork& unit,
                                                  const v1::VerifyCertificateRequest& request);
absl::StatusOr<v1::Certificate> RejectCertificate(ledger::UnitOfWork& unit,
                                                  const v1::RejectCertificateRequest& request);

// FAILED_PRECONDITION (SCOPE_COVERS_CONTRACTS, SCOPE_NOT_FLAGGED).
absl::StatusOr<v1::Certificate> FlagScopeMismatch(ledger::UnitOfWork& unit,
                                                  const v1::FlagScopeMismatchRequest& request);

// Answers the first surveillance still to come. FAILED_PRECONDITION (NO_SURVEILLANCE_AWAITED);
// INVALID_ARGUMENT (violation DATE_IN_FUTURE).
absl::StatusOr<v1::Certificate> RecordSurveillance(ledger::UnitOfWork& unit,
                                                   const v1::RecordSurveillanceRequest& request);

// Links both. INVALID_ARGUMENT (violation SUCCESSOR_NOT_ANOTHER).
absl::StatusOr<v1::Certificate> RenewCertificate(ledger::UnitOfWork& unit,
                                                 const v1::RenewCertificateRequest& request);

absl::StatusOr<v1::Certificate> SuspendCertificate(ledger::UnitOfWork& unit,
                                                   const v1::SuspendCertificateRequest& request);
absl::StatusOr<v1::Certificate> WithdrawCertificate(ledger::UnitOfWork& unit,
                                                    const v1::WithdrawCertificateRequest& request);

// What still waits for a review need not be reviewed any more.
absl::StatusOr<v1::Certificate> ReinstateCertificate(ledger::UnitOfWork& unit,
                                                     const v1::ReinstateCertificateRequest& request);

// INVALID_ARGUMENT (violation CRITERION_NOT_FOR_REVIEW).
absl::StatusOr<v1::Certificate> RecordCertificateReview(ledger::UnitOfWork& unit,
                                                        const v1::RecordCertificateReviewRequest& request);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_CERTIFICATE_COMMANDS_H_
