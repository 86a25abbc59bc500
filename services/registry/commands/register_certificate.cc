#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/etag.h"
#include "services/call/request_check.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/certificate_commands.h"
#include "services/registry/holdings.h"
#include "services/registry/records.h"
#include "services/registry/request_faults.h"
#include "services/registry/revision.h"
#include "services/registry/rules/catalogue.h"
#include "services/registry/rules/certificate.h"
#include "services/registry/rules/lifecycle.h"

namespace waarborg::registry {
namespace {

// The appointment under the name, or what a new certificate begins with.
absl::StatusOr<v1::Certificate> Begun(const ledger::UnitOfWork& unit, const CertificateName& name,
                                      const std::string& etag) {
  ASSIGN_OR_RETURN(std::optional<v1::Certificate> stored, unit.Get(kCertificates, name.Key()));
  if (!stored.has_value()) {
    v1::Certificate begun;
    begun.set_name(name.ToString());
    *begun.mutable_create_time() = ledger::Stamp(unit.now());
    return begun;
  }
  if (stored->state() != table::kAppointment) return call::error::Exists("CERTIFICATE", stored->name());
  RETURN_IF_ERROR(call::CheckEtag(stored->name(), etag, stored->etag()));
  return *std::move(stored);
}

void CheckCertificate(const v1::Certificate& certificate, const v1::PolicyVersion& policy,
                      call::Violations& violations) {
  const v1::CertificatePolicy certificates = CertificatesOf(policy);
  for (const CertificateFault& fault :
       CertificateFaults(certificate, FindNorm(certificates, certificate.norm()))) {
    violations.Add(absl::StrCat("certificate.", fault.field), fault.reason, fault.detail);
  }
}

}  // namespace

absl::StatusOr<v1::Certificate> RegisterCertificate(ledger::UnitOfWork& unit,
                                                    const v1::RegisterCertificateRequest& request) {
  ASSIGN_OR_RETURN(const ProviderName owner, ProviderName::Parse(request.parent()));
  RETURN_IF_ERROR(OwnProvider(unit, owner).status());
  const CertificateName name{.region = owner.region,
                             .provider = owner.provider,
                             .certificate = GivenOrNewId(unit, request.certificate_id())};
  ASSIGN_OR_RETURN(v1::Certificate certificate, Begun(unit, name, request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, "register"));
  ASSIGN_OR_RETURN(const v1::PolicyVersion policy, PolicyInForce(unit.reader(), owner.region));
  call::Violations violations;
  CheckIdIfChosen("certificate_id", request.certificate_id(), violations);
  CheckCertificate(request.certificate(), policy, violations);
  NoteProvidersAct(unit, DocumentOf(request), fact, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  v1::Certificate claimed = request.certificate();
  call::ClearOutputOnly(claimed);
  certificate.clear_certification_body();
  certificate.MergeFrom(claimed);
  Sign(unit, request, certificate);
  return KeepCertificate(unit, std::move(certificate), std::move(fact));
}

}  // namespace waarborg::registry
