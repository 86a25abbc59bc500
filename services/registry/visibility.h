#ifndef WAARBORG_SERVICES_REGISTRY_VISIBILITY_H_
#define WAARBORG_SERVICES_REGISTRY_VISIBILITY_H_

// What a provider gets to see of its certificates and obligations: all of it but what the team wrote for
// itself.

#include "services/call/call.h"
#include "waarborg/registry/v1/certificate.pb.h"
#include "waarborg/registry/v1/obligation.pb.h"

namespace waarborg::registry {

// Without the notes on where it was looked up and what the team reviews. A caller who speaks for a provider
// reads as one, whatever else it holds.
inline v1::Certificate VisibleTo(const call::Caller& caller, v1::Certificate certificate) {
  if (!caller.Holds(call::Role::ROLE_PROVIDER_USER)) return certificate;
  certificate.clear_criteria_to_review();
  for (v1::Verification& verification : *certificate.mutable_verifications()) verification.clear_note();
  return certificate;
}

// Without why the team waived it.
inline v1::Obligation VisibleTo(const call::Caller& caller, v1::Obligation obligation) {
  if (caller.Holds(call::Role::ROLE_PROVIDER_USER)) obligation.clear_waive_reason();
  return obligation;
}

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_VISIBILITY_H_
