#ifndef WAARBORG_SERVICES_AUDIT_AUDIT_SERVICE_H_
#define WAARBORG_SERVICES_AUDIT_AUDIT_SERVICE_H_

// gRPC adapter of the journal.

#include <utility>

#include "services/audit/queries.h"
#include "services/edge/edge.h"
#include "waarborg/audit/v1/audit.grpc.pb.h"

namespace waarborg::audit {

class AuditService final : public v1::AuditService::CallbackService {
 public:
  AuditService(edge::Edge& edge, ledger::Ledger& ledger, Discretion discretion)
      : edge_(edge), ledger_(ledger), discretion_(std::move(discretion)) {}

  grpc::ServerUnaryReactor* ListEvents(grpc::CallbackServerContext* context,
                                       const v1::ListEventsRequest* request,
                                       v1::ListEventsResponse* response) override;
  grpc::ServerWriteReactor<v1::Event>* StreamEvents(grpc::CallbackServerContext* context,
                                                    const v1::StreamEventsRequest* request) override;
  grpc::ServerWriteReactor<v1::Leaf>* StreamLeaves(grpc::CallbackServerContext* context,
                                                   const v1::StreamLeavesRequest* request) override;
  grpc::ServerUnaryReactor* GetTreeHead(grpc::CallbackServerContext* context,
                                        const v1::GetTreeHeadRequest* request,
                                        v1::TreeHead* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
  const Discretion discretion_;
};

}  // namespace waarborg::audit

#endif  // WAARBORG_SERVICES_AUDIT_AUDIT_SERVICE_H_
