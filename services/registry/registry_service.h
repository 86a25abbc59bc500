#ifndef WAARBORG_SERVICES_REGISTRY_REGISTRY_SERVICE_H_
#define WAARBORG_SERVICES_REGISTRY_REGISTRY_SERVICE_H_

// RegistryService on the wire: one line a method, into the edge.

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/registry/v1/registry.grpc.pb.h"

namespace waarborg::registry {

// Thread-safe. `edge` and `ledger` must outlive it.
class RegistryService final : public v1::RegistryService::CallbackService {
 public:
  RegistryService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* CreateRegion(grpc::CallbackServerContext* context,
                                         const v1::CreateRegionRequest* request,
                                         v1::Region* response) override;
  grpc::ServerUnaryReactor* GetRegion(grpc::CallbackServerContext* context,
                                      const v1::GetRegionRequest* request, v1::Region* response) override;
  grpc::ServerUnaryReactor* ListRegions(grpc::CallbackServerContext* context,
                                        const v1::ListRegionsRequest* request,
                                        v1::ListRegionsResponse* response) override;
  grpc::ServerUnaryReactor* PublishPolicyVersion(grpc::CallbackServerContext* context,
                                                 const v1::PublishPolicyVersionRequest* request,
                                                 v1::PolicyVersion* response) override;
  grpc::ServerUnaryReactor* GetPolicyVersion(grpc::CallbackServerContext* context,
                                             const v1::GetPolicyVersionRequest* request,
                                             v1::PolicyVersion* response) override;
  grpc::ServerUnaryReactor* ListPolicyVersions(grpc::CallbackServerContext* context,
                                               const v1::ListPolicyVersionsRequest* request,
                                               v1::ListPolicyVersionsResponse* response) override;
  grpc::ServerUnaryReactor* CreateProvider(grpc::CallbackServerContext* context,
                                           const v1::CreateProviderRequest* request,
                                           v1::Provider* response) override;
  grpc::ServerUnaryReactor* UpdateProvider(grpc::CallbackServerContext* context,
                                           const v1::UpdateProviderRequest* request,
                                           v1::Provider* response) override;
  grpc::ServerUnaryReactor* GetProvider(grpc::CallbackServerContext* context,
                                        const v1::GetProviderRequest* request,
                                        v1::Provider* response) override;
  grpc::ServerUnaryReactor* ListProviders(grpc::CallbackServerContext* context,
                                          const v1::ListProvidersRequest* request,
                                          v1::ListProvidersResponse* response) override;
  grpc::ServerUnaryReactor* CreateLocation(grpc::CallbackServerContext* context,
                                           const v1::CreateLocationRequest* request,
                                           v1::Location* response) override;
  grpc::ServerUnaryReactor* ListLocations(grpc::CallbackServerContext* context,
                                          const v1::ListLocationsRequest* request,
                                          v1::ListLocationsResponse* response) override;
  grpc::ServerUnaryReactor* CreateContract(grpc::CallbackServerContext* context,
                                           const v1::CreateContractRequest* request,
                                           v1::Contract* response) override;
  grpc::ServerUnaryReactor* GetContract(grpc::CallbackServerContext* context,
                                        const v1::GetContractRequest* request,
                                        v1::Contract* response) override;
  grpc::ServerUnaryReactor* ListContracts(grpc::CallbackServerContext* context,
                                          const v1::ListContractsRequest* request,
                                          v1::ListContractsResponse* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_REGISTRY_SERVICE_H_
