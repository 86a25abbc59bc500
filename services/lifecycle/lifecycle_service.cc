#include "services/lifecycle/lifecycle_service.h"

#include "services/lifecycle/queries.h"

namespace waarborg::lifecycle {

grpc::ServerUnaryReactor* LifecycleService::GetLifecycle(grpc::CallbackServerContext* context,
                                                         const v1::GetLifecycleRequest* request,
                                                         v1::Lifecycle* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&lifecycle::GetLifecycle));
}

grpc::ServerUnaryReactor* LifecycleService::ListLifecycles(grpc::CallbackServerContext* context,
                                                           const v1::ListLifecyclesRequest* request,
                                                           v1::ListLifecyclesResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&lifecycle::ListLifecycles));
}

}  // namespace waarborg::lifecycle
