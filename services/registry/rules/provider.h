#ifndef WAARBORG_SERVICES_REGISTRY_RULES_PROVIDER_H_
#define WAARBORG_SERVICES_REGISTRY_RULES_PROVIDER_H_

// What can be known of a provider from its own record. Pure.

#include <string>
#include <vector>

#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::registry {

// A relative on a personal budget is a person: no KvK number and no contract (reference 4, list 11).
[[nodiscard]] bool IsRelative(framework::v1::Profile profile);

struct ProviderFault {
  std::string field;   // path in Provider
  std::string reason;  // UPPER_SNAKE
};
// Everything in the record that cannot be. Conditions are identifiers of any framework, so only their form is
// looked at: a condition that no framework knows has no effect.
[[nodiscard]] std::vector<ProviderFault> ProviderFaults(const v1::Provider& provider);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_RULES_PROVIDER_H_
