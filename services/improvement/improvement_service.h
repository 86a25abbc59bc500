#ifndef WAARBORG_SERVICES_IMPROVEMENT_IMPROVEMENT_SERVICE_H_
#define WAARBORG_SERVICES_IMPROVEMENT_IMPROVEMENT_SERVICE_H_

// ImprovementService on the wire: one line a method, into the edge.

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/improvement/v1/improvement.grpc.pb.h"

namespace waarborg::improvement {

// Thread-safe. `edge` and `ledger` must outlive it.
class ImprovementService final : public v1::ImprovementService::CallbackService {
 public:
  ImprovementService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* RequestImprovementPlan(grpc::CallbackServerContext* context,
                                                   const v1::RequestImprovementPlanRequest* request,
                                                   v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* GetImprovementPlan(grpc::CallbackServerContext* context,
                                               const v1::GetImprovementPlanRequest* request,
                                               v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* ListImprovementPlans(grpc::CallbackServerContext* context,
                                                 const v1::ListImprovementPlansRequest* request,
                                                 v1::ListImprovementPlansResponse* response) override;
  grpc::ServerUnaryReactor* SubmitImprovementPlan(grpc::CallbackServerContext* context,
                                                  const v1::SubmitImprovementPlanRequest* request,
                                                  v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* ReturnImprovementPlan(grpc::CallbackServerContext* context,
                                                  const v1::ReturnImprovementPlanRequest* request,
                                                  v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* ApproveImprovementPlan(grpc::CallbackServerContext* context,
                                                   const v1::ApproveImprovementPlanRequest* request,
                                                   v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* StartImprovementPlan(grpc::CallbackServerContext* context,
                                                 const v1::StartImprovementPlanRequest* request,
                                                 v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* ReportProgress(grpc::CallbackServerContext* context,
                                           const v1::ReportProgressRequest* request,
                                           v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* FlagStagnation(grpc::CallbackServerContext* context,
                                           const v1::FlagStagnationRequest* request,
                                           v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* ProposePlanChange(grpc::CallbackServerContext* context,
                                              const v1::ProposePlanChangeRequest* request,
                                              v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* ApprovePlanChange(grpc::CallbackServerContext* context,
                                              const v1::ApprovePlanChangeRequest* request,
                                              v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* RefusePlanChange(grpc::CallbackServerContext* context,
                                             const v1::RefusePlanChangeRequest* request,
                                             v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* ReportCompletion(grpc::CallbackServerContext* context,
                                             const v1::ReportCompletionRequest* request,
                                             v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* GiveUpImprovementPlan(grpc::CallbackServerContext* context,
                                                  const v1::GiveUpImprovementPlanRequest* request,
                                                  v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* FailImprovementPlan(grpc::CallbackServerContext* context,
                                                const v1::FailImprovementPlanRequest* request,
                                                v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* SupersedeImprovementPlan(grpc::CallbackServerContext* context,
                                                     const v1::SupersedeImprovementPlanRequest* request,
                                                     v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* ConfirmImprovementPlan(grpc::CallbackServerContext* context,
                                                   const v1::ConfirmImprovementPlanRequest* request,
                                                   v1::ImprovementPlan* response) override;
  grpc::ServerUnaryReactor* GetAttentionPoint(grpc::CallbackServerContext* context,
                                              const v1::GetAttentionPointRequest* request,
                                              v1::AttentionPoint* response) override;
  grpc::ServerUnaryReactor* ListAttentionPoints(grpc::CallbackServerContext* context,
                                                const v1::ListAttentionPointsRequest* request,
                                                v1::ListAttentionPointsResponse* response) override;
  grpc::ServerUnaryReactor* ReportAttentionPoint(grpc::CallbackServerContext* context,
                                                 const v1::ReportAttentionPointRequest* request,
                                                 v1::AttentionPoint* response) override;
  grpc::ServerUnaryReactor* CloseAttentionPoint(grpc::CallbackServerContext* context,
                                                const v1::CloseAttentionPointRequest* request,
                                                v1::AttentionPoint* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_IMPROVEMENT_SERVICE_H_
