#ifndef WAARBORG_SERVICES_RISK_RISK_SERVICE_H_
#define WAARBORG_SERVICES_RISK_RISK_SERVICE_H_

// RiskService on the wire: one line a method, into the edge.

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/risk/v1/risk.grpc.pb.h"

namespace waarborg::risk {

// Thread-safe. `edge` and `ledger` must outlive it.
class RiskService final : public v1::RiskService::CallbackService {
 public:
  RiskService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* ListRiskViews(grpc::CallbackServerContext* context,
                                          const v1::ListRiskViewsRequest* request,
                                          v1::ListRiskViewsResponse* response) override;
  grpc::ServerUnaryReactor* GetRiskView(grpc::CallbackServerContext* context,
                                        const v1::GetRiskViewRequest* request,
                                        v1::RiskView* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::risk

#endif  // WAARBORG_SERVICES_RISK_RISK_SERVICE_H_
