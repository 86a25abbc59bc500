#ifndef WAARBORG_SERVICES_ESCALATION_ESCALATION_SERVICE_H_
#define WAARBORG_SERVICES_ESCALATION_ESCALATION_SERVICE_H_

// EscalationService on the wire: one line a method, into the edge.

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/escalation/v1/escalation.grpc.pb.h"

namespace waarborg::escalation {

// Thread-safe. `edge` and `ledger` must outlive it.
class EscalationService final : public v1::EscalationService::CallbackService {
 public:
  EscalationService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* GetEscalation(grpc::CallbackServerContext* context,
                                          const v1::GetEscalationRequest* request,
                                          v1::Escalation* response) override;
  grpc::ServerUnaryReactor* ProposeSteps(grpc::CallbackServerContext* context,
                                         const v1::ProposeStepsRequest* request,
                                         v1::ProposeStepsResponse* response) override;
  grpc::ServerUnaryReactor* GetStep(grpc::CallbackServerContext* context, const v1::GetStepRequest* request,
                                    v1::Step* response) override;
  grpc::ServerUnaryReactor* ListSteps(grpc::CallbackServerContext* context,
                                      const v1::ListStepsRequest* request,
                                      v1::ListStepsResponse* response) override;
  grpc::ServerUnaryReactor* ConfirmStep(grpc::CallbackServerContext* context,
                                        const v1::ConfirmStepRequest* request, v1::Step* response) override;
  grpc::ServerUnaryReactor* SkipConfirmation(grpc::CallbackServerContext* context,
                                             const v1::SkipConfirmationRequest* request,
                                             v1::Step* response) override;
  grpc::ServerUnaryReactor* RejectStep(grpc::CallbackServerContext* context,
                                       const v1::RejectStepRequest* request, v1::Step* response) override;
  grpc::ServerUnaryReactor* SkipHearing(grpc::CallbackServerContext* context,
                                        const v1::SkipHearingRequest* request, v1::Step* response) override;
  grpc::ServerUnaryReactor* OpenHearing(grpc::CallbackServerContext* context,
                                        const v1::OpenHearingRequest* request, v1::Step* response) override;
  grpc::ServerUnaryReactor* RecordView(grpc::CallbackServerContext* context,
                                       const v1::RecordViewRequest* request, v1::Step* response) override;
  grpc::ServerUnaryReactor* CloseHearing(grpc::CallbackServerContext* context,
                                         const v1::CloseHearingRequest* request, v1::Step* response) override;
  grpc::ServerUnaryReactor* AnswerView(grpc::CallbackServerContext* context,
                                       const v1::AnswerViewRequest* request, v1::Step* response) override;
  grpc::ServerUnaryReactor* RecordAlignment(grpc::CallbackServerContext* context,
                                            const v1::RecordAlignmentRequest* request,
                                            v1::Step* response) override;
  grpc::ServerUnaryReactor* DecideStep(grpc::CallbackServerContext* context,
                                       const v1::DecideStepRequest* request, v1::Step* response) override;
  grpc::ServerUnaryReactor* DecideLighter(grpc::CallbackServerContext* context,
                                          const v1::DecideLighterRequest* request,
                                          v1::Step* response) override;
  grpc::ServerUnaryReactor* DecideNot(grpc::CallbackServerContext* context,
                                      const v1::DecideNotRequest* request, v1::Step* response) override;
  grpc::ServerUnaryReactor* ReopenHearing(grpc::CallbackServerContext* context,
                                          const v1::ReopenHearingRequest* request,
                                          v1::Step* response) override;
  grpc::ServerUnaryReactor* WithdrawStep(grpc::CallbackServerContext* context,
                                         const v1::WithdrawStepRequest* request, v1::Step* response) override;
  grpc::ServerUnaryReactor* ConfirmStepAct(grpc::CallbackServerContext* context,
                                           const v1::ConfirmStepActRequest* request,
                                           v1::Step* response) override;
  grpc::ServerUnaryReactor* AddSideMeasure(grpc::CallbackServerContext* context,
                                           const v1::AddSideMeasureRequest* request,
                                           v1::Step* response) override;
  grpc::ServerUnaryReactor* RegisterObjection(grpc::CallbackServerContext* context,
                                              const v1::RegisterObjectionRequest* request,
                                              v1::Step* response) override;
  grpc::ServerUnaryReactor* ProlongMeasure(grpc::CallbackServerContext* context,
                                           const v1::ProlongMeasureRequest* request,
                                           v1::Standing* response) override;
  grpc::ServerUnaryReactor* RecordEvaluation(grpc::CallbackServerContext* context,
                                             const v1::RecordEvaluationRequest* request,
                                             v1::Standing* response) override;
  grpc::ServerUnaryReactor* RaiseAcuteCases(grpc::CallbackServerContext* context,
                                            const v1::RaiseAcuteCasesRequest* request,
                                            v1::RaiseAcuteCasesResponse* response) override;
  grpc::ServerUnaryReactor* GetAcuteCase(grpc::CallbackServerContext* context,
                                         const v1::GetAcuteCaseRequest* request,
                                         v1::AcuteCase* response) override;
  grpc::ServerUnaryReactor* ListAcuteCases(grpc::CallbackServerContext* context,
                                           const v1::ListAcuteCasesRequest* request,
                                           v1::ListAcuteCasesResponse* response) override;
  grpc::ServerUnaryReactor* DismissAcuteCase(grpc::CallbackServerContext* context,
                                             const v1::DismissAcuteCaseRequest* request,
                                             v1::AcuteCase* response) override;
  grpc::ServerUnaryReactor* ConfirmAcuteCase(grpc::CallbackServerContext* context,
                                             const v1::ConfirmAcuteCaseRequest* request,
                                             v1::AcuteCase* response) override;
  grpc::ServerUnaryReactor* ImposeProvisional(grpc::CallbackServerContext* context,
                                              const v1::ImposeProvisionalRequest* request,
                                              v1::AcuteCase* response) override;
  grpc::ServerUnaryReactor* HearAfterwards(grpc::CallbackServerContext* context,
                                           const v1::HearAfterwardsRequest* request,
                                           v1::AcuteCase* response) override;
  grpc::ServerUnaryReactor* AnswerAcuteView(grpc::CallbackServerContext* context,
                                            const v1::AnswerAcuteViewRequest* request,
                                            v1::AcuteCase* response) override;
  grpc::ServerUnaryReactor* RatifyProvisional(grpc::CallbackServerContext* context,
                                              const v1::RatifyProvisionalRequest* request,
                                              v1::AcuteCase* response) override;
  grpc::ServerUnaryReactor* LiftProvisional(grpc::CallbackServerContext* context,
                                            const v1::LiftProvisionalRequest* request,
                                            v1::AcuteCase* response) override;
  grpc::ServerUnaryReactor* NotifyPartner(grpc::CallbackServerContext* context,
                                          const v1::NotifyPartnerRequest* request,
                                          v1::AcuteCase* response) override;
  grpc::ServerUnaryReactor* AddAcuteSideMeasure(grpc::CallbackServerContext* context,
                                                const v1::AddAcuteSideMeasureRequest* request,
                                                v1::AcuteCase* response) override;
  grpc::ServerUnaryReactor* RegisterAcuteObjection(grpc::CallbackServerContext* context,
                                                   const v1::RegisterAcuteObjectionRequest* request,
                                                   v1::AcuteCase* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_ESCALATION_SERVICE_H_
