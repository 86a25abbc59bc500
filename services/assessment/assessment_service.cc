#include "services/assessment/assessment_service.h"

#include "services/assessment/commands.h"
#include "services/assessment/queries.h"
#include "services/flow/conclude_judgement.h"
#include "services/flow/create_assessment.h"
#include "services/flow/finalise_assessment.h"
#include "services/flow/report_acute_unsafety.h"

namespace waarborg::assessment {

grpc::ServerUnaryReactor* AssessmentService::CreateAssessment(grpc::CallbackServerContext* context,
                                                              const v1::CreateAssessmentRequest* request,
                                                              v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::CreateAssessment),
                     &flow::CheckMeaning);
}

grpc::ServerUnaryReactor* AssessmentService::GetAssessment(grpc::CallbackServerContext* context,
                                                           const v1::GetAssessmentRequest* request,
                                                           v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&assessment::GetAssessment));
}

grpc::ServerUnaryReactor* AssessmentService::ListAssessments(grpc::CallbackServerContext* context,
                                                             const v1::ListAssessmentsRequest* request,
                                                             v1::ListAssessmentsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&assessment::ListAssessments));
}

grpc::ServerUnaryReactor* AssessmentService::AnnounceAssessment(grpc::CallbackServerContext* context,
                                                                const v1::AnnounceAssessmentRequest* request,
                                                                v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::AnnounceAssessment),
                     &CheckMeaning);
}

grpc::ServerUnaryReactor* AssessmentService::StartUnannounced(grpc::CallbackServerContext* context,
                                                              const v1::StartUnannouncedRequest* request,
                                                              v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::StartUnannounced),
                     &CheckMeaning);
}

grpc::ServerUnaryReactor* AssessmentService::OpenPreparation(grpc::CallbackServerContext* context,
                                                             const v1::OpenPreparationRequest* request,
                                                             v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::OpenPreparation));
}

grpc::ServerUnaryReactor* AssessmentService::SetScope(grpc::CallbackServerContext* context,
                                                      const v1::SetScopeRequest* request,
                                                      v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::SetScope), &CheckMeaning);
}

grpc::ServerUnaryReactor* AssessmentService::StartFieldwork(grpc::CallbackServerContext* context,
                                                            const v1::StartFieldworkRequest* request,
                                                            v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::StartFieldwork), &CheckMeaning);
}

grpc::ServerUnaryReactor* AssessmentService::RecordObservation(grpc::CallbackServerContext* context,
                                                               const v1::RecordObservationRequest* request,
                                                               v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::RecordObservation));
}

grpc::ServerUnaryReactor* AssessmentService::ReportAcuteUnsafety(
    grpc::CallbackServerContext* context, const v1::ReportAcuteUnsafetyRequest* request,
    v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::ReportAcuteUnsafety),
                     &flow::CheckMeaning);
}

grpc::ServerUnaryReactor* AssessmentService::FinishFieldwork(grpc::CallbackServerContext* context,
                                                             const v1::FinishFieldworkRequest* request,
                                                             v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::FinishFieldwork));
}

grpc::ServerUnaryReactor* AssessmentService::ScoreFindings(grpc::CallbackServerContext* context,
                                                           const v1::ScoreFindingsRequest* request,
                                                           v1::ScoreFindingsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::ScoreFindings), &CheckMeaning);
}

grpc::ServerUnaryReactor* AssessmentService::GetFinding(grpc::CallbackServerContext* context,
                                                        const v1::GetFindingRequest* request,
                                                        v1::Finding* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&assessment::GetFinding));
}

grpc::ServerUnaryReactor* AssessmentService::ListFindings(grpc::CallbackServerContext* context,
                                                          const v1::ListFindingsRequest* request,
                                                          v1::ListFindingsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&assessment::ListFindings));
}

grpc::ServerUnaryReactor* AssessmentService::SubmitScores(grpc::CallbackServerContext* context,
                                                          const v1::SubmitScoresRequest* request,
                                                          v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::SubmitScores));
}

grpc::ServerUnaryReactor* AssessmentService::ReturnScores(grpc::CallbackServerContext* context,
                                                          const v1::ReturnScoresRequest* request,
                                                          v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::ReturnScores));
}

grpc::ServerUnaryReactor* AssessmentService::JudgeQuality(grpc::CallbackServerContext* context,
                                                          const v1::JudgeQualityRequest* request,
                                                          v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::JudgeQuality));
}

grpc::ServerUnaryReactor* AssessmentService::JudgeContext(grpc::CallbackServerContext* context,
                                                          const v1::JudgeContextRequest* request,
                                                          v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::JudgeContext));
}

grpc::ServerUnaryReactor* AssessmentService::JudgeTrust(grpc::CallbackServerContext* context,
                                                        const v1::JudgeTrustRequest* request,
                                                        v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::JudgeTrust), &CheckMeaning);
}

grpc::ServerUnaryReactor* AssessmentService::ConcludeJudgement(grpc::CallbackServerContext* context,
                                                               const v1::ConcludeJudgementRequest* request,
                                                               v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::ConcludeJudgement),
                     &flow::CheckMeaning);
}

grpc::ServerUnaryReactor* AssessmentService::ConfirmAssessment(grpc::CallbackServerContext* context,
                                                               const v1::ConfirmAssessmentRequest* request,
                                                               v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::ConfirmAssessment));
}

grpc::ServerUnaryReactor* AssessmentService::SendDraft(grpc::CallbackServerContext* context,
                                                       const v1::SendDraftRequest* request,
                                                       v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::SendDraft));
}

grpc::ServerUnaryReactor* AssessmentService::ResendDraft(grpc::CallbackServerContext* context,
                                                         const v1::ResendDraftRequest* request,
                                                         v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::ResendDraft));
}

grpc::ServerUnaryReactor* AssessmentService::RecordRemark(grpc::CallbackServerContext* context,
                                                          const v1::RecordRemarkRequest* request,
                                                          v1::Finding* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::RecordRemark));
}

grpc::ServerUnaryReactor* AssessmentService::SubmitResponse(grpc::CallbackServerContext* context,
                                                            const v1::SubmitResponseRequest* request,
                                                            v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::SubmitResponse));
}

grpc::ServerUnaryReactor* AssessmentService::ExtendResponseTerm(grpc::CallbackServerContext* context,
                                                                const v1::ExtendResponseTermRequest* request,
                                                                v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::ExtendResponseTerm));
}

grpc::ServerUnaryReactor* AssessmentService::AnswerRemark(grpc::CallbackServerContext* context,
                                                          const v1::AnswerRemarkRequest* request,
                                                          v1::Finding* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::AnswerRemark));
}

grpc::ServerUnaryReactor* AssessmentService::AmendDraft(grpc::CallbackServerContext* context,
                                                        const v1::AmendDraftRequest* request,
                                                        v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::AmendDraft));
}

grpc::ServerUnaryReactor* AssessmentService::FinaliseAssessment(grpc::CallbackServerContext* context,
                                                                const v1::FinaliseAssessmentRequest* request,
                                                                v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::FinaliseAssessment));
}

grpc::ServerUnaryReactor* AssessmentService::CloseAssessment(grpc::CallbackServerContext* context,
                                                             const v1::CloseAssessmentRequest* request,
                                                             v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::CloseAssessment),
                     &CheckMeaning);
}

grpc::ServerUnaryReactor* AssessmentService::CancelAssessment(grpc::CallbackServerContext* context,
                                                              const v1::CancelAssessmentRequest* request,
                                                              v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::CancelAssessment));
}

grpc::ServerUnaryReactor* AssessmentService::CorrectAssessment(grpc::CallbackServerContext* context,
                                                               const v1::CorrectAssessmentRequest* request,
                                                               v1::Assessment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&assessment::CorrectAssessment),
                     &CheckMeaning);
}

grpc::ServerUnaryReactor* AssessmentService::GetDecisionRecord(grpc::CallbackServerContext* context,
                                                               const v1::GetDecisionRecordRequest* request,
                                                               v1::DecisionRecord* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&assessment::GetDecisionRecord));
}

grpc::ServerUnaryReactor* AssessmentService::ListDecisionRecords(
    grpc::CallbackServerContext* context, const v1::ListDecisionRecordsRequest* request,
    v1::ListDecisionRecordsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&assessment::ListDecisionRecords));
}

}  // namespace waarborg::assessment
