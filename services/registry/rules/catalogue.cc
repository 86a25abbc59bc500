#include "services/registry/rules/catalogue.h"

namespace waarborg::registry {

v1::CertificatePolicy CertificatesOf(const v1::PolicyVersion& policy) {
  if (!policy.has_certificates()) return DefaultCertificates();
  v1::CertificatePolicy own = policy.certificates();
  if (own.expiry_warning_days() == 0) {
    own.set_expiry_warning_days(DefaultCertificates().expiry_warning_days());
  }
  return own;
}

v1::ObligationPolicy ObligationsOf(const v1::PolicyVersion& policy) {
  return policy.has_obligations() ? policy.obligations() : DefaultObligations();
}

v1::ExternalJudgementPolicy ExternalJudgementsOf(const v1::PolicyVersion& policy) {
  if (!policy.has_external_judgements()) return DefaultExternalJudgements();
  v1::ExternalJudgementPolicy own = policy.external_judgements();
  if (own.in_force_months() == 0) own.set_in_force_months(DefaultExternalJudgements().in_force_months());
  return own;
}

const v1::Norm* FindNorm(const v1::CertificatePolicy& certificates, absl::string_view id) {
  for (const v1::Norm& norm : certificates.norms()) {
    if (norm.id() == id) return &norm;
  }
  return nullptr;
}

}  // namespace waarborg::registry
