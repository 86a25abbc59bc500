#ifndef WAARBORG_SERVICES_REGISTRY_CERTIFICATE_FALL_H_
#define WAARBORG_SERVICES_REGISTRY_CERTIFICATE_FALL_H_

// How a certificate falls away before its end: body or register says so, and what leaned on it is reviewed.

#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/language/status_macros.h"
#include "services/ledger/unit_of_work.h"
#include "services/registry/certificate_terms.h"
#include "services/registry/revision.h"
#include "services/registry/rules/certificate.h"
#include "waarborg/registry/v1/certificate.pb.h"

namespace waarborg::registry {

// Follows `event` for a request that says where it was found, why, and whether the provider told.
template <class Request>
absl::StatusOr<v1::Certificate> FallAway(ledger::UnitOfWork& unit, const Request& request,
                                         absl::string_view event) {
  ASSIGN_OR_RETURN(v1::Certificate certificate, OpenCertificate(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, event));
  ASSIGN_OR_RETURN(const v1::CertificatePolicy policy, CertificatePolicyFor(unit, certificate));
  RETURN_IF_ERROR(Deny(unit, policy, request.source(), request.reason(), certificate));
  certificate.set_told_by_provider(request.told_by_provider());
  AskReviews(unit.now(), certificate);
  RETURN_IF_ERROR(EndTerms(unit, certificate));
  fact.reason = request.reason();
  return KeepCertificate(unit, std::move(certificate), std::move(fact));
}

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_CERTIFICATE_FALL_H_
