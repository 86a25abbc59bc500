#ifndef WAARBORG_SERVICES_REGISTRY_COMMANDS_H_
#define WAARBORG_SERVICES_REGISTRY_COMMANDS_H_

// The changing rpcs of RegistryService, one file each in commands/. The errors are those of the proto
// comments.

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::registry {

// CheckMeaning: what is wrong with the fields of a request as far as the request itself can tell, of any
// shape. The edge asks it together with the shape; the command asks again, because it stands on its own.
void CheckMeaning(const v1::CreateRegionRequest& request, call::Violations& violations);
void CheckMeaning(const v1::PublishPolicyVersionRequest& request, call::Violations& violations);
void CheckMeaning(const v1::CreateProviderRequest& request, call::Violations& violations);
void CheckMeaning(const v1::UpdateProviderRequest& request, call::Violations& violations);
void CheckMeaning(const v1::CreateLocationRequest& request, call::Violations& violations);
void CheckMeaning(const v1::CreateContractRequest& request, call::Violations& violations);

absl::StatusOr<v1::Region> CreateRegion(ledger::UnitOfWork& unit, const v1::CreateRegionRequest& request);
absl::StatusOr<v1::PolicyVersion> PublishPolicyVersion(ledger::UnitOfWork& unit,
                                                       const v1::PublishPolicyVersionRequest& request);
absl::StatusOr<v1::Provider> CreateProvider(ledger::UnitOfWork& unit,
                                            const v1::CreateProviderRequest& request);
absl::StatusOr<v1::Provider> UpdateProvider(ledger::UnitOfWork& unit,
                                            const v1::UpdateProviderRequest& request);
absl::StatusOr<v1::Location> CreateLocation(ledger::UnitOfWork& unit,
                                            const v1::CreateLocationRequest& request);
absl::StatusOr<v1::Contract> CreateContract(ledger::UnitOfWork& unit,
                                            const v1::CreateContractRequest& request);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_COMMANDS_H_
