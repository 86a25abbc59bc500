#include "services/incident/incident_service.h"

#include <utility>

#include "services/edge/exchange.h"
#include "services/flow/conclude_incident.h"
#include "services/flow/triage_incident.h"
#include "services/incident/commands.h"
#include "services/incident/intake.h"
#include "services/incident/queries.h"

namespace waarborg::incident {
namespace {

using Form = edge::AnswerForm<v1::IncidentReceipt, v1::PushIncidentsResponse>;

void Give(std::int64_t position, v1::IncidentReceipt receipt, v1::PushIncidentsResponse& response) {
  v1::PushResult& result = *response.add_results();
  result.set_position(position);
  *result.mutable_receipt() = std::move(receipt);
}

void Refuse(std::int64_t position, google::rpc::Status error, v1::PushIncidentsResponse& response) {
  v1::PushResult& result = *response.add_results();
  result.set_position(position);
  *result.mutable_error() = std::move(error);
}

int IndexOf(const char* method) {
  const auto& file = *v1::Incident::descriptor()->file();
  return file.FindServiceByName("IncidentService")->FindMethodByName(method)->index();
}

}  // namespace

IncidentService::IncidentService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {
  MarkMethodRawCallback(
      IndexOf("PushIncidents"),
      edge::ExchangeHandler([this](grpc::CallbackServerContext* context) { return Push(context); }));
}

edge::ExchangeReactor* IncidentService::Push(grpc::CallbackServerContext* context) {
  return edge_.ServeExchange(context, incident::Item(ledger_), Form{.give = &Give, .refuse = &Refuse});
}

grpc::ServerUnaryReactor* IncidentService::SubmitIncident(grpc::CallbackServerContext* context,
                                                          const v1::SubmitIncidentRequest* request,
                                                          v1::IncidentReceipt* response) {
  return edge_.Serve(context, request, response, incident::Submission(ledger_));
}

grpc::ServerUnaryReactor* IncidentService::GetIncident(grpc::CallbackServerContext* context,
                                                       const v1::GetIncidentRequest* request,
                                                       v1::Incident* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&incident::GetIncident));
}

grpc::ServerUnaryReactor* IncidentService::ListIncidents(grpc::CallbackServerContext* context,
                                                         const v1::ListIncidentsRequest* request,
                                                         v1::ListIncidentsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&incident::ListIncidents));
}

grpc::ServerUnaryReactor* IncidentService::GetIncidentReporter(grpc::CallbackServerContext* context,
                                                               const v1::GetIncidentReporterRequest* request,
                                                               v1::IncidentReporter* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&incident::GetIncidentReporter));
}

grpc::ServerUnaryReactor* IncidentService::TriageIncident(grpc::CallbackServerContext* context,
                                                          const v1::TriageIncidentRequest* request,
                                                          v1::Incident* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::TriageIncident));
}

grpc::ServerUnaryReactor* IncidentService::MarkDuplicate(grpc::CallbackServerContext* context,
                                                         const v1::MarkDuplicateRequest* request,
                                                         v1::Incident* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&incident::MarkDuplicate));
}

grpc::ServerUnaryReactor* IncidentService::ForwardIncident(grpc::CallbackServerContext* context,
                                                           const v1::ForwardIncidentRequest* request,
                                                           v1::Incident* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&incident::ForwardIncident));
}

grpc::ServerUnaryReactor* IncidentService::AskProviderInquiry(grpc::CallbackServerContext* context,
                                                              const v1::AskProviderInquiryRequest* request,
                                                              v1::Incident* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&incident::AskProviderInquiry));
}

grpc::ServerUnaryReactor* IncidentService::DeliverInquiryReport(
    grpc::CallbackServerContext* context, const v1::DeliverInquiryReportRequest* request,
    v1::Incident* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&incident::DeliverInquiryReport));
}

grpc::ServerUnaryReactor* IncidentService::FindReportInsufficient(
    grpc::CallbackServerContext* context, const v1::FindReportInsufficientRequest* request,
    v1::Incident* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&incident::FindReportInsufficient));
}

grpc::ServerUnaryReactor* IncidentService::StartOwnInquiry(grpc::CallbackServerContext* context,
                                                           const v1::StartOwnInquiryRequest* request,
                                                           v1::Incident* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&incident::StartOwnInquiry));
}

grpc::ServerUnaryReactor* IncidentService::ConcludeIncident(grpc::CallbackServerContext* context,
                                                            const v1::ConcludeIncidentRequest* request,
                                                            v1::Incident* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::ConcludeIncident));
}

grpc::ServerUnaryReactor* IncidentService::RegisterOnly(grpc::CallbackServerContext* context,
                                                        const v1::RegisterOnlyRequest* request,
                                                        v1::Incident* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&incident::RegisterOnly));
}

grpc::ServerUnaryReactor* IncidentService::CloseIncident(grpc::CallbackServerContext* context,
                                                         const v1::CloseIncidentRequest* request,
                                                         v1::Incident* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&incident::CloseIncident));
}

grpc::ServerUnaryReactor* IncidentService::ReopenIncident(grpc::CallbackServerContext* context,
                                                          const v1::ReopenIncidentRequest* request,
                                                          v1::Incident* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&incident::ReopenIncident));
}

grpc::ServerUnaryReactor* IncidentService::WithdrawIncident(grpc::CallbackServerContext* context,
                                                            const v1::WithdrawIncidentRequest* request,
                                                            v1::Incident* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&incident::WithdrawIncident));
}

}  // namespace waarborg::incident
