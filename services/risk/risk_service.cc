#include "services/risk/risk_service.h"

#include "services/risk/queries.h"

namespace waarborg::risk {

grpc::ServerUnaryReactor* RiskService::ListRiskViews(grpc::CallbackServerContext* context,
                                                     const v1::ListRiskViewsRequest* request,
                                                     v1::ListRiskViewsResponse* response) {
  return edge_.ServeLongRead(context, request, response, ledger_.Query(&risk::ListRiskViews));
}

grpc::ServerUnaryReactor* RiskService::GetRiskView(grpc::CallbackServerContext* context,
                                                   const v1::GetRiskViewRequest* request,
                                                   v1::RiskView* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&risk::GetRiskView));
}

}  // namespace waarborg::risk
