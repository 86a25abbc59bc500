#include "services/registry/registry_service.h"

#include "services/registry/commands.h"
#include "services/registry/queries.h"

namespace waarborg::registry {

grpc::ServerUnaryReactor* RegistryService::CreateRegion(grpc::CallbackServerContext* context,
                                                        const v1::CreateRegionRequest* request,
                                                        v1::Region* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::CreateRegion), &CheckMeaning);
}

grpc::ServerUnaryReactor* RegistryService::GetRegion(grpc::CallbackServerContext* context,
                                                     const v1::GetRegionRequest* request,
                                                     v1::Region* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::GetRegion));
}

grpc::ServerUnaryReactor* RegistryService::ListRegions(grpc::CallbackServerContext* context,
                                                       const v1::ListRegionsRequest* request,
                                                       v1::ListRegionsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::ListRegions));
}

grpc::ServerUnaryReactor* RegistryService::PublishPolicyVersion(
    grpc::CallbackServerContext* context, const v1::PublishPolicyVersionRequest* request,
    v1::PolicyVersion* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::PublishPolicyVersion),
                     &CheckMeaning);
}

grpc::ServerUnaryReactor* RegistryService::GetPolicyVersion(grpc::CallbackServerContext* context,
                                                            const v1::GetPolicyVersionRequest* request,
                                                            v1::PolicyVersion* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::GetPolicyVersion));
}

grpc::ServerUnaryReactor* RegistryService::ListPolicyVersions(grpc::CallbackServerContext* context,
                                                              const v1::ListPolicyVersionsRequest* request,
                                                              v1::ListPolicyVersionsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::ListPolicyVersions));
}

grpc::ServerUnaryReactor* RegistryService::CreateProvider(grpc::CallbackServerContext* context,
                                                          const v1::CreateProviderRequest* request,
                                                          v1::Provider* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::CreateProvider), &CheckMeaning);
}

grpc::ServerUnaryReactor* RegistryService::UpdateProvider(grpc::CallbackServerContext* context,
                                                          const v1::UpdateProviderRequest* request,
                                                          v1::Provider* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::UpdateProvider), &CheckMeaning);
}

grpc::ServerUnaryReactor* RegistryService::GetProvider(grpc::CallbackServerContext* context,
                                                       const v1::GetProviderRequest* request,
                                                       v1::Provider* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::GetProvider));
}

grpc::ServerUnaryReactor* RegistryService::ListProviders(grpc::CallbackServerContext* context,
                                                         const v1::ListProvidersRequest* request,
                                                         v1::ListProvidersResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::ListProviders));
}

grpc::ServerUnaryReactor* RegistryService::CreateLocation(grpc::CallbackServerContext* context,
                                                          const v1::CreateLocationRequest* request,
                                                          v1::Location* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::CreateLocation), &CheckMeaning);
}

grpc::ServerUnaryReactor* RegistryService::ListLocations(grpc::CallbackServerContext* context,
                                                         const v1::ListLocationsRequest* request,
                                                         v1::ListLocationsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::ListLocations));
}

grpc::ServerUnaryReactor* RegistryService::CreateContract(grpc::CallbackServerContext* context,
                                                          const v1::CreateContractRequest* request,
                                                          v1::Contract* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::CreateContract), &CheckMeaning);
}

grpc::ServerUnaryReactor* RegistryService::GetContract(grpc::CallbackServerContext* context,
                                                       const v1::GetContractRequest* request,
                                                       v1::Contract* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::GetContract));
}

grpc::ServerUnaryReactor* RegistryService::ListContracts(grpc::CallbackServerContext* context,
                                                         const v1::ListContractsRequest* request,
                                                         v1::ListContractsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::ListContracts));
}

}  // namespace waarborg::registry
