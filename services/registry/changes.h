#ifndef WAARBORG_SERVICES_REGISTRY_CHANGES_H_
#define WAARBORG_SERVICES_REGISTRY_CHANGES_H_

// The room's own changes: the record with what the server gives out, put and told. Fields that only the
// server fills are overwritten whatever they hold.

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/ledger/unit_of_work.h"
#include "services/registry/names.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::registry {

// The fact about a resource of the register, in the role that lets the caller change it.
ledger::Fact FactOf(const ledger::UnitOfWork& unit, absl::string_view kind, absl::string_view resource,
                    absl::string_view provider);

// RegionCreated. The region points at `policy` from the start.
absl::StatusOr<v1::Region> PutNewRegion(ledger::UnitOfWork& unit, const RegionName& name, v1::Region region,
                                        const PolicyVersionName& policy);

// PolicyVersionPublished. Counts that are 0 take their default, so that the version says what holds.
absl::StatusOr<v1::PolicyVersion> PutPolicyVersion(ledger::UnitOfWork& unit, const PolicyVersionName& name,
                                                   v1::PolicyVersion policy, absl::string_view reason);

// CurrentPolicyChanged.
absl::Status PointAtPolicy(ledger::UnitOfWork& unit, const RegionName& name, v1::Region region,
                           const PolicyVersionName& policy, absl::string_view reason);

// ProviderCreated, or ProviderChanged when `stored` is the version before.
absl::StatusOr<v1::Provider> PutProvider(ledger::UnitOfWork& unit, const ProviderName& name,
                                         v1::Provider provider, const v1::Provider* stored);

// LocationCreated.
absl::StatusOr<v1::Location> PutNewLocation(ledger::UnitOfWork& unit, const LocationName& name,
                                            v1::Location location);

// ContractCreated.
absl::StatusOr<v1::Contract> PutNewContract(ledger::UnitOfWork& unit, const ContractName& name,
                                            v1::Contract contract);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_CHANGES_H_
