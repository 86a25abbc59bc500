#ifndef WAARBORG_SERVICES_REGISTRY_QUERIES_H_
#define WAARBORG_SERVICES_REGISTRY_QUERIES_H_

// What can be asked of the register. A caller who speaks for a provider sees that provider only. Lists are in
// order of their ids; policy versions from the first on.

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::registry {

absl::StatusOr<v1::Region> GetRegion(const ledger::View& view, const v1::GetRegionRequest& request);
absl::StatusOr<v1::ListRegionsResponse> ListRegions(const ledger::View& view,
                                                    const v1::ListRegionsRequest& request);
absl::StatusOr<v1::PolicyVersion> GetPolicyVersion(const ledger::View& view,
                                                   const v1::GetPolicyVersionRequest& request);
absl::StatusOr<v1::ListPolicyVersionsResponse> ListPolicyVersions(
    const ledger::View& view, const v1::ListPolicyVersionsRequest& request);
absl::StatusOr<v1::Provider> GetProvider(const ledger::View& view, const v1::GetProviderRequest& request);
absl::StatusOr<v1::ListProvidersResponse> ListProviders(const ledger::View& view,
                                                        const v1::ListProvidersRequest& request);
absl::StatusOr<v1::ListLocationsResponse> ListLocations(const ledger::View& view,
                                                        const v1::ListLocationsRequest& request);
absl::StatusOr<v1::Contract> GetContract(const ledger::View& view, const v1::GetContractRequest& request);
absl::StatusOr<v1::ListContractsResponse> ListContracts(const ledger::View& view,
                                                        const v1::ListContractsRequest& request);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_QUERIES_H_
