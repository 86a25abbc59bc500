#include "services/escalation/escalation_service.h"

#include "services/escalation/commands.h"
#include "services/escalation/queries.h"

namespace waarborg::escalation {

grpc::ServerUnaryReactor* EscalationService::GetEscalation(grpc::CallbackServerContext* context,
                                                           const v1::GetEscalationRequest* request,
                                                           v1::Escalation* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&escalation::GetEscalation));
}

grpc::ServerUnaryReactor* EscalationService::ProposeSteps(grpc::CallbackServerContext* context,
                                                          const v1::ProposeStepsRequest* request,
                                                          v1::ProposeStepsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::ProposeSteps), &CheckMeaning);
}

grpc::ServerUnaryReactor* EscalationService::GetStep(grpc::CallbackServerContext* context,
                                                     const v1::GetStepRequest* request, v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&escalation::GetStep));
}

grpc::ServerUnaryReactor* EscalationService::ListSteps(grpc::CallbackServerContext* context,
                                                       const v1::ListStepsRequest* request,
                                                       v1::ListStepsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&escalation::ListSteps));
}

grpc::ServerUnaryReactor* EscalationService::ConfirmStep(grpc::CallbackServerContext* context,
                                                         const v1::ConfirmStepRequest* request,
                                                         v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::ConfirmStep));
}

grpc::ServerUnaryReactor* EscalationService::SkipConfirmation(grpc::CallbackServerContext* context,
                                                              const v1::SkipConfirmationRequest* request,
                                                              v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::SkipConfirmation));
}

grpc::ServerUnaryReactor* EscalationService::RejectStep(grpc::CallbackServerContext* context,
                                                        const v1::RejectStepRequest* request,
                                                        v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::RejectStep));
}

grpc::ServerUnaryReactor* EscalationService::SkipHearing(grpc::CallbackServerContext* context,
                                                         const v1::SkipHearingRequest* request,
                                                         v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::SkipHearing));
}

grpc::ServerUnaryReactor* EscalationService::OpenHearing(grpc::CallbackServerContext* context,
                                                         const v1::OpenHearingRequest* request,
                                                         v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::OpenHearing));
}

grpc::ServerUnaryReactor* EscalationService::RecordView(grpc::CallbackServerContext* context,
                                                        const v1::RecordViewRequest* request,
                                                        v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::RecordView));
}

grpc::ServerUnaryReactor* EscalationService::CloseHearing(grpc::CallbackServerContext* context,
                                                          const v1::CloseHearingRequest* request,
                                                          v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::CloseHearing));
}

grpc::ServerUnaryReactor* EscalationService::AnswerView(grpc::CallbackServerContext* context,
                                                        const v1::AnswerViewRequest* request,
                                                        v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::AnswerView));
}

grpc::ServerUnaryReactor* EscalationService::RecordAlignment(grpc::CallbackServerContext* context,
                                                             const v1::RecordAlignmentRequest* request,
                                                             v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::RecordAlignment),
                     &CheckMeaning);
}

grpc::ServerUnaryReactor* EscalationService::DecideStep(grpc::CallbackServerContext* context,
                                                        const v1::DecideStepRequest* request,
                                                        v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::DecideStep), &CheckMeaning);
}

grpc::ServerUnaryReactor* EscalationService::DecideLighter(grpc::CallbackServerContext* context,
                                                           const v1::DecideLighterRequest* request,
                                                           v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::DecideLighter), &CheckMeaning);
}

grpc::ServerUnaryReactor* EscalationService::DecideNot(grpc::CallbackServerContext* context,
                                                       const v1::DecideNotRequest* request,
                                                       v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::DecideNot));
}

grpc::ServerUnaryReactor* EscalationService::ReopenHearing(grpc::CallbackServerContext* context,
                                                           const v1::ReopenHearingRequest* request,
                                                           v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::ReopenHearing));
}

grpc::ServerUnaryReactor* EscalationService::WithdrawStep(grpc::CallbackServerContext* context,
                                                          const v1::WithdrawStepRequest* request,
                                                          v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::WithdrawStep));
}

grpc::ServerUnaryReactor* EscalationService::ConfirmStepAct(grpc::CallbackServerContext* context,
                                                            const v1::ConfirmStepActRequest* request,
                                                            v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::ConfirmStepAct));
}

grpc::ServerUnaryReactor* EscalationService::AddSideMeasure(grpc::CallbackServerContext* context,
                                                            const v1::AddSideMeasureRequest* request,
                                                            v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::AddSideMeasure));
}

grpc::ServerUnaryReactor* EscalationService::RegisterObjection(grpc::CallbackServerContext* context,
                                                               const v1::RegisterObjectionRequest* request,
                                                               v1::Step* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::RegisterObjection));
}

grpc::ServerUnaryReactor* EscalationService::ProlongMeasure(grpc::CallbackServerContext* context,
                                                            const v1::ProlongMeasureRequest* request,
                                                            v1::Standing* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::ProlongMeasure), &CheckMeaning);
}

grpc::ServerUnaryReactor* EscalationService::RecordEvaluation(grpc::CallbackServerContext* context,
                                                              const v1::RecordEvaluationRequest* request,
                                                              v1::Standing* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::RecordEvaluation));
}

grpc::ServerUnaryReactor* EscalationService::RaiseAcuteCases(grpc::CallbackServerContext* context,
                                                             const v1::RaiseAcuteCasesRequest* request,
                                                             v1::RaiseAcuteCasesResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::RaiseAcuteCases),
                     &CheckMeaning);
}

grpc::ServerUnaryReactor* EscalationService::GetAcuteCase(grpc::CallbackServerContext* context,
                                                          const v1::GetAcuteCaseRequest* request,
                                                          v1::AcuteCase* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&escalation::GetAcuteCase));
}

grpc::ServerUnaryReactor* EscalationService::ListAcuteCases(grpc::CallbackServerContext* context,
                                                            const v1::ListAcuteCasesRequest* request,
                                                            v1::ListAcuteCasesResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&escalation::ListAcuteCases));
}

grpc::ServerUnaryReactor* EscalationService::DismissAcuteCase(grpc::CallbackServerContext* context,
                                                              const v1::DismissAcuteCaseRequest* request,
                                                              v1::AcuteCase* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::DismissAcuteCase));
}

grpc::ServerUnaryReactor* EscalationService::ConfirmAcuteCase(grpc::CallbackServerContext* context,
                                                              const v1::ConfirmAcuteCaseRequest* request,
                                                              v1::AcuteCase* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::ConfirmAcuteCase));
}

grpc::ServerUnaryReactor* EscalationService::ImposeProvisional(grpc::CallbackServerContext* context,
                                                               const v1::ImposeProvisionalRequest* request,
                                                               v1::AcuteCase* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::ImposeProvisional));
}

grpc::ServerUnaryReactor* EscalationService::HearAfterwards(grpc::CallbackServerContext* context,
                                                            const v1::HearAfterwardsRequest* request,
                                                            v1::AcuteCase* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::HearAfterwards));
}

grpc::ServerUnaryReactor* EscalationService::AnswerAcuteView(grpc::CallbackServerContext* context,
                                                             const v1::AnswerAcuteViewRequest* request,
                                                             v1::AcuteCase* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::AnswerAcuteView));
}

grpc::ServerUnaryReactor* EscalationService::RatifyProvisional(grpc::CallbackServerContext* context,
                                                               const v1::RatifyProvisionalRequest* request,
                                                               v1::AcuteCase* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::RatifyProvisional),
                     &CheckMeaning);
}

grpc::ServerUnaryReactor* EscalationService::LiftProvisional(grpc::CallbackServerContext* context,
                                                             const v1::LiftProvisionalRequest* request,
                                                             v1::AcuteCase* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::LiftProvisional));
}

grpc::ServerUnaryReactor* EscalationService::NotifyPartner(grpc::CallbackServerContext* context,
                                                           const v1::NotifyPartnerRequest* request,
                                                           v1::AcuteCase* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::NotifyPartner));
}

grpc::ServerUnaryReactor* EscalationService::AddAcuteSideMeasure(
    grpc::CallbackServerContext* context, const v1::AddAcuteSideMeasureRequest* request,
    v1::AcuteCase* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::AddAcuteSideMeasure));
}

grpc::ServerUnaryReactor* EscalationService::RegisterAcuteObjection(
    grpc::CallbackServerContext* context, const v1::RegisterAcuteObjectionRequest* request,
    v1::AcuteCase* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&escalation::RegisterAcuteObjection));
}

}  // namespace waarborg::escalation
