#include "services/registry/obligation_service.h"

#include "services/flow/citing_attachment.h"
#include "services/flow/judgements_to_weigh.h"
#include "services/flow/record_divergence.h"
#include "services/registry/obligation_commands.h"
#include "services/registry/obligation_queries.h"

namespace waarborg::registry {

grpc::ServerUnaryReactor* ObligationService::OpenObligations(grpc::CallbackServerContext* context,
                                                             const v1::OpenObligationsRequest* request,
                                                             v1::OpenObligationsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::OpenObligations));
}

grpc::ServerUnaryReactor* ObligationService::GetObligation(grpc::CallbackServerContext* context,
                                                           const v1::GetObligationRequest* request,
                                                           v1::Obligation* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::GetObligation));
}

grpc::ServerUnaryReactor* ObligationService::ListObligations(grpc::CallbackServerContext* context,
                                                             const v1::ListObligationsRequest* request,
                                                             v1::ListObligationsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::ListObligations));
}

grpc::ServerUnaryReactor* ObligationService::DeliverObligation(grpc::CallbackServerContext* context,
                                                               const v1::DeliverObligationRequest* request,
                                                               v1::Obligation* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::DeliverObligation));
}

grpc::ServerUnaryReactor* ObligationService::WaiveObligation(grpc::CallbackServerContext* context,
                                                             const v1::WaiveObligationRequest* request,
                                                             v1::Obligation* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::WaiveObligation));
}

grpc::ServerUnaryReactor* ObligationService::ResumeObligation(grpc::CallbackServerContext* context,
                                                              const v1::ResumeObligationRequest* request,
                                                              v1::Obligation* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::ResumeObligation));
}

grpc::ServerUnaryReactor* ObligationService::ListObligationRules(
    grpc::CallbackServerContext* context, const v1::ListObligationRulesRequest* request,
    v1::ListObligationRulesResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::ListObligationRules));
}

grpc::ServerUnaryReactor* ObligationService::RecordExternalJudgement(
    grpc::CallbackServerContext* context, const v1::RecordExternalJudgementRequest* request,
    v1::ExternalJudgement* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::RecordExternalJudgement));
}

grpc::ServerUnaryReactor* ObligationService::SupersedeExternalJudgement(
    grpc::CallbackServerContext* context, const v1::SupersedeExternalJudgementRequest* request,
    v1::ExternalJudgement* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::SupersedeExternalJudgement));
}

grpc::ServerUnaryReactor* ObligationService::GetExternalJudgement(
    grpc::CallbackServerContext* context, const v1::GetExternalJudgementRequest* request,
    v1::ExternalJudgement* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::GetExternalJudgement));
}

grpc::ServerUnaryReactor* ObligationService::ListExternalJudgements(
    grpc::CallbackServerContext* context, const v1::ListExternalJudgementsRequest* request,
    v1::ListExternalJudgementsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::ListExternalJudgements));
}

grpc::ServerUnaryReactor* ObligationService::RecordDivergence(grpc::CallbackServerContext* context,
                                                              const v1::RecordDivergenceRequest* request,
                                                              v1::ExternalJudgement* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::RecordDivergence));
}

grpc::ServerUnaryReactor* ObligationService::ListJudgementsToWeigh(
    grpc::CallbackServerContext* context, const v1::ListJudgementsToWeighRequest* request,
    v1::ListJudgementsToWeighResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&flow::ListJudgementsToWeigh));
}

}  // namespace waarborg::registry
