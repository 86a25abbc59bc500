#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/certificate_commands.h"
#include "services/registry/errors.h"
#include "services/registry/holdings.h"
#include "services/registry/records.h"
#include "services/registry/request_faults.h"
#include "services/registry/revision.h"
#include "services/registry/rules/catalogue.h"
#include "services/registry/rules/lifecycle.h"

namespace waarborg::registry {
namespace {

// Who is certified for the norm has no need of an appointment; an entrant cannot be, and is not asked.
absl::Status CheckNotCertified(const ledger::UnitOfWork& unit, const ProviderName& owner,
                               const v1::Provider& provider, const std::string& norm) {
  if (provider.entrant()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::vector<v1::Certificate> held, AllOf(unit.reader(), kCertificates, owner));
  for (const v1::Certificate& certificate : held) {
    if (certificate.norm() == norm && kInForce.Contains(certificate.state())) {
      return errors::NormCertified(norm, certificate.name());
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::Certificate> AnnounceAppointment(ledger::UnitOfWork& unit,
                                                    const v1::AnnounceAppointmentRequest& request) {
  ASSIGN_OR_RETURN(const ProviderName owner, ProviderName::Parse(request.parent()));
  ASSIGN_OR_RETURN(const v1::Provider provider, OwnProvider(unit, owner));
  const CertificateName name{.region = owner.region,
                             .provider = owner.provider,
                             .certificate = GivenOrNewId(unit, request.certificate_id())};
  v1::Certificate certificate;
  certificate.set_name(name.ToString());
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, "announce_appointment"));
  ASSIGN_OR_RETURN(const v1::PolicyVersion policy, PolicyInForce(unit.reader(), owner.region));
  call::Violations violations;
  CheckIdIfChosen("certificate_id", request.certificate_id(), violations);
  if (FindNorm(CertificatesOf(policy), request.norm()) == nullptr) {
    violations.Add("norm", "UNKNOWN_NORM", request.norm());
  }
  NoteProvidersAct(unit, DocumentOf(request), fact, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  ASSIGN_OR_RETURN(const std::optional<v1::Certificate> taken, unit.Get(kCertificates, name.Key()));
  if (taken.has_value()) return call::error::Exists("CERTIFICATE", certificate.name());
  RETURN_IF_ERROR(CheckNotCertified(unit, owner, provider, request.norm()));
  certificate.set_norm(request.norm());
  certificate.mutable_certification_body()->set_title(request.certification_body());
  *certificate.mutable_appointment_date() = request.appointment_date();
  Sign(unit, request, certificate);
  *certificate.mutable_create_time() = ledger::Stamp(unit.now());
  return KeepCertificate(unit, std::move(certificate), std::move(fact));
}

}  // namespace waarborg::registry
