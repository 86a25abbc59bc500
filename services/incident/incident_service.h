#ifndef WAARBORG_SERVICES_INCIDENT_INCIDENT_SERVICE_H_
#define WAARBORG_SERVICES_INCIDENT_INCIDENT_SERVICE_H_

// IncidentService on the wire: one line a method, into the edge.

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/incident/v1/incident.grpc.pb.h"

namespace waarborg::incident {

// Thread-safe. `edge` and `ledger` must outlive it.
class IncidentService final : public v1::IncidentService::CallbackService {
 public:
  IncidentService(edge::Edge& edge, ledger::Ledger& ledger);

  grpc::ServerUnaryReactor* SubmitIncident(grpc::CallbackServerContext* context,
                                           const v1::SubmitIncidentRequest* request,
                                           v1::IncidentReceipt* response) override;
  grpc::ServerUnaryReactor* GetIncident(grpc::CallbackServerContext* context,
                                        const v1::GetIncidentRequest* request,
                                        v1::Incident* response) override;
  grpc::ServerUnaryReactor* ListIncidents(grpc::CallbackServerContext* context,
                                          const v1::ListIncidentsRequest* request,
                                          v1::ListIncidentsResponse* response) override;
  grpc::ServerUnaryReactor* GetIncidentReporter(grpc::CallbackServerContext* context,
                                                const v1::GetIncidentReporterRequest* request,
                                                v1::IncidentReporter* response) override;
  grpc::ServerUnaryReactor* TriageIncident(grpc::CallbackServerContext* context,
                                           const v1::TriageIncidentRequest* request,
                                           v1::Incident* response) override;
  grpc::ServerUnaryReactor* MarkDuplicate(grpc::CallbackServerContext* context,
                                          const v1::MarkDuplicateRequest* request,
                                          v1::Incident* response) override;
  grpc::ServerUnaryReactor* ForwardIncident(grpc::CallbackServerContext* context,
                                            const v1::ForwardIncidentRequest* request,
                                            v1::Incident* response) override;
  grpc::ServerUnaryReactor* AskProviderInquiry(grpc::CallbackServerContext* context,
                                               const v1::AskProviderInquiryRequest* request,
                                               v1::Incident* response) override;
  grpc::ServerUnaryReactor* DeliverInquiryReport(grpc::CallbackServerContext* context,
                                                 const v1::DeliverInquiryReportRequest* request,
                                                 v1::Incident* response) override;
  grpc::ServerUnaryReactor* FindReportInsufficient(grpc::CallbackServerContext* context,
                                                   const v1::FindReportInsufficientRequest* request,
                                                   v1::Incident* response) override;
  grpc::ServerUnaryReactor* StartOwnInquiry(grpc::CallbackServerContext* context,
                                            const v1::StartOwnInquiryRequest* request,
                                            v1::Incident* response) override;
  grpc::ServerUnaryReactor* ConcludeIncident(grpc::CallbackServerContext* context,
                                             const v1::ConcludeIncidentRequest* request,
                                             v1::Incident* response) override;
  grpc::ServerUnaryReactor* RegisterOnly(grpc::CallbackServerContext* context,
                                         const v1::RegisterOnlyRequest* request,
                                         v1::Incident* response) override;
  grpc::ServerUnaryReactor* CloseIncident(grpc::CallbackServerContext* context,
                                          const v1::CloseIncidentRequest* request,
                                          v1::Incident* response) override;
  grpc::ServerUnaryReactor* ReopenIncident(grpc::CallbackServerContext* context,
                                           const v1::ReopenIncidentRequest* request,
                                           v1::Incident* response) override;
  grpc::ServerUnaryReactor* WithdrawIncident(grpc::CallbackServerContext* context,
                                             const v1::WithdrawIncidentRequest* request,
                                             v1::Incident* response) override;

 private:
  // PushIncidents, its messages as bytes.
  edge::ExchangeReactor* Push(grpc::CallbackServerContext* context);

  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_INCIDENT_SERVICE_H_
