#include "services/registry/deadlines.h"

#include <utility>

#include "services/language/status_macros.h"
#include "services/registry/certificate_terms.h"
#include "services/registry/records.h"
#include "services/registry/revision.h"
#include "services/registry/rules/certificate.h"
#include "services/registry/rules/lifecycle.h"

namespace waarborg::registry {
namespace {

using internal::v1::Deadline;

absl::StatusOr<v1::Certificate> CertificateOf(const ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(const CertificateName name, CertificateName::Parse(deadline.resource()));
  return Load(unit.reader(), name);
}

absl::Status ExpiryNear(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(v1::Certificate certificate, CertificateOf(unit, deadline));
  if (certificate.state() != table::kValid) return absl::OkStatus();
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, "expiry_near"));
  return KeepCertificate(unit, std::move(certificate), std::move(fact)).status();
}

absl::Status CertificateEnd(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(v1::Certificate certificate, CertificateOf(unit, deadline));
  constexpr CertificateStates kMayEnd{table::kValid, table::kExpiring, table::kSuspended};
  if (!kMayEnd.Contains(certificate.state())) return absl::OkStatus();
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, "expire"));
  AskReviews(unit.now(), certificate);
  RETURN_IF_ERROR(EndTerms(unit, certificate));
  return KeepCertificate(unit, std::move(certificate), std::move(fact)).status();
}

absl::Status SurveillanceDue(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(v1::Certificate certificate, CertificateOf(unit, deadline));
  if (!kInForce.Contains(certificate.state()) || certificate.surveillance_overdue()) return absl::OkStatus();
  certificate.set_surveillance_overdue(true);
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, "mark_surveillance_overdue"));
  return KeepCertificate(unit, std::move(certificate), std::move(fact)).status();
}

absl::Status ObligationDue(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(const ObligationName name, ObligationName::Parse(deadline.resource()));
  ASSIGN_OR_RETURN(v1::Obligation obligation, Load(unit.reader(), name));
  if (obligation.state() != table::kOpen || obligation.overdue()) return absl::OkStatus();
  obligation.set_overdue(true);
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowObligation(unit, obligation, "mark_overdue"));
  return KeepObligation(unit, std::move(obligation), std::move(fact)).status();
}

absl::StatusOr<v1::Certificate> CertificateOf(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const CertificateName name, CertificateName::Parse(resource));
  return Load(reader, name);
}

absl::StatusOr<bool> WaitsForRenewal(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::Certificate certificate, CertificateOf(reader, resource));
  return certificate.state() == table::kExpiring;
}

absl::StatusOr<bool> WaitsForSurveillance(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::Certificate certificate, CertificateOf(reader, resource));
  return kInForce.Contains(certificate.state()) && certificate.surveillance_overdue();
}

absl::StatusOr<bool> WaitsForDocument(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const ObligationName name, ObligationName::Parse(resource));
  ASSIGN_OR_RETURN(const v1::Obligation obligation, Load(reader, name));
  return obligation.state() == table::kOpen && obligation.overdue();
}

}  // namespace

const std::vector<ledger::DeadlineRule>& Deadlines() {
  static const std::vector<ledger::DeadlineRule>& rules = *new std::vector<ledger::DeadlineRule>{
      {kExpiryNear, &ExpiryNear, &WaitsForRenewal},
      {kCertificateEnd, &CertificateEnd},
      {kSurveillanceDue, &SurveillanceDue, &WaitsForSurveillance},
      {kObligationDue, &ObligationDue, &WaitsForDocument},
  };
  return rules;
}

}  // namespace waarborg::registry
