#include <utility>

#include "services/language/status_macros.h"
#include "services/registry/certificate_commands.h"
#include "services/registry/certificate_terms.h"
#include "services/registry/revision.h"
#include "services/registry/rules/certificate.h"

namespace waarborg::registry {

absl::StatusOr<v1::Certificate> ReinstateCertificate(ledger::UnitOfWork& unit,
                                                     const v1::ReinstateCertificateRequest& request) {
  ASSIGN_OR_RETURN(v1::Certificate certificate, OpenCertificate(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, "reinstate"));
  ASSIGN_OR_RETURN(const v1::CertificatePolicy policy, CertificatePolicyFor(unit, certificate));
  RETURN_IF_ERROR(Confirm(unit, policy, request.consultation(), certificate));
  DropReviews(certificate);
  certificate.clear_close_reason();
  certificate.clear_told_by_provider();
  RETURN_IF_ERROR(StartTerms(unit, policy, certificate));
  fact.reason = request.reason();
  return KeepCertificate(unit, std::move(certificate), std::move(fact));
}

}  // namespace waarborg::registry
