#ifndef WAARBORG_SERVICES_REGISTRY_OBLIGATION_SERVICE_H_
#define WAARBORG_SERVICES_REGISTRY_OBLIGATION_SERVICE_H_

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/registry/v1/obligation.grpc.pb.h"

namespace waarborg::registry {

// gRPC on one side, commands and queries on the other. Thread-safe; keeps neither edge nor ledger alive.
class ObligationService final : public v1::ObligationService::CallbackService {
 public:
  ObligationService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* OpenObligations(grpc::CallbackServerContext* context,
                                            const v1::OpenObligationsRequest* request,
                                            v1::OpenObligationsResponse* response) override;
  grpc::ServerUnaryReactor* GetObligation(grpc::CallbackServerContext* context,
                                          const v1::GetObligationRequest* request,
                                          v1::Obligation* response) override;
  grpc::ServerUnaryReactor* ListObligations(grpc::CallbackServerContext* context,
                                            const v1::ListObligationsRequest* request,
                                            v1::ListObligationsResponse* response) override;
  grpc::ServerUnaryReactor* DeliverObligation(grpc::CallbackServerContext* context,
                                              const v1::DeliverObligationRequest* request,
                                              v1::Obligation* response) override;
  grpc::ServerUnaryReactor* WaiveObligation(grpc::CallbackServerContext* context,
                                            const v1::WaiveObligationRequest* request,
                                            v1::Obligation* response) override;
  grpc::ServerUnaryReactor* ResumeObligation(grpc::CallbackServerContext* context,
                                             const v1::ResumeObligationRequest* request,
                                             v1::Obligation* response) override;
  grpc::ServerUnaryReactor* ListObligationRules(grpc::CallbackServerContext* context,
                                                const v1::ListObligationRulesRequest* request,
                                                v1::ListObligationRulesResponse* response) override;
  grpc::ServerUnaryReactor* RecordExternalJudgement(grpc::CallbackServerContext* context,
                                                    const v1::RecordExternalJudgementRequest* request,
                                                    v1::ExternalJudgement* response) override;
  grpc::ServerUnaryReactor* SupersedeExternalJudgement(grpc::CallbackServerContext* context,
                                                       const v1::SupersedeExternalJudgementRequest* request,
                                                       v1::ExternalJudgement* response) override;
  grpc::ServerUnaryReactor* GetExternalJudgement(grpc::CallbackServerContext* context,
                                                 const v1::GetExternalJudgementRequest* request,
                                                 v1::ExternalJudgement* response) override;
  grpc::ServerUnaryReactor* ListExternalJudgements(grpc::CallbackServerContext* context,
                                                   const v1::ListExternalJudgementsRequest* request,
                                                   v1::ListExternalJudgementsResponse* response) override;
  grpc::ServerUnaryReactor* RecordDivergence(grpc::CallbackServerContext* context,
                                             const v1::RecordDivergenceRequest* request,
                                             v1::ExternalJudgement* response) override;
  grpc::ServerUnaryReactor* ListJudgementsToWeigh(grpc::CallbackServerContext* context,
                                                  const v1::ListJudgementsToWeighRequest* request,
                                                  v1::ListJudgementsToWeighResponse* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_OBLIGATION_SERVICE_H_
