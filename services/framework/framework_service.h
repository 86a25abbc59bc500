#ifndef WAARBORG_SERVICES_FRAMEWORK_FRAMEWORK_SERVICE_H_
#define WAARBORG_SERVICES_FRAMEWORK_FRAMEWORK_SERVICE_H_

// FrameworkService on the wire: one line a method, into the edge.

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/framework/v1/framework.grpc.pb.h"

namespace waarborg::framework {

// Thread-safe. `edge` and `ledger` must outlive it.
class FrameworkService final : public v1::FrameworkService::CallbackService {
 public:
  FrameworkService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* PublishFrameworkVersion(grpc::CallbackServerContext* context,
                                                    const v1::PublishFrameworkVersionRequest* request,
                                                    v1::FrameworkVersion* response) override;
  grpc::ServerUnaryReactor* GetFrameworkVersion(grpc::CallbackServerContext* context,
                                                const v1::GetFrameworkVersionRequest* request,
                                                v1::FrameworkVersion* response) override;
  grpc::ServerUnaryReactor* ListFrameworkVersions(grpc::CallbackServerContext* context,
                                                  const v1::ListFrameworkVersionsRequest* request,
                                                  v1::ListFrameworkVersionsResponse* response) override;
  grpc::ServerUnaryReactor* EvaluateScores(grpc::CallbackServerContext* context,
                                           const v1::EvaluateScoresRequest* request,
                                           v1::Evaluation* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_FRAMEWORK_SERVICE_H_
