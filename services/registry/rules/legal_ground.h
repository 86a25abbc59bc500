#ifndef WAARBORG_SERVICES_REGISTRY_RULES_LEGAL_GROUND_H_
#define WAARBORG_SERVICES_REGISTRY_RULES_LEGAL_GROUND_H_

// On what legal basis a region may act towards a provider (C-16). Pure.

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::registry {

struct LegalGroundFault {
  absl::string_view reason;  // UPPER_SNAKE
  std::string detail;        // resource name
};

// What does not hold of the basis. Municipalities give no Wlz care and a care office has no Wmo supervision
// (LEGAL_BASIS_NOT_IN_REGION); quality supervision on youth care is not the municipality's, so what concerns it
// runs on the contract (YOUTH_RUNS_ON_CONTRACT).
[[nodiscard]] std::vector<LegalGroundFault> LegalGroundFaults(const v1::Region& region,
                                                              const v1::Provider& provider,
                                                              v1::LegalBasis basis);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_RULES_LEGAL_GROUND_H_
