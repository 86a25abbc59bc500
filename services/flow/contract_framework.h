#ifndef WAARBORG_SERVICES_FLOW_CONTRACT_FRAMEWORK_H_
#define WAARBORG_SERVICES_FLOW_CONTRACT_FRAMEWORK_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "services/registry/names.h"
#include "storage/store.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::flow {

// The framework version that the provider's contracts in force name (R-002-02): those on this legal basis, or
// all of them when none is. INVALID_ARGUMENT (FRAMEWORK_REQUIRED: no contract is in force;
// FRAMEWORK_AMBIGUOUS: they name several).
absl::StatusOr<std::string> ContractFramework(const storage::Reader& reader,
                                              const registry::ProviderName& provider,
                                              registry::v1::LegalBasis basis, absl::CivilDay today);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_CONTRACT_FRAMEWORK_H_
