#ifndef WAARBORG_SERVICES_REGISTRY_ERRORS_H_
#define WAARBORG_SERVICES_REGISTRY_ERRORS_H_

// What can go wrong in this room, beside what a request's own fields get wrong.

#include "absl/status/status.h"
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

}  // namespace waarborg::registry::errors

#endif  // WAARBORG_SERVICES_REGISTRY_ERRORS_H_
