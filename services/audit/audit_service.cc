#include "services/audit/audit_service.h"

namespace waarborg::audit {

grpc::ServerUnaryReactor* AuditService::ListEvents(grpc::CallbackServerContext* context,
                                                   const v1::ListEventsRequest* request,
                                                   v1::ListEventsResponse* response) {
  const call::Handler<v1::ListEventsRequest, v1::ListEventsResponse> list =
      [this](const call::Call& call, const v1::ListEventsRequest& wanted,
             const call::Done<v1::ListEventsResponse>& done) {
        const std::unique_ptr<const storage::Snapshot> snapshot = ledger_.store().Read();
        done(audit::ListEvents({*snapshot, call}, discretion_, wanted));
      };
  return edge_.ServeLongRead(context, request, response, list);
}

grpc::ServerWriteReactor<v1::Event>* AuditService::StreamEvents(grpc::CallbackServerContext* context,
                                                                const v1::StreamEventsRequest* request) {
  const call::StreamHandler<v1::StreamEventsRequest, v1::Event> stream =
      [this](const call::Call& call, const v1::StreamEventsRequest& wanted) {
        return audit::StreamEvents(ledger_.store(), discretion_, call, wanted);
      };
  return edge_.ServeStream(context, request, stream);
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
