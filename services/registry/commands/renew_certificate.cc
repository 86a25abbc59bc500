#include <string>
#include <utility>

#include "services/call/code.h"
#include "services/call/etag.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/certificate_commands.h"
#include "services/registry/certificate_terms.h"
#include "services/registry/errors.h"
#include "services/registry/records.h"
#include "services/registry/revision.h"
#include "services/registry/rules/lifecycle.h"

namespace waarborg::registry {
namespace {

// The successor knows what it renews; told by the event of the certificate that is renewed.
absl::Status Link(ledger::UnitOfWork& unit, const std::string& renewed, const std::string& successor) {
  ASSIGN_OR_RETURN(const CertificateName from, CertificateName::Parse(renewed));
  ASSIGN_OR_RETURN(const CertificateName to, CertificateName::Parse(successor));
  if (to == from || to.Owner() != from.Owner()) {
    call::Violations violations;
    violations.Add("successor", "SUCCESSOR_NOT_ANOTHER", from.Owner().ToString());
    return violations.ToStatus();
  }
  ASSIGN_OR_RETURN(v1::Certificate record, Load(unit.reader(), to));
  if (record.state() != table::kValid) {
    return errors::SuccessorNotValid(renewed, successor, call::CodeOf(record.state()));
  }
  record.add_supersedes(renewed);
  record.set_etag(call::NextEtag(record.etag()));
  *record.mutable_update_time() = ledger::Stamp(unit.now());
  return unit.Put(kCertificates, to.Key(), record);
}

}  // namespace

absl::StatusOr<v1::Certificate> RenewCertificate(ledger::UnitOfWork& unit,
                                                 const v1::RenewCertificateRequest& request) {
  ASSIGN_OR_RETURN(v1::Certificate certificate, OpenCertificate(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, "renew"));
  RETURN_IF_ERROR(Link(unit, certificate.name(), request.successor()));
  certificate.set_superseded_by(request.successor());
  RETURN_IF_ERROR(EndTerms(unit, certificate));
  return KeepCertificate(unit, std::move(certificate), std::move(fact));
}

}  // namespace waarborg::registry
