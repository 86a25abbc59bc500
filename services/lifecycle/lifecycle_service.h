#ifndef WAARBORG_SERVICES_LIFECYCLE_LIFECYCLE_SERVICE_H_
#define WAARBORG_SERVICES_LIFECYCLE_LIFECYCLE_SERVICE_H_

// LifecycleService on the wire: one line a method, into the edge.

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/lifecycle/v1/lifecycle.grpc.pb.h"

namespace waarborg::lifecycle {

// Thread-safe. `edge` and `ledger` must outlive it.
class LifecycleService final : public v1::LifecycleService::CallbackService {
 public:
  LifecycleService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* GetLifecycle(grpc::CallbackServerContext* context,
                                         const v1::GetLifecycleRequest* request,
                                         v1::Lifecycle* response) override;
  grpc::ServerUnaryReactor* ListLifecycles(grpc::CallbackServerContext* context,
                                           const v1::ListLifecyclesRequest* request,
                                           v1::ListLifecyclesResponse* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::lifecycle

#endif  // WAARBORG_SERVICES_LIFECYCLE_LIFECYCLE_SERVICE_H_
