#ifndef WAARBORG_SERVICES_IMPROVEMENT_RULES_LIFECYCLE_H_
#define WAARBORG_SERVICES_IMPROVEMENT_RULES_LIFECYCLE_H_

// The lives of an improvement plan (verbeterplan) and of an attention point (aandachtspunt). Sources are
// sections of the domain reference ("4.2") and numbered requirements. Every act of a provider may also be
// entered by the quality manager, namens aanbieder.

#include "services/rules/lifecycle.h"
#include "waarborg/improvement/v1/improvement.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::improvement {

using PlanState = ::waarborg::improvement::v1::ImprovementPlan::State;
using PointState = ::waarborg::improvement::v1::AttentionPoint::State;
using PlanStates = rules::EnumSet<PlanState>;

namespace table {

using rules::kSame;
using team::v1::Role;
using team::v1::ROLE_CONTRACT_MANAGER;
using team::v1::ROLE_PROVIDER_USER;
using team::v1::ROLE_QUALITY_MANAGER;
using team::v1::ROLE_SECOND_READER;
using team::v1::ROLE_SYSTEM;
using Plan = ::waarborg::improvement::v1::ImprovementPlan;
using Point = ::waarborg::improvement::v1::AttentionPoint;

inline constexpr PlanState kRequested = Plan::STATE_REQUESTED;
inline constexpr PlanState kSubmitted = Plan::STATE_SUBMITTED;
inline constexpr PlanState kReturned = Plan::STATE_RETURNED;
inline constexpr PlanState kApproved = Plan::STATE_APPROVED;
inline constexpr PlanState kInProgress = Plan::STATE_IN_PROGRESS;
inline constexpr PlanState kCompleted = Plan::STATE_COMPLETED;
inline constexpr PlanState kAchieved = Plan::STATE_ACHIEVED;
inline constexpr PlanState kFailed = Plan::STATE_FAILED;
inline constexpr PlanState kSuperseded = Plan::STATE_SUPERSEDED;

inline constexpr PointState kPointOpen = Point::STATE_OPEN;
inline constexpr PointState kPointReported = Point::STATE_REPORTED;
inline constexpr PointState kPointClosed = Point::STATE_CLOSED;

inline constexpr rules::EnumSet<Role> kManager{ROLE_QUALITY_MANAGER};
inline constexpr rules::EnumSet<Role> kProvider{ROLE_PROVIDER_USER, ROLE_QUALITY_MANAGER};
inline constexpr rules::EnumSet<Role> kReader{ROLE_SECOND_READER};
inline constexpr rules::EnumSet<Role> kTimer{ROLE_SYSTEM};
inline constexpr rules::EnumSet<Role> kTimerOrManager{ROLE_SYSTEM, ROLE_QUALITY_MANAGER};
inline constexpr rules::EnumSet<Role> kContractManager{ROLE_CONTRACT_MANAGER};
inline constexpr rules::EnumSet<Role> kReporter{ROLE_CONTRACT_MANAGER, ROLE_PROVIDER_USER,
                                                ROLE_QUALITY_MANAGER};

}  // namespace table

// A plan has not ended while it stands in one of these.
inline constexpr PlanStates kOpenPlanStates{table::kRequested, table::kSubmitted,  table::kReturned,
                                            table::kApproved,  table::kInProgress, table::kCompleted};
inline constexpr PlanStates kEndedPlanStates{table::kAchieved, table::kFailed, table::kSuperseded};
inline constexpr rules::EnumSet<PointState> kPointStates{table::kPointOpen, table::kPointReported,
                                                         table::kPointClosed};

// clang-format off
inline constexpr auto kImprovementPlanLifecycle = rules::MakeLifecycle<PlanState, table::Role>(
    "improvement_plan", /*final_states=*/kEndedPlanStates,
    {
        // from                                       event                        guard                          roles                   to                  fact                         source
        {{},                                          "request",                   "assessment_final",            table::kManager,        table::kRequested,  "ImprovementPlanRequested",  "R-002-30, 4.2"},
        {{table::kRequested, table::kReturned},       "submit",                    "items_smart",                 table::kProvider,       table::kSubmitted,  "ImprovementPlanSubmitted",  "R-003-12, 4.2"},
        {{table::kRequested, table::kReturned},       "mark_overdue",              "due_passed",                  table::kTimer,          table::kSame,       "SubmissionOverdue",         "G7, 4.2"},
        {{table::kRequested, table::kReturned},       "mark_reminder_passed",      "reminder_passed",             table::kTimer,          table::kSame,       "SubmissionReminderPassed",  "G7, 4.2"},
        {{table::kRequested, table::kReturned},       "propose_giving_up",         "may_give_up",                 table::kManager,        table::kSame,       "GivingUpProposed",          "4 (2), 4.2"},
        {{table::kRequested, table::kReturned},       "give_up",                   "may_give_up, confirmed",      table::kManager,        table::kFailed,     "ImprovementPlanGivenUp",    "4.2"},
        {{table::kRequested, table::kReturned, table::kFailed}, "confirm",         "other_person, same_content",  table::kReader,         table::kSame,       "GivingUpConfirmed",         "G4, 4 (2)"},
        {{table::kFailed},                            "mark_confirmation_overdue", "due_passed",                  table::kTimer,          table::kSame,       "ConfirmationOverdue",       "G7, 4 (2)"},
        {{table::kSubmitted},                         "mark_judgement_overdue",    "due_passed",                  table::kTimer,          table::kSame,       "JudgementOverdue",          "G7, 4.4.4"},
        {{table::kSubmitted},                         "return",                    "reason_per_item",             table::kManager,        table::kReturned,   "ImprovementPlanReturned",   "R-002-30, 4.2"},
        {{table::kSubmitted},                         "approve",                   "items_covered",               table::kManager,        table::kApproved,   "ImprovementPlanApproved",   "R-002-30, 4.2"},
        {{table::kApproved},                          "start",                     "",                            table::kProvider,       table::kInProgress, "ImprovementPlanStarted",    "4.2"},
        {{table::kInProgress},                        "report_progress",           "items_known",                 table::kProvider,       table::kSame,       "ProgressReported",          "R-003-13, 4.2"},
        {{table::kInProgress},                        "flag_stagnation",           "reason",                      table::kTimerOrManager, table::kSame,       "StagnationFlagged",         "R-003-19, 4.2"},
        {{table::kInProgress},                        "clear_stagnation",          "flagged, reason",             table::kManager,        table::kSame,       "StagnationCleared",         "R-003-19, 4.2"},
        {{table::kInProgress},                        "propose_change",            "items_smart, reason",         table::kProvider,       table::kSame,       "PlanChangeProposed",        "4.2"},
        {{table::kInProgress},                        "approve_change",            "change_pending",              table::kManager,        table::kSame,       "PlanChangeApproved",        "4.2"},
        {{table::kInProgress},                        "refuse_change",             "change_pending, reason",      table::kManager,        table::kSame,       "PlanChangeRefused",         "4.2"},
        {{table::kInProgress},                        "report_complete",           "items_done",                  table::kProvider,       table::kCompleted,  "CompletionReported",        "R-002-30, 4.2"},
        {{table::kApproved, table::kInProgress},      "mark_end_passed",           "end_passed",                  table::kTimer,          table::kSame,       "PlanEndPassed",             "G7, 4.2"},
        {{table::kApproved, table::kInProgress},      "fail_by_end_date",          "end_passed, reason",          table::kManager,        table::kFailed,     "ImprovementPlanFailed",     "4.2"},
        {{table::kCompleted},                         "mark_re_assessment_overdue", "due_passed",                 table::kTimer,          table::kSame,       "ReAssessmentOverdue",       "G7, 4.4.4"},
        {{table::kInProgress, table::kCompleted},     "link_re_assessment",        "ready_for_re_assessment",     table::kManager,        table::kSame,       "ReAssessmentPlanned",       "R-002-30, 4.3"},
        {{table::kInProgress, table::kCompleted},     "re_assessed_improved",      "outcome_improved",            table::kManager,        table::kAchieved,   "ImprovementPlanAchieved",   "4.2, 4.3"},
        {{table::kInProgress, table::kCompleted},     "re_assessed_partly",        "outcome_partly, round_left",  table::kManager,        table::kInProgress, "ImprovementPlanReopened",   "4.2, 4.3"},
        {{table::kInProgress, table::kCompleted},     "re_assessed_not",           "outcome_not_improved",        table::kManager,        table::kFailed,     "ImprovementPlanNotAchieved", "4.2, 4.3"},
        {kEndedPlanStates,                            "note_outcome",              "",                            table::kManager,        table::kSame,       "OutcomeNoted",              "4.3"},
        {kOpenPlanStates,                             "supersede",                 "heavier_step_decided",        table::kManager,        table::kSuperseded, "ImprovementPlanSuperseded", "4.2"},
    });

inline constexpr auto kAttentionPointLifecycle = rules::MakeLifecycle<PointState, table::Role>(
    "attention_point", /*final_states=*/{table::kPointClosed},
    {
        // from                                       event     guard              roles                    to                      fact                      source
        {{},                                          "create", "assessment_good", table::kManager,         table::kPointOpen,      "AttentionPointCreated",  "R-002-29, 4 (9)"},
        {{table::kPointOpen, table::kPointReported},  "report", "report",          table::kReporter,        table::kPointReported,  "AttentionPointReported", "R-002-29, 4 (9)"},
        {{table::kPointReported},                     "close",  "",                table::kContractManager, table::kPointClosed,    "AttentionPointClosed",   "R-002-29, 4 (9)"},
    });
// clang-format on

static_assert(rules::IsSound(kImprovementPlanLifecycle, kOpenPlanStates | kEndedPlanStates));
static_assert(rules::IsSound(kAttentionPointLifecycle, kPointStates));

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_RULES_LIFECYCLE_H_
