#ifndef WAARBORG_SERVICES_ASSESSMENT_COMMANDS_H_
#define WAARBORG_SERVICES_ASSESSMENT_COMMANDS_H_

// What changes an assessment: one command an rpc, one file a command. The comment of each rpc in
// assessment.proto is its contract. What touches other nouns too stands in services/flow: creating,
// concluding, finalising, acute unsafety.

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::assessment {

using AssessmentAnswer = absl::StatusOr<v1::Assessment>;
using FindingAnswer = absl::StatusOr<v1::Finding>;

// CheckMeaning: what is wrong with the fields of a request as far as the request itself can tell, of any
// shape. The edge asks it together with the shape; the command asks again, because it stands on its own.
void CheckMeaning(const v1::AnnounceAssessmentRequest& request, call::Violations& violations);
void CheckMeaning(const v1::StartUnannouncedRequest& request, call::Violations& violations);
void CheckMeaning(const v1::SetScopeRequest& request, call::Violations& violations);
void CheckMeaning(const v1::StartFieldworkRequest& request, call::Violations& violations);
void CheckMeaning(const v1::ScoreFindingsRequest& request, call::Violations& violations);
void CheckMeaning(const v1::JudgeTrustRequest& request, call::Violations& violations);
void CheckMeaning(const v1::CloseAssessmentRequest& request, call::Violations& violations);
void CheckMeaning(const v1::CorrectAssessmentRequest& request, call::Violations& violations);

AssessmentAnswer AnnounceAssessment(ledger::UnitOfWork& unit, const v1::AnnounceAssessmentRequest& request);
AssessmentAnswer StartUnannounced(ledger::UnitOfWork& unit, const v1::StartUnannouncedRequest& request);
AssessmentAnswer OpenPreparation(ledger::UnitOfWork& unit, const v1::OpenPreparationRequest& request);
AssessmentAnswer SetScope(ledger::UnitOfWork& unit, const v1::SetScopeRequest& request);
AssessmentAnswer StartFieldwork(ledger::UnitOfWork& unit, const v1::StartFieldworkRequest& request);
AssessmentAnswer RecordObservation(ledger::UnitOfWork& unit, const v1::RecordObservationRequest& request);
AssessmentAnswer FinishFieldwork(ledger::UnitOfWork& unit, const v1::FinishFieldworkRequest& request);

absl::StatusOr<v1::ScoreFindingsResponse> ScoreFindings(ledger::UnitOfWork& unit,
                                                        const v1::ScoreFindingsRequest& request);
AssessmentAnswer SubmitScores(ledger::UnitOfWork& unit, const v1::SubmitScoresRequest& request);
AssessmentAnswer ReturnScores(ledger::UnitOfWork& unit, const v1::ReturnScoresRequest& request);

AssessmentAnswer JudgeQuality(ledger::UnitOfWork& unit, const v1::JudgeQualityRequest& request);
AssessmentAnswer JudgeContext(ledger::UnitOfWork& unit, const v1::JudgeContextRequest& request);
AssessmentAnswer JudgeTrust(ledger::UnitOfWork& unit, const v1::JudgeTrustRequest& request);
AssessmentAnswer ConfirmAssessment(ledger::UnitOfWork& unit, const v1::ConfirmAssessmentRequest& request);

AssessmentAnswer SendDraft(ledger::UnitOfWork& unit, const v1::SendDraftRequest& request);
AssessmentAnswer ResendDraft(ledger::UnitOfWork& unit, const v1::ResendDraftRequest& request);
FindingAnswer RecordRemark(ledger::UnitOfWork& unit, const v1::RecordRemarkRequest& request);
AssessmentAnswer SubmitResponse(ledger::UnitOfWork& unit, const v1::SubmitResponseRequest& request);
AssessmentAnswer ExtendResponseTerm(ledger::UnitOfWork& unit, const v1::ExtendResponseTermRequest& request);
FindingAnswer AnswerRemark(ledger::UnitOfWork& unit, const v1::AnswerRemarkRequest& request);
AssessmentAnswer AmendDraft(ledger::UnitOfWork& unit, const v1::AmendDraftRequest& request);

AssessmentAnswer CloseAssessment(ledger::UnitOfWork& unit, const v1::CloseAssessmentRequest& request);
AssessmentAnswer CancelAssessment(ledger::UnitOfWork& unit, const v1::CancelAssessmentRequest& request);
AssessmentAnswer CorrectAssessment(ledger::UnitOfWork& unit, const v1::CorrectAssessmentRequest& request);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_COMMANDS_H_
