#ifndef WAARBORG_SERVICES_ESCALATION_COMMANDS_H_
#define WAARBORG_SERVICES_ESCALATION_COMMANDS_H_

// The changing rpcs of EscalationService, one file each in commands/. What each does, from which state and
// what it yields stands in waarborg/escalation/v1/escalation.proto; the order of events in rules/lifecycle.h;
// the errors in errors.h. All of them: NOT_FOUND, PERMISSION_DENIED (OTHER_PROVIDER, ROLE_NOT_ALLOWED),
// ABORTED (ETAG_MISMATCH), FAILED_PRECONDITION (ILLEGAL_TRANSITION). What moves an open step on waits while
// an acute case is open (ACUTE_CASE_OPEN).

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/escalation/v1/escalation.pb.h"

namespace waarborg::escalation {

// CheckMeaning: what is wrong with the fields of a request as far as the request itself can tell, of any
// shape. The edge asks it together with the shape; the command asks again, because it stands on its own.
void CheckMeaning(const v1::ProposeStepsRequest& request, call::Violations& violations);
void CheckMeaning(const v1::RecordAlignmentRequest& request, call::Violations& violations);
void CheckMeaning(const v1::DecideStepRequest& request, call::Violations& violations);
void CheckMeaning(const v1::DecideLighterRequest& request, call::Violations& violations);
void CheckMeaning(const v1::ProlongMeasureRequest& request, call::Violations& violations);
void CheckMeaning(const v1::RaiseAcuteCasesRequest& request, call::Violations& violations);
void CheckMeaning(const v1::RatifyProvisionalRequest& request, call::Violations& violations);

// FAILED_PRECONDITION (STEP_OPEN, ACUTE_CASE_OPEN, PROVIDER_INACTIVE, LEVEL_TERMINAL, LEVEL_UNCHANGED,
// LEVEL_NOT_FOR_PROFILE, LEVEL_NOT_FOR_LEGAL_BASIS, LEGAL_BASIS_NOT_FOR_PROFILE); INVALID_ARGUMENT
// (SKIP_REASON_REQUIRED, BASIS_REASON_REQUIRED, IMPROVED_GROUND_REQUIRED, GROUND_NOT_FOR_STEP_UP, those of
// CheckLegalGround and of the bodies); ALREADY_EXISTS (STEP_EXISTS).
absl::StatusOr<v1::ProposeStepsResponse> ProposeSteps(ledger::UnitOfWork& unit,
                                                      const v1::ProposeStepsRequest& request);

// PERMISSION_DENIED (SAME_PERSON), ABORTED (CONTENT_CHANGED), FAILED_PRECONDITION (CONFIRMATION_NOT_ASKED).
absl::StatusOr<v1::Step> ConfirmStep(ledger::UnitOfWork& unit, const v1::ConfirmStepRequest& request);

// FAILED_PRECONDITION (SECOND_PERSON_REQUIRED) where policy says BEFORE.
absl::StatusOr<v1::Step> SkipConfirmation(ledger::UnitOfWork& unit,
                                          const v1::SkipConfirmationRequest& request);
absl::StatusOr<v1::Step> RejectStep(ledger::UnitOfWork& unit, const v1::RejectStepRequest& request);

// FAILED_PRECONDITION (HEARING_REQUIRED, LEVEL_CHANGED).
absl::StatusOr<v1::Step> SkipHearing(ledger::UnitOfWork& unit, const v1::SkipHearingRequest& request);

// FAILED_PRECONDITION (HEARING_NOT_NEEDED, LEVEL_CHANGED); INVALID_ARGUMENT (JOINT_STEP_NOT_FIT).
absl::StatusOr<v1::Step> OpenHearing(ledger::UnitOfWork& unit, const v1::OpenHearingRequest& request);

// Also while an acute case is open: the term runs, so a view is taken in.
absl::StatusOr<v1::Step> RecordView(ledger::UnitOfWork& unit, const v1::RecordViewRequest& request);

// FAILED_PRECONDITION (HEARING_TERM_RUNNING) without a view before the term is over.
absl::StatusOr<v1::Step> CloseHearing(ledger::UnitOfWork& unit, const v1::CloseHearingRequest& request);
absl::StatusOr<v1::Step> AnswerView(ledger::UnitOfWork& unit, const v1::AnswerViewRequest& request);

// INVALID_ARGUMENT (ALIGNMENT_IN_FUTURE, ALIGNMENT_PARTNER_REQUIRED).
absl::StatusOr<v1::Step> RecordAlignment(ledger::UnitOfWork& unit, const v1::RecordAlignmentRequest& request);

// The errors of decision.h; moreover LEVEL_NOT_LIGHTER.
absl::StatusOr<v1::Step> DecideStep(ledger::UnitOfWork& unit, const v1::DecideStepRequest& request);
absl::StatusOr<v1::Step> DecideLighter(ledger::UnitOfWork& unit, const v1::DecideLighterRequest& request);
absl::StatusOr<v1::Step> DecideNot(ledger::UnitOfWork& unit, const v1::DecideNotRequest& request);

// The heavier level becomes the one proposed, so confirmations given before are void. PERMISSION_DENIED
// (NO_MANDATE) for that level; FAILED_PRECONDITION (LEVEL_NOT_HEAVIER, STEP_GOES_DOWN, LEVEL_CHANGED and
// those of the level).
absl::StatusOr<v1::Step> ReopenHearing(ledger::UnitOfWork& unit, const v1::ReopenHearingRequest& request);

// Where policy wants the second person BEFORE, the first call puts the reason forward and the step stays as
// it is; once confirmed, a second call with the same reason withdraws. LATER: at once, with the confirmation
// due.
absl::StatusOr<v1::Step> WithdrawStep(ledger::UnitOfWork& unit, const v1::WithdrawStepRequest& request);
absl::StatusOr<v1::Step> ConfirmStepAct(ledger::UnitOfWork& unit, const v1::ConfirmStepActRequest& request);

// The errors of side_measures.h.
absl::StatusOr<v1::Step> AddSideMeasure(ledger::UnitOfWork& unit, const v1::AddSideMeasureRequest& request);
absl::StatusOr<v1::AcuteCase> AddAcuteSideMeasure(ledger::UnitOfWork& unit,
                                                  const v1::AddAcuteSideMeasureRequest& request);

// The errors of objections.h.
absl::StatusOr<v1::Step> RegisterObjection(ledger::UnitOfWork& unit,
                                           const v1::RegisterObjectionRequest& request);
absl::StatusOr<v1::AcuteCase> RegisterAcuteObjection(ledger::UnitOfWork& unit,
                                                     const v1::RegisterAcuteObjectionRequest& request);

// The errors of OpenMeasure in measure_changes.h; INVALID_ARGUMENT (END_NOT_LATER, EVALUATION_NOT_AHEAD,
// EVALUATION_AFTER_END).
absl::StatusOr<v1::Standing> ProlongMeasure(ledger::UnitOfWork& unit,
                                            const v1::ProlongMeasureRequest& request);

// The errors of OpenMeasure; INVALID_ARGUMENT (EVALUATION_NOT_AHEAD, EVALUATION_AFTER_END,
// EVALUATION_DATE_REQUIRED).
absl::StatusOr<v1::Standing> RecordEvaluation(ledger::UnitOfWork& unit,
                                              const v1::RecordEvaluationRequest& request);

// The errors of RaiseCases in changes.h; INVALID_ARGUMENT (SEEN_IN_FUTURE and those of
// CheckLegalGround); FAILED_PRECONDITION
// (LEGAL_BASIS_NOT_FOR_PROFILE).
absl::StatusOr<v1::RaiseAcuteCasesResponse> RaiseAcuteCases(ledger::UnitOfWork& unit,
                                                            const v1::RaiseAcuteCasesRequest& request);

// BEFORE and LATER as in WithdrawStep.
absl::StatusOr<v1::AcuteCase> DismissAcuteCase(ledger::UnitOfWork& unit,
                                               const v1::DismissAcuteCaseRequest& request);
absl::StatusOr<v1::AcuteCase> ConfirmAcuteCase(ledger::UnitOfWork& unit,
                                               const v1::ConfirmAcuteCaseRequest& request);

// FAILED_PRECONDITION (PROVISIONAL_NOT_FOR_LEVEL, LEVEL_NOT_HEAVIER, LEVEL_TERMINAL and those of the level);
// PERMISSION_DENIED (NO_MANDATE).
absl::StatusOr<v1::AcuteCase> ImposeProvisional(ledger::UnitOfWork& unit,
                                                const v1::ImposeProvisionalRequest& request);
absl::StatusOr<v1::AcuteCase> HearAfterwards(ledger::UnitOfWork& unit,
                                             const v1::HearAfterwardsRequest& request);
absl::StatusOr<v1::AcuteCase> AnswerAcuteView(ledger::UnitOfWork& unit,
                                              const v1::AnswerAcuteViewRequest& request);

// PERMISSION_DENIED (SAME_PERSON, NO_MANDATE); FAILED_PRECONDITION (PROVISIONAL_LAPSED, HEARING_REQUIRED,
// VIEW_UNANSWERED, ALIGNMENT_REQUIRED: where alignment is asked, IGJ, NZA or VWS was told).
absl::StatusOr<v1::AcuteCase> RatifyProvisional(ledger::UnitOfWork& unit,
                                                const v1::RatifyProvisionalRequest& request);
absl::StatusOr<v1::AcuteCase> LiftProvisional(ledger::UnitOfWork& unit,
                                              const v1::LiftProvisionalRequest& request);
absl::StatusOr<v1::AcuteCase> NotifyPartner(ledger::UnitOfWork& unit,
                                            const v1::NotifyPartnerRequest& request);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_COMMANDS_H_
