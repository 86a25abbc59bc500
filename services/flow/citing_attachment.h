#ifndef WAARBORG_SERVICES_FLOW_CITING_ATTACHMENT_H_
#define WAARBORG_SERVICES_FLOW_CITING_ATTACHMENT_H_

// What the registry keeps with a document that is among the evidence: a certificate, a delivery, another's
// judgement. The document is there to be read, is the same provider's, and the caller may see it.
// Errors beside those of the registry's command: NOT_FOUND (ATTACHMENT_NOT_FOUND), PERMISSION_DENIED
// (OTHER_PROVIDER, CLASS_NOT_ALLOWED), FAILED_PRECONDITION (ATTACHMENT_NOT_AVAILABLE,
// ATTACHMENT_OF_OTHER_PROVIDER).

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/registry/v1/certificate.pb.h"
#include "waarborg/registry/v1/obligation.pb.h"

namespace waarborg::flow {

absl::StatusOr<registry::v1::Certificate> RegisterCertificate(
    ledger::UnitOfWork& unit, const registry::v1::RegisterCertificateRequest& request);
absl::StatusOr<registry::v1::Obligation> DeliverObligation(
    ledger::UnitOfWork& unit, const registry::v1::DeliverObligationRequest& request);
absl::StatusOr<registry::v1::ExternalJudgement> RecordExternalJudgement(
    ledger::UnitOfWork& unit, const registry::v1::RecordExternalJudgementRequest& request);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_CITING_ATTACHMENT_H_
