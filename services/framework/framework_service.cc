#include "services/framework/framework_service.h"

#include "services/framework/commands.h"
#include "services/framework/queries.h"

namespace waarborg::framework {

grpc::ServerUnaryReactor* FrameworkService::PublishFrameworkVersion(
    grpc::CallbackServerContext* context, const v1::PublishFrameworkVersionRequest* request,
    v1::FrameworkVersion* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&framework::PublishFrameworkVersion),
                     &CheckMeaning);
}

grpc::ServerUnaryReactor* FrameworkService::GetFrameworkVersion(grpc::CallbackServerContext* context,
                                                                const v1::GetFrameworkVersionRequest* request,
                                                                v1::FrameworkVersion* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&framework::GetFrameworkVersion));
}

grpc::ServerUnaryReactor* FrameworkService::ListFrameworkVersions(
    grpc::CallbackServerContext* context, const v1::ListFrameworkVersionsRequest* request,
    v1::ListFrameworkVersionsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&framework::ListFrameworkVersions));
}

grpc::ServerUnaryReactor* FrameworkService::EvaluateScores(grpc::CallbackServerContext* context,
                                                           const v1::EvaluateScoresRequest* request,
                                                           v1::Evaluation* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&framework::EvaluateScores), nullptr,
                     edge::Shape::kLeftToHandler);
}

}  // namespace waarborg::framework
