#include <utility>

#include "services/language/status_macros.h"
#include "services/registry/certificate_commands.h"
#include "services/registry/certificate_terms.h"
#include "services/registry/revision.h"

namespace waarborg::registry {

absl::StatusOr<v1::Certificate> RejectCertificate(ledger::UnitOfWork& unit,
                                                  const v1::RejectCertificateRequest& request) {
  ASSIGN_OR_RETURN(v1::Certificate certificate, OpenCertificate(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, "verify_failed"));
  ASSIGN_OR_RETURN(const v1::CertificatePolicy policy, CertificatePolicyFor(unit, certificate));
  RETURN_IF_ERROR(Deny(unit, policy, request.source(), request.reason(), certificate));
  fact.reason = request.reason();
  return KeepCertificate(unit, std::move(certificate), std::move(fact));
}

}  // namespace waarborg::registry
