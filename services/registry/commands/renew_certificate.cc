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
#include "services/registry/rules/certificate.h"
#include "services/registry/rules/lifecycle.h"

namespace waarborg::registry {
namespace {

// One that has ended already is renewed without a gap.
absl::Status CheckCounts(const v1::Certificate& renewed, const v1::Certificate& successor) {
  const bool ended = renewed.state() == table::kExpired;
  if (ended ? !kInForce.Contains(successor.state()) : successor.state() != table::kValid) {
    return errors::SuccessorNotValid(renewed.name(), successor.name(), call::CodeOf(successor.state()));
  }
  const absl::CivilDay latest = ledger::DayOf(renewed.end_date()) + 1;
  const absl::CivilDay start = ledger::DayOf(successor.start_date());
  if (!ended || start <= latest) return absl::OkStatus();
  return errors::SuccessorStartsLate(renewed.name(), successor.name(), absl::FormatCivilTime(latest),
                                     absl::FormatCivilTime(start));
}

// The successor knows what it renews; told by the event of the certificate that is renewed.
absl::StatusOr<v1::Certificate> Link(ledger::UnitOfWork& unit, const v1::Certificate& renewed,
                                     const std::string& successor) {
  ASSIGN_OR_RETURN(const CertificateName from, CertificateName::Parse(renewed.name()));
  ASSIGN_OR_RETURN(const CertificateName to, CertificateName::Parse(successor));
  if (to == from || to.Owner() != from.Owner()) {
    call::Violations violations;
    violations.Add("successor", "SUCCESSOR_NOT_ANOTHER", from.Owner().ToString());
    return violations.ToStatus();
  }
  ASSIGN_OR_RETURN(v1::Certificate record, Load(unit.reader(), to));
  RETURN_IF_ERROR(CheckCounts(renewed, record));
  record.add_supersedes(renewed.name());
  record.set_etag(call::NextEtag(record.etag()));
  *record.mutable_update_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kCertificates, to.Key(), record));
  return record;
}

}  // namespace

absl::StatusOr<v1::Certificate> RenewCertificate(ledger::UnitOfWork& unit,
                                                 const v1::RenewCertificateRequest& request) {
  ASSIGN_OR_RETURN(v1::Certificate certificate, OpenCertificate(unit, request.name(), request.etag()));
  const v1::Certificate before = certificate;
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, "renew"));
  ASSIGN_OR_RETURN(const v1::Certificate successor, Link(unit, before, request.successor()));
  certificate.set_superseded_by(request.successor());
  DropReviewsCarriedBy(successor, certificate);
  AskReviewsNotCarriedBy(successor, unit.now(), certificate);
  RETURN_IF_ERROR(EndTerms(unit, certificate));
  return KeepCertificate(unit, std::move(certificate), std::move(fact));
}

}  // namespace waarborg::registry
