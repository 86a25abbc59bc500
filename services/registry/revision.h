#ifndef WAARBORG_SERVICES_REGISTRY_REVISION_H_
#define WAARBORG_SERVICES_REGISTRY_REVISION_H_

// One revision of a certificate, obligation or external judgement, as every command makes it: open, follow
// the table, change, keep.
//
//   ASSIGN_OR_RETURN(v1::Certificate certificate, OpenCertificate(unit, request.name(), request.etag()));
//   ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, "verify_ok"));
//   certificate.set_...;
//   return KeepCertificate(unit, std::move(certificate), std::move(fact));

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"
#include "services/ledger/unit_of_work.h"
#include "services/registry/names.h"
#include "waarborg/registry/v1/certificate.pb.h"
#include "waarborg/registry/v1/obligation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::registry {

// The record, when it is the caller's to touch and fresh. NOT_FOUND, PERMISSION_DENIED (OTHER_PROVIDER),
// ABORTED (ETAG_MISMATCH).
absl::StatusOr<v1::Certificate> OpenCertificate(const ledger::UnitOfWork& unit, absl::string_view name,
                                                absl::string_view etag);
absl::StatusOr<v1::Obligation> OpenObligation(const ledger::UnitOfWork& unit, absl::string_view name,
                                              absl::string_view etag);
absl::StatusOr<v1::ExternalJudgement> OpenJudgement(const ledger::UnitOfWork& unit, absl::string_view name,
                                                    absl::string_view etag);

// Moves the record along its table for the caller and gives the fact to record. FAILED_PRECONDITION
// (ILLEGAL_TRANSITION), PERMISSION_DENIED (ROLE_NOT_ALLOWED).
absl::StatusOr<ledger::Fact> FollowCertificate(const ledger::UnitOfWork& unit, v1::Certificate& certificate,
                                               absl::string_view event);
absl::StatusOr<ledger::Fact> FollowObligation(const ledger::UnitOfWork& unit, v1::Obligation& obligation,
                                              absl::string_view event);
absl::StatusOr<ledger::Fact> FollowJudgement(const ledger::UnitOfWork& unit, v1::ExternalJudgement& judgement,
                                             absl::string_view event);

// Puts the record with a new etag and records the fact; gives it back as the caller may read it.
absl::StatusOr<v1::Certificate> KeepCertificate(ledger::UnitOfWork& unit, v1::Certificate certificate,
                                                ledger::Fact fact);
absl::StatusOr<v1::Obligation> KeepObligation(ledger::UnitOfWork& unit, v1::Obligation obligation,
                                              ledger::Fact fact);
absl::StatusOr<v1::ExternalJudgement> KeepJudgement(ledger::UnitOfWork& unit, v1::ExternalJudgement judgement,
                                                    ledger::Fact fact);

// A provider's act: done by the provider itself, or entered by the team namens aanbieder, from a document
// with a date. Notes on the fact for whom. Violations: ON_BEHALF_REQUIRED, ON_BEHALF_NOT_ALLOWED,
// DATE_IN_FUTURE.
void NoteProvidersAct(const ledger::UnitOfWork& unit, const team::v1::OnBehalfOfProvider* on_behalf,
                      ledger::Fact& fact, call::Violations& violations);

// The document of a request namens aanbieder; null when the provider acts itself.
template <class Request>
const team::v1::OnBehalfOfProvider* DocumentOf(const Request& request) {
  return request.has_on_behalf_of_provider() ? &request.on_behalf_of_provider() : nullptr;
}

// The policy of the region in force now. NOT_FOUND.
absl::StatusOr<v1::PolicyVersion> PolicyInForce(const storage::Reader& reader, const std::string& region);

// What it says of certificates.
absl::StatusOr<v1::CertificatePolicy> CertificatePolicyFor(const ledger::UnitOfWork& unit,
                                                           const v1::Certificate& certificate);

// The provider, when it is the caller's to act for. NOT_FOUND, PERMISSION_DENIED (OTHER_PROVIDER).
absl::StatusOr<v1::Provider> OwnProvider(const ledger::UnitOfWork& unit, const ProviderName& name);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_REVISION_H_
