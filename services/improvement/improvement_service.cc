#include "services/improvement/improvement_service.h"

#include "services/flow/request_improvement_plan.h"
#include "services/flow/supersede_improvement_plan.h"
#include "services/improvement/commands.h"
#include "services/improvement/queries.h"

namespace waarborg::improvement {

grpc::ServerUnaryReactor* ImprovementService::RequestImprovementPlan(
    grpc::CallbackServerContext* context, const v1::RequestImprovementPlanRequest* request,
    v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::RequestImprovementPlan),
                     &flow::CheckMeaning);
}

grpc::ServerUnaryReactor* ImprovementService::GetImprovementPlan(grpc::CallbackServerContext* context,
                                                                 const v1::GetImprovementPlanRequest* request,
                                                                 v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&improvement::GetImprovementPlan));
}

grpc::ServerUnaryReactor* ImprovementService::ListImprovementPlans(
    grpc::CallbackServerContext* context, const v1::ListImprovementPlansRequest* request,
    v1::ListImprovementPlansResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&improvement::ListImprovementPlans));
}

grpc::ServerUnaryReactor* ImprovementService::SubmitImprovementPlan(
    grpc::CallbackServerContext* context, const v1::SubmitImprovementPlanRequest* request,
    v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::SubmitImprovementPlan),
                     &CheckMeaning);
}

grpc::ServerUnaryReactor* ImprovementService::ReturnImprovementPlan(
    grpc::CallbackServerContext* context, const v1::ReturnImprovementPlanRequest* request,
    v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::ReturnImprovementPlan),
                     &CheckMeaning);
}

grpc::ServerUnaryReactor* ImprovementService::ApproveImprovementPlan(
    grpc::CallbackServerContext* context, const v1::ApproveImprovementPlanRequest* request,
    v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::ApproveImprovementPlan));
}

grpc::ServerUnaryReactor* ImprovementService::StartImprovementPlan(
    grpc::CallbackServerContext* context, const v1::StartImprovementPlanRequest* request,
    v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::StartImprovementPlan));
}

grpc::ServerUnaryReactor* ImprovementService::ReportProgress(grpc::CallbackServerContext* context,
                                                             const v1::ReportProgressRequest* request,
                                                             v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::ReportProgress),
                     &CheckMeaning);
}

grpc::ServerUnaryReactor* ImprovementService::FlagStagnation(grpc::CallbackServerContext* context,
                                                             const v1::FlagStagnationRequest* request,
                                                             v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::FlagStagnation));
}

grpc::ServerUnaryReactor* ImprovementService::ProposePlanChange(grpc::CallbackServerContext* context,
                                                                const v1::ProposePlanChangeRequest* request,
                                                                v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::ProposePlanChange),
                     &CheckMeaning);
}

grpc::ServerUnaryReactor* ImprovementService::ApprovePlanChange(grpc::CallbackServerContext* context,
                                                                const v1::ApprovePlanChangeRequest* request,
                                                                v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::ApprovePlanChange));
}

grpc::ServerUnaryReactor* ImprovementService::RefusePlanChange(grpc::CallbackServerContext* context,
                                                               const v1::RefusePlanChangeRequest* request,
                                                               v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::RefusePlanChange));
}

grpc::ServerUnaryReactor* ImprovementService::ReportCompletion(grpc::CallbackServerContext* context,
                                                               const v1::ReportCompletionRequest* request,
                                                               v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::ReportCompletion));
}

grpc::ServerUnaryReactor* ImprovementService::GiveUpImprovementPlan(
    grpc::CallbackServerContext* context, const v1::GiveUpImprovementPlanRequest* request,
    v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::GiveUpImprovementPlan));
}

grpc::ServerUnaryReactor* ImprovementService::FailImprovementPlan(
    grpc::CallbackServerContext* context, const v1::FailImprovementPlanRequest* request,
    v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::FailImprovementPlan));
}

grpc::ServerUnaryReactor* ImprovementService::SupersedeImprovementPlan(
    grpc::CallbackServerContext* context, const v1::SupersedeImprovementPlanRequest* request,
    v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::SupersedeImprovementPlan));
}

grpc::ServerUnaryReactor* ImprovementService::ConfirmImprovementPlan(
    grpc::CallbackServerContext* context, const v1::ConfirmImprovementPlanRequest* request,
    v1::ImprovementPlan* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::ConfirmImprovementPlan));
}

grpc::ServerUnaryReactor* ImprovementService::GetAttentionPoint(grpc::CallbackServerContext* context,
                                                                const v1::GetAttentionPointRequest* request,
                                                                v1::AttentionPoint* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&improvement::GetAttentionPoint));
}

grpc::ServerUnaryReactor* ImprovementService::ListAttentionPoints(
    grpc::CallbackServerContext* context, const v1::ListAttentionPointsRequest* request,
    v1::ListAttentionPointsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&improvement::ListAttentionPoints));
}

grpc::ServerUnaryReactor* ImprovementService::ReportAttentionPoint(
    grpc::CallbackServerContext* context, const v1::ReportAttentionPointRequest* request,
    v1::AttentionPoint* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::ReportAttentionPoint));
}

grpc::ServerUnaryReactor* ImprovementService::CloseAttentionPoint(
    grpc::CallbackServerContext* context, const v1::CloseAttentionPointRequest* request,
    v1::AttentionPoint* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&improvement::CloseAttentionPoint));
}

}  // namespace waarborg::improvement
