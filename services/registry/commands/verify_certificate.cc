#include <utility>

#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/certificate_commands.h"
#include "services/registry/certificate_terms.h"
#include "services/registry/names.h"
#include "services/registry/revision.h"
#include "services/registry/rules/catalogue.h"
#include "services/registry/rules/certificate.h"

namespace waarborg::registry {
namespace {

// What the norm brings. A norm that has left the catalogue since the claim brings nothing.
void TakeOver(const v1::CertificatePolicy& policy, absl::CivilDay today, v1::Certificate& certificate) {
  const v1::Norm* norm = FindNorm(policy, certificate.norm());
  if (norm == nullptr) return;
  *certificate.mutable_criteria() = norm->criteria();
  for (const absl::CivilDay day : SurveillanceDays(certificate, *norm, today)) {
    *certificate.add_surveillances()->mutable_due_date() = ledger::DateOf(day);
  }
}

}  // namespace

absl::StatusOr<v1::Certificate> VerifyCertificate(ledger::UnitOfWork& unit,
                                                  const v1::VerifyCertificateRequest& request) {
  ASSIGN_OR_RETURN(v1::Certificate certificate, OpenCertificate(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, "verify_ok"));
  ASSIGN_OR_RETURN(const v1::CertificatePolicy policy, CertificatePolicyFor(unit, certificate));
  RETURN_IF_ERROR(Confirm(unit, policy, request.consultation(), certificate));
  TakeOver(policy, ledger::Today(unit.now()), certificate);
  RETURN_IF_ERROR(StartTerms(unit, policy, certificate));
  return KeepCertificate(unit, std::move(certificate), std::move(fact));
}

}  // namespace waarborg::registry
