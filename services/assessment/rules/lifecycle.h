#ifndef WAARBORG_SERVICES_ASSESSMENT_RULES_LIFECYCLE_H_
#define WAARBORG_SERVICES_ASSESSMENT_RULES_LIFECYCLE_H_

// The course of an assessment (reference 4.1 and 4.3, and the list that opens section 4). A re-assessment
// takes the same course; what a kind skips is policy data, so the guards `..._skipped` ask the policy pinned
// by the assessment.

#include "services/rules/lifecycle.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::assessment {

using State = v1::Assessment::State;
using StateSet = rules::EnumSet<State>;
using RoleSet = rules::EnumSet<team::v1::Role>;

inline constexpr State kPlanned = v1::Assessment::STATE_PLANNED;
inline constexpr State kAnnounced = v1::Assessment::STATE_ANNOUNCED;
inline constexpr State kPreparing = v1::Assessment::STATE_PREPARING;
inline constexpr State kFieldwork = v1::Assessment::STATE_FIELDWORK;
inline constexpr State kScoring = v1::Assessment::STATE_SCORING;
inline constexpr State kReview = v1::Assessment::STATE_REVIEW;
inline constexpr State kDraftSent = v1::Assessment::STATE_DRAFT_SENT;
inline constexpr State kResponseIn = v1::Assessment::STATE_RESPONSE_IN;
inline constexpr State kFinal = v1::Assessment::STATE_FINAL;
inline constexpr State kClosed = v1::Assessment::STATE_CLOSED;
inline constexpr State kCancelled = v1::Assessment::STATE_CANCELLED;

inline constexpr StateSet kBeforeDraft{kPlanned, kAnnounced, kPreparing, kFieldwork, kScoring, kReview};
inline constexpr StateSet kDecided{kFinal, kClosed};
inline constexpr StateSet kAllStates =
    kBeforeDraft | StateSet{kDraftSent, kResponseIn, kCancelled} | kDecided;

inline constexpr RoleSet kQm{team::v1::ROLE_QUALITY_MANAGER};
inline constexpr RoleSet kTeam{team::v1::ROLE_TEAM_MEMBER, team::v1::ROLE_QUALITY_MANAGER};
inline constexpr RoleSet kTm{team::v1::ROLE_TEAM_MEMBER};
inline constexpr RoleSet kSr{team::v1::ROLE_SECOND_READER};
// The provider, or the quality manager namens aanbieder.
inline constexpr RoleSet kProviderSide{team::v1::ROLE_PROVIDER_USER, team::v1::ROLE_QUALITY_MANAGER};
inline constexpr RoleSet kSystem{team::v1::ROLE_SYSTEM};

// clang-format off
inline constexpr auto kAssessmentLifecycle = rules::MakeLifecycle<State, team::v1::Role>(
    "assessment", /*final_states=*/{kClosed, kCancelled},
    {
        // from                              event                        guard                              roles          to           fact                         source
        {{},                                 "create",                    "provider_active_framework_found", kQm,           kPlanned,    "AssessmentCreated",         "R-002-06, R-002-10, 4.3"},
        {{kPlanned},                         "announce",                  "visit_date_kind_not_urgent",      kQm,           kAnnounced,  "AssessmentAnnounced",       "4.1"},
        {{kPlanned},                         "start_unannounced",         "urgent_or_wmo_supervision",       kQm,           kFieldwork,  "UnannouncedVisitStarted",   "4.1"},
        {{kAnnounced},                       "open_preparation",          "",                                kQm,           kPreparing,  "PreparationOpened",         "R-003-14"},
        {{kPlanned},                         "open_preparation",          "announcement_skipped",            kQm,           kPreparing,  "PreparationOpened",         "4 (3)"},
        {{kPreparing},                       "set_scope",                 "exclusions_have_reasons",         kQm,           rules::kSame, "ScopeSet",                 "R-002-10"},
        {{kFieldwork},                       "set_scope",                 "unannounced_or_prep_skipped",     kQm,           rules::kSame, "ScopeSet",                 "4.1"},
        {{kPreparing},                       "start_fieldwork",           "scope_set_delegation_named",      kQm,           kFieldwork,  "FieldworkStarted",          "R-003-20"},
        {{kAnnounced},                       "start_fieldwork",           "preparation_skipped",             kQm,           kFieldwork,  "FieldworkStarted",          "4 (3)"},
        {{kPlanned},                         "start_fieldwork",           "announcement_and_prep_skipped",   kQm,           kFieldwork,  "FieldworkStarted",          "4 (3)"},
        {{kFieldwork},                       "record_observation",        "",                                kTeam,         rules::kSame, "ObservationRecorded",      "R-004-06"},
        {{kFieldwork},                       "report_acute_unsafety",     "danger_described",                kTeam,         rules::kSame, "AcuteUnsafetySeen",        "R-002-26, R-003-29"},
        {{kFieldwork},                       "finish_fieldwork",          "scope_set",                       kQm,           kScoring,    "FieldworkFinished",         "4.1"},
        {{kPreparing, kFieldwork, kScoring}, "score",                     "criterion_in_scope_motivated",    kQm,           rules::kSame, "FindingsScored",           "R-002-33, 4 (3)"},
        {{kPreparing, kFieldwork, kScoring}, "propose_scores",            "criterion_in_scope_motivated",    kTm,           rules::kSame, "ScoresProposed",           "4.1"},
        {{kScoring},                         "submit_scores",             "all_scored_one_tested",           kQm,           kReview,     "ScoresSubmitted",           "R-002-28"},
        {{kScoring},                         "ask_narrowing",             "policy_asks_second_person_before", kQm,          rules::kSame, "NarrowingAsked",           "4.3, 4 (2)"},
        {{kReview},                          "return_scores",             "reason",                          kSr,           kScoring,    "ScoresReturned",            "4.1"},
        {{kReview},                          "judge_quality",             "",                                kQm,           rules::kSame, "QualityJudged",            "R-002-41"},
        {{kReview},                          "judge_context",             "quality_judged",                  kQm,           rules::kSame, "ContextJudged",            "R-002-41"},
        {{kReview},                          "judge_trust",               "context_judged",                  kQm,           rules::kSame, "TrustJudged",              "R-002-38, R-002-41"},
        {{kReview},                          "conclude",                  "choices_answered_deviation_grounded", kQm,       rules::kSame, "JudgementConcluded",       "R-002-26, R-002-35"},
        {{kReview},                          "send_draft",                "concluded_and_confirmed",         kQm,           kDraftSent,  "DraftSent",                 "4.1"},
        {{kReview},                          "resend_draft",              "earlier_draft_nothing_worse",     kQm,           kResponseIn, "DraftResent",               "4 (3)"},
        {{kDraftSent},                       "record_remark",             "within_term",                     kProviderSide, rules::kSame, "RemarkRecorded",           "4 (4)"},
        {{kDraftSent},                       "submit_response",           "within_term",                     kProviderSide, kResponseIn, "ResponseSubmitted",         "4 (4), 4 (5)"},
        {{kDraftSent},                       "extend_response_term",      "reason_later_date",               kQm,           rules::kSame, "ResponseTermExtended",     "G5"},
        {{kDraftSent},                       "expire_response_term",      "due_date_passed",                 kSystem,       kResponseIn, "ResponseTermExpired",       "4.1"},
        {{kResponseIn},                      "answer_remark",             "remark_made",                     kQm,           rules::kSame, "RemarkAnswered",           "4 (4)"},
        {{kResponseIn},                      "amend_draft",               "reason",                          kQm,           kScoring,    "DraftAmended",              "4.1"},
        {{kResponseIn},                      "finalise",                  "remarks_answered_and_confirmed",  kQm,           kFinal,      "AssessmentFinalised",       "R-002-29..35"},
        {{kFinal},                           "close",                     "handed_over_or_closing_skipped",  kQm,           kClosed,     "AssessmentClosed",          "4.1"},
        {kBeforeDraft,                       "ask_cancellation",          "policy_asks_second_person_before", kQm,          rules::kSame, "CancellationAsked",        "4 (2)"},
        {kBeforeDraft,                       "cancel",                    "reason",                          kQm,           kCancelled,  "AssessmentCancelled",       "4.1"},
        {kDecided,                           "ask_correction",            "policy_asks_second_person_before", kQm,          rules::kSame, "CorrectionAsked",          "4 (2)"},
        {kDecided,                           "correct",                   "reason",                          kQm,           rules::kSame, "AssessmentCorrected",      "G6"},
        {kAllStates,                         "confirm",                   "not_the_author_same_content",     kSr,           rules::kSame, "ActConfirmed",             "4 (2), G4"},
        {kAllStates,                         "flag_confirmation_overdue", "due_date_passed",                 kSystem,       rules::kSame, "ConfirmationOverdue",      "4 (2), G7"},
    });
// clang-format on
static_assert(rules::IsSound(kAssessmentLifecycle, kAllStates));

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_RULES_LIFECYCLE_H_
