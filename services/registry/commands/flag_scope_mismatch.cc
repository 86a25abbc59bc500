#include <string>
#include <utility>
#include <vector>

#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/certificate_commands.h"
#include "services/registry/errors.h"
#include "services/registry/holdings.h"
#include "services/registry/records.h"
#include "services/registry/revision.h"
#include "services/registry/rules/certificate.h"

namespace waarborg::registry {
namespace {

absl::Status Flag(const ledger::UnitOfWork& unit, const std::string& reason, v1::Certificate& certificate) {
  ASSIGN_OR_RETURN(const CertificateName name, CertificateName::Parse(certificate.name()));
  ASSIGN_OR_RETURN(const v1::Provider provider, Load(unit.reader(), name.Owner()));
  ASSIGN_OR_RETURN(const std::vector<v1::Contract> contracts, AllOf(unit.reader(), kContracts, name.Owner()));
  const std::vector<v1::Provider::KindOfCare> missing =
      NotCovered(certificate, provider, contracts, ledger::Today(unit.now()));
  if (missing.empty()) return errors::ScopeCoversContracts(certificate.name());
  v1::OutOfScope& flag = *certificate.mutable_out_of_scope();
  flag.Clear();
  flag.set_flagged(true);
  for (const v1::Provider::KindOfCare kind : missing) flag.add_kinds_of_care(kind);
  flag.set_reason(reason);
  *flag.mutable_time() = ledger::Stamp(unit.now());
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::Certificate> FlagScopeMismatch(ledger::UnitOfWork& unit,
                                                  const v1::FlagScopeMismatchRequest& request) {
  ASSIGN_OR_RETURN(v1::Certificate certificate, OpenCertificate(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(
      ledger::Fact fact,
      FollowCertificate(unit, certificate, request.flagged() ? "scope_mismatch" : "clear_scope_mismatch"));
  if (request.flagged()) {
    RETURN_IF_ERROR(Flag(unit, request.reason(), certificate));
  } else if (!certificate.out_of_scope().flagged()) {
    return errors::ScopeNotFlagged(certificate.name());
  } else {
    certificate.clear_out_of_scope();
  }
  fact.reason = request.reason();
  return KeepCertificate(unit, std::move(certificate), std::move(fact));
}

}  // namespace waarborg::registry
