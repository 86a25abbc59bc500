#include "services/audit/audit_service.h"

namespace waarborg::audit {

grpc::ServerUnaryReactor* AuditService::ListEvents(grpc::CallbackServerContext* context,
                                                   const v1::ListEventsRequest* request,
                                                   v1::ListEventsResponse* response) {
  return edge_.ServeLongRead(context, request, response, ledger_.Query(&audit::ListEvents));
}

grpc::ServerWriteReactor<v1::Event>* AuditService::StreamEvents(grpc::CallbackServerContext* context,
                                                                const v1::StreamEventsRequest* request) {
  return edge_.ServeStream(context, request, ledger_.Stream(&audit::StreamEvents));
}

grpc::ServerWriteReactor<v1::Leaf>* AuditService::StreamLeaves(grpc::CallbackServerContext* context,
                                                               const v1::StreamLeavesRequest* request) {
  return edge_.ServeStream(context, request, ledger_.Stream(&audit::StreamLeaves));
}

grpc::ServerUnaryReactor* AuditService::GetTreeHead(grpc::CallbackServerContext* context,
                                                    const v1::GetTreeHeadRequest* request,
                                                    v1::TreeHead* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&audit::GetTreeHead));
}

}  // namespace waarborg::audit
