#ifndef WAARBORG_SERVICES_REGISTRY_CERTIFICATE_TERMS_H_
#define WAARBORG_SERVICES_REGISTRY_CERTIFICATE_TERMS_H_

// What happens to a certificate when it begins to count, stops counting, or is looked up.

#include "absl/status/status.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/registry/v1/catalogue.pb.h"
#include "waarborg/registry/v1/certificate.pb.h"

namespace waarborg::registry {

// Register or body agrees on everything, and the certificate runs today: kept as a verification.
// FAILED_PRECONDITION (VERIFICATION_INCOMPLETE, NORM_WITHOUT_REGISTER, CERTIFICATE_NOT_RUNNING).
absl::Status Confirm(const ledger::UnitOfWork& unit, const v1::CertificatePolicy& policy,
                     const v1::Consultation& consultation, v1::Certificate& certificate);

// Register or body says otherwise: kept as a verification and as the reason. FAILED_PRECONDITION
// (NORM_WITHOUT_REGISTER).
absl::Status Deny(const ledger::UnitOfWork& unit, const v1::CertificatePolicy& policy,
                  v1::Verification::Source source, const std::string& reason, v1::Certificate& certificate);

// The timer watches warning, end and the next surveillance.
absl::Status StartTerms(ledger::UnitOfWork& unit, const v1::CertificatePolicy& policy,
                        const v1::Certificate& certificate);

// The timer watches the next surveillance, or none.
absl::Status WatchSurveillance(ledger::UnitOfWork& unit, const v1::Certificate& certificate);

// The timer leaves it alone; while SUSPENDED it still watches the end.
absl::Status EndTerms(ledger::UnitOfWork& unit, const v1::Certificate& certificate);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_CERTIFICATE_TERMS_H_
