#ifndef WAARBORG_SERVICES_REGISTRY_ERRORS_H_
#define WAARBORG_SERVICES_REGISTRY_ERRORS_H_

// What can go wrong in this room, beside what a request's own fields get wrong.

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"

namespace waarborg::registry::errors {

// Another provider of the region has the KvK number.
inline absl::Status KvkNumberExists(absl::string_view kvk_number, absl::string_view region) {
  return call::Error(absl::StatusCode::kAlreadyExists, "KVK_NUMBER_EXISTS")
      .With("kvk_number", kvk_number)
      .With("region", region);
}

// Relatives on a personal budget have no contract.
inline absl::Status ContractNotForProfile(absl::string_view provider, absl::string_view profile) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "CONTRACT_NOT_FOR_PROFILE")
      .With("provider", provider)
      .With("profile", profile)
      .Precondition(provider, "ZIN, PGB_PROF", profile);
}

// The provider has a contract with the commissioning body that is in force on one of the days of the new one.
inline absl::Status ContractInForceExists(absl::string_view contract, absl::string_view commissioning_body) {
  return call::Error(absl::StatusCode::kAlreadyExists, "CONTRACT_IN_FORCE_EXISTS")
      .With("contract", contract)
      .With("commissioning_body", commissioning_body);
}

// The region has no commissioning body with this id.
inline absl::Status CommissioningBodyNotFound(absl::string_view id, absl::string_view region,
                                              absl::string_view known) {
  return call::Error(absl::StatusCode::kNotFound, "COMMISSIONING_BODY_NOT_FOUND")
      .With("id", id)
      .With("region", region)
      .With("known", known);
}

// An appointment is for who has no certificate of the norm in force yet (R-000-05).
inline absl::Status NormCertified(absl::string_view norm, absl::string_view certificate) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "NORM_CERTIFIED")
      .With("norm", norm)
      .With("certificate", certificate);
}

// Dates, name and scope must all match; `fields` of the consultation do not say so.
inline absl::Status VerificationIncomplete(absl::string_view certificate,
                                           const std::vector<std::string>& fields) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "VERIFICATION_INCOMPLETE")
      .With("certificate", certificate)
      .With("fields", absl::StrJoin(fields, ", "));
}

// No public register lists certificates of this norm (R-000-16).
inline absl::Status NormWithoutRegister(absl::string_view certificate, absl::string_view norm) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "NORM_WITHOUT_REGISTER")
      .With("certificate", certificate)
      .With("norm", norm);
}

// Today lies outside its dates.
inline absl::Status CertificateNotRunning(absl::string_view certificate, absl::string_view start_date,
                                          absl::string_view end_date) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "CERTIFICATE_NOT_RUNNING")
      .With("certificate", certificate)
      .With("start_date", start_date)
      .With("end_date", end_date);
}

// Every kind of care that contracts in force buy is in its scope.
inline absl::Status ScopeCoversContracts(absl::string_view certificate) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "SCOPE_COVERS_CONTRACTS")
      .With("certificate", certificate);
}

inline absl::Status ScopeNotFlagged(absl::string_view certificate) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "SCOPE_NOT_FLAGGED")
      .With("certificate", certificate);
}

inline absl::Status NoSurveillanceAwaited(absl::string_view certificate) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "NO_SURVEILLANCE_AWAITED")
      .With("certificate", certificate);
}

inline absl::Status SuccessorStartsLate(absl::string_view certificate, absl::string_view successor,
                                        absl::string_view latest, absl::string_view start) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "SUCCESSOR_STARTS_LATE")
      .With("certificate", certificate)
      .With("successor", successor)
      .With("expected", latest)
      .With("found", start)
      .Precondition(successor, latest, start);
}

inline absl::Status SuccessorNotValid(absl::string_view certificate, absl::string_view successor,
                                      absl::string_view state) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "SUCCESSOR_NOT_VALID")
      .With("certificate", certificate)
      .With("successor", successor)
      .With("found", state)
      .Precondition(successor, "VALID", state);
}

// The provider has an obligation for every rule of its sectors.
inline absl::Status NoObligationToOpen(absl::string_view provider) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "NO_OBLIGATION_TO_OPEN")
      .With("provider", provider);
}

// A judgement is superseded by a later one of the same source that still counts.
inline absl::Status SuccessorNotLater(absl::string_view judgement, absl::string_view successor) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "SUCCESSOR_NOT_LATER")
      .With("judgement", judgement)
      .With("successor", successor);
}

inline absl::Status AssessmentOfOtherProvider(absl::string_view assessment, absl::string_view provider) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "ASSESSMENT_OF_OTHER_PROVIDER")
      .With("assessment", assessment)
      .With("provider", provider);
}

// The assessment finds clearly otherwise than the judgement, and policy asks why (R-003-15).
inline absl::Status DivergenceNeedsReason(absl::string_view assessment, absl::string_view judgement,
                                          const std::vector<std::string>& criteria) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "DIVERGENCE_NEEDS_REASON")
      .With("assessment", assessment)
      .With("judgement", judgement)
      .With("criteria", absl::StrJoin(criteria, ", "));
}

}  // namespace waarborg::registry::errors

#endif  // WAARBORG_SERVICES_REGISTRY_ERRORS_H_
