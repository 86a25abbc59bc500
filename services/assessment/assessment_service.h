#ifndef WAARBORG_SERVICES_ASSESSMENT_ASSESSMENT_SERVICE_H_
#define WAARBORG_SERVICES_ASSESSMENT_ASSESSMENT_SERVICE_H_

// AssessmentService on the wire: one line a method, into the edge.

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/assessment/v1/assessment.grpc.pb.h"

namespace waarborg::assessment {

// Thread-safe. `edge` and `ledger` must outlive it.
class AssessmentService final : public v1::AssessmentService::CallbackService {
 public:
  AssessmentService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* CreateAssessment(grpc::CallbackServerContext* context,
                                             const v1::CreateAssessmentRequest* request,
                                             v1::Assessment* response) override;
  grpc::ServerUnaryReactor* GetAssessment(grpc::CallbackServerContext* context,
                                          const v1::GetAssessmentRequest* request,
                                          v1::Assessment* response) override;
  grpc::ServerUnaryReactor* ListAssessments(grpc::CallbackServerContext* context,
                                            const v1::ListAssessmentsRequest* request,
                                            v1::ListAssessmentsResponse* response) override;
  grpc::ServerUnaryReactor* AnnounceAssessment(grpc::CallbackServerContext* context,
                                               const v1::AnnounceAssessmentRequest* request,
                                               v1::Assessment* response) override;
  grpc::ServerUnaryReactor* StartUnannounced(grpc::CallbackServerContext* context,
                                             const v1::StartUnannouncedRequest* request,
                                             v1::Assessment* response) override;
  grpc::ServerUnaryReactor* OpenPreparation(grpc::CallbackServerContext* context,
                                            const v1::OpenPreparationRequest* request,
                                            v1::Assessment* response) override;
  grpc::ServerUnaryReactor* SetScope(grpc::CallbackServerContext* context, const v1::SetScopeRequest* request,
                                     v1::Assessment* response) override;
  grpc::ServerUnaryReactor* StartFieldwork(grpc::CallbackServerContext* context,
                                           const v1::StartFieldworkRequest* request,
                                           v1::Assessment* response) override;
  grpc::ServerUnaryReactor* RecordObservation(grpc::CallbackServerContext* context,
                                              const v1::RecordObservationRequest* request,
                                              v1::Assessment* response) override;
  grpc::ServerUnaryReactor* ReportAcuteUnsafety(grpc::CallbackServerContext* context,
                                                const v1::ReportAcuteUnsafetyRequest* request,
                                                v1::Assessment* response) override;
  grpc::ServerUnaryReactor* FinishFieldwork(grpc::CallbackServerContext* context,
                                            const v1::FinishFieldworkRequest* request,
                                            v1::Assessment* response) override;
  grpc::ServerUnaryReactor* ScoreFindings(grpc::CallbackServerContext* context,
                                          const v1::ScoreFindingsRequest* request,
                                          v1::ScoreFindingsResponse* response) override;
  grpc::ServerUnaryReactor* GetFinding(grpc::CallbackServerContext* context,
                                       const v1::GetFindingRequest* request, v1::Finding* response) override;
  grpc::ServerUnaryReactor* ListFindings(grpc::CallbackServerContext* context,
                                         const v1::ListFindingsRequest* request,
                                         v1::ListFindingsResponse* response) override;
  grpc::ServerUnaryReactor* SubmitScores(grpc::CallbackServerContext* context,
                                         const v1::SubmitScoresRequest* request,
                                         v1::Assessment* response) override;
  grpc::ServerUnaryReactor* ReturnScores(grpc::CallbackServerContext* context,
                                         const v1::ReturnScoresRequest* request,
                                         v1::Assessment* response) override;
  grpc::ServerUnaryReactor* JudgeQuality(grpc::CallbackServerContext* context,
                                         const v1::JudgeQualityRequest* request,
                                         v1::Assessment* response) override;
  grpc::ServerUnaryReactor* JudgeContext(grpc::CallbackServerContext* context,
                                         const v1::JudgeContextRequest* request,
                                         v1::Assessment* response) override;
  grpc::ServerUnaryReactor* JudgeTrust(grpc::CallbackServerContext* context,
                                       const v1::JudgeTrustRequest* request,
                                       v1::Assessment* response) override;
  grpc::ServerUnaryReactor* ConcludeJudgement(grpc::CallbackServerContext* context,
                                              const v1::ConcludeJudgementRequest* request,
                                              v1::Assessment* response) override;
  grpc::ServerUnaryReactor* ConfirmAssessment(grpc::CallbackServerContext* context,
                                              const v1::ConfirmAssessmentRequest* request,
                                              v1::Assessment* response) override;
  grpc::ServerUnaryReactor* SendDraft(grpc::CallbackServerContext* context,
                                      const v1::SendDraftRequest* request, v1::Assessment* response) override;
  grpc::ServerUnaryReactor* ResendDraft(grpc::CallbackServerContext* context,
                                        const v1::ResendDraftRequest* request,
                                        v1::Assessment* response) override;
  grpc::ServerUnaryReactor* RecordRemark(grpc::CallbackServerContext* context,
                                         const v1::RecordRemarkRequest* request,
                                         v1::Finding* response) override;
  grpc::ServerUnaryReactor* SubmitResponse(grpc::CallbackServerContext* context,
                                           const v1::SubmitResponseRequest* request,
                                           v1::Assessment* response) override;
  grpc::ServerUnaryReactor* ExtendResponseTerm(grpc::CallbackServerContext* context,
                                               const v1::ExtendResponseTermRequest* request,
                                               v1::Assessment* response) override;
  grpc::ServerUnaryReactor* AnswerRemark(grpc::CallbackServerContext* context,
                                         const v1::AnswerRemarkRequest* request,
                                         v1::Finding* response) override;
  grpc::ServerUnaryReactor* AmendDraft(grpc::CallbackServerContext* context,
                                       const v1::AmendDraftRequest* request,
                                       v1::Assessment* response) override;
  grpc::ServerUnaryReactor* FinaliseAssessment(grpc::CallbackServerContext* context,
                                               const v1::FinaliseAssessmentRequest* request,
                                               v1::Assessment* response) override;
  grpc::ServerUnaryReactor* CloseAssessment(grpc::CallbackServerContext* context,
                                            const v1::CloseAssessmentRequest* request,
                                            v1::Assessment* response) override;
  grpc::ServerUnaryReactor* CancelAssessment(grpc::CallbackServerContext* context,
                                             const v1::CancelAssessmentRequest* request,
                                             v1::Assessment* response) override;
  grpc::ServerUnaryReactor* CorrectAssessment(grpc::CallbackServerContext* context,
                                              const v1::CorrectAssessmentRequest* request,
                                              v1::Assessment* response) override;
  grpc::ServerUnaryReactor* GetDecisionRecord(grpc::CallbackServerContext* context,
                                              const v1::GetDecisionRecordRequest* request,
                                              v1::DecisionRecord* response) override;
  grpc::ServerUnaryReactor* ListDecisionRecords(grpc::CallbackServerContext* context,
                                                const v1::ListDecisionRecordsRequest* request,
                                                v1::ListDecisionRecordsResponse* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_ASSESSMENT_SERVICE_H_
