#ifndef WAARBORG_SERVICES_ESCALATION_RULES_LIFECYCLE_H_
#define WAARBORG_SERVICES_ESCALATION_RULES_LIFECYCLE_H_

// The two lifecycles that move a provider on the ladder (reference 4, list 1, and 4.4). The level itself is
// data: no row here names one. Pure.

#include "services/rules/lifecycle.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::escalation {

namespace step_table {
using v1::Step;
using S = v1::Step::State;
using team::v1::ROLE_CONTRACT_MANAGER;
using team::v1::ROLE_DECISION_MAKER;
using team::v1::ROLE_PROVIDER_USER;
using team::v1::ROLE_QUALITY_MANAGER;
using team::v1::ROLE_SECOND_READER;
using team::v1::ROLE_SYSTEM;
inline constexpr S PROPOSED = Step::STATE_PROPOSED;
inline constexpr S CONFIRMED = Step::STATE_CONFIRMED;
inline constexpr S HEARING = Step::STATE_HEARING;
inline constexpr S READY = Step::STATE_READY;
inline constexpr S DECIDED = Step::STATE_DECIDED;
inline constexpr S REJECTED = Step::STATE_REJECTED;
inline constexpr S WITHDRAWN = Step::STATE_WITHDRAWN;
inline constexpr rules::EnumSet<S> kOpen{PROPOSED, CONFIRMED, HEARING, READY};
inline constexpr rules::EnumSet<S> kAll = kOpen | rules::EnumSet<S>{DECIDED, REJECTED, WITHDRAWN};
// Where an act of an open or ended step can still wait for its second person.
inline constexpr rules::EnumSet<S> kConfirmable = kOpen | rules::EnumSet<S>{DECIDED, WITHDRAWN};
inline constexpr rules::EnumSet<team::v1::Role> kDeciders{ROLE_DECISION_MAKER, ROLE_QUALITY_MANAGER};
}  // namespace step_table

// A step: one procedure towards another level, for one commissioning body.
inline constexpr auto kStepLifecycle = [] {
  using namespace step_table;  // NOLINT(google-build-using-namespace): the words of the table below
  return rules::MakeLifecycle<S, team::v1::Role>(
      "step", {DECIDED, REJECTED, WITHDRAWN},
      {
          // from, event, guard, roles, to, fact, source
          {{},
           "propose",
           "no_step_open, no_acute_case_open, ladder_allows, grounds, skip_reason",
           {ROLE_QUALITY_MANAGER},
           PROPOSED,
           "StepProposed",
           "R-002-26, R-002-36, R-002-39"},
          {{PROPOSED},
           "confirm",
           "second_person, same_content",
           {ROLE_SECOND_READER},
           CONFIRMED,
           "StepConfirmed",
           "4.4.2"},
          {{PROPOSED},
           "skip_confirmation",
           "policy_not_before",
           {ROLE_QUALITY_MANAGER},
           CONFIRMED,
           "ConfirmationSkipped",
           "4, list 2"},
          {{PROPOSED},
           "reject",
           "reason, second_person",
           {ROLE_SECOND_READER},
           REJECTED,
           "StepRejected",
           "4.4.2"},
          {{CONFIRMED},
           "skip_hearing",
           "no_hearing_needed",
           {ROLE_QUALITY_MANAGER},
           READY,
           "HearingSkipped",
           "4.4.2"},
          {{CONFIRMED},
           "open_hearing",
           "hearing_needed",
           {ROLE_QUALITY_MANAGER},
           HEARING,
           "HearingOpened",
           "Awb 4:8"},
          {{HEARING},
           "record_view",
           "",
           {ROLE_PROVIDER_USER, ROLE_QUALITY_MANAGER},
           rules::kSame,
           "ViewRecorded",
           "Awb 4:8"},
          {{HEARING},
           "close_hearing",
           "view_received_or_term_over",
           {ROLE_QUALITY_MANAGER},
           READY,
           "HearingClosed",
           "4.4.2"},
          {{HEARING}, "term_passed", "term_over", {ROLE_SYSTEM}, READY, "HearingTermPassed", "4.4.2"},
          {{HEARING, READY},
           "answer_view",
           "view_known",
           {ROLE_QUALITY_MANAGER},
           rules::kSame,
           "ViewAnswered",
           "4.4.2"},
          {kOpen,
           "record_alignment",
           "",
           {ROLE_QUALITY_MANAGER},
           rules::kSame,
           "AlignmentRecorded",
           "R-003-21"},
          {{READY},
           "decide",
           "mandate, second_person, views_answered, terms, alignment",
           kDeciders,
           DECIDED,
           "StepDecided",
           "R-002-39, R-003-21"},
          {{READY},
           "decide_lighter",
           "lighter, mandate, second_person, views_answered, terms, alignment",
           kDeciders,
           DECIDED,
           "LighterLevelDecided",
           "4, list 1"},
          {{READY},
           "decide_not",
           "reason, mandate, second_person, views_answered",
           kDeciders,
           DECIDED,
           "LevelKept",
           "4.4.2"},
          {{READY},
           "reopen_hearing",
           "heavier, mandate, ladder_allows",
           kDeciders,
           HEARING,
           "HearingReopened",
           "4, list 1"},
          {kOpen,
           "ask_withdrawal",
           "reason, policy_before",
           {ROLE_QUALITY_MANAGER},
           rules::kSame,
           "WithdrawalAsked",
           "4, list 2"},
          {kOpen,
           "withdraw",
           "reason, second_person",
           {ROLE_QUALITY_MANAGER},
           WITHDRAWN,
           "StepWithdrawn",
           "4.4.2"},
          {kConfirmable,
           "confirm_act",
           "second_person, same_content",
           {ROLE_SECOND_READER},
           rules::kSame,
           "StepActConfirmed",
           "4, list 2"},
          {kConfirmable,
           "confirmation_overdue",
           "term_over",
           {ROLE_SYSTEM},
           rules::kSame,
           "StepConfirmationOverdue",
           "G7"},
          {{DECIDED},
           "add_side_measure",
           "level_allows, mandate",
           {ROLE_DECISION_MAKER, ROLE_CONTRACT_MANAGER},
           rules::kSame,
           "SideMeasureAdded",
           "4.4.1"},
          {{DECIDED},
           "register_objection",
           "public_law",
           {ROLE_PROVIDER_USER, ROLE_QUALITY_MANAGER},
           rules::kSame,
           "ObjectionRegistered",
           "Awb 6:7"},
          {{DECIDED},
           "register_objection_outcome",
           "public_law",
           {ROLE_QUALITY_MANAGER},
           rules::kSame,
           "ObjectionOutcomeRegistered",
           "4.4.2"},
      });
}();
static_assert(rules::IsSound(kStepLifecycle, step_table::kAll));

namespace acute_table {
using v1::AcuteCase;
using S = v1::AcuteCase::State;
using team::v1::ROLE_DECISION_MAKER;
using team::v1::ROLE_PROVIDER_USER;
using team::v1::ROLE_QUALITY_MANAGER;
using team::v1::ROLE_SECOND_READER;
using team::v1::ROLE_SYSTEM;
using team::v1::ROLE_TEAM_MEMBER;
inline constexpr S RAISED = AcuteCase::STATE_RAISED;
inline constexpr S PROVISIONAL = AcuteCase::STATE_PROVISIONAL;
inline constexpr S RATIFIED = AcuteCase::STATE_RATIFIED;
inline constexpr S LIFTED = AcuteCase::STATE_LIFTED;
inline constexpr S LAPSED = AcuteCase::STATE_LAPSED;
inline constexpr S DISMISSED = AcuteCase::STATE_DISMISSED;
inline constexpr rules::EnumSet<S> kAll{RAISED, PROVISIONAL, RATIFIED, LIFTED, LAPSED, DISMISSED};
}  // namespace acute_table

// An acute case: danger that cannot wait for a hearing. It never leads to L5.
inline constexpr auto kAcuteCaseLifecycle = [] {
  using namespace acute_table;  // NOLINT(google-build-using-namespace): the words of the table below
  return rules::MakeLifecycle<S, team::v1::Role>(
      "acute_case", {RATIFIED, LIFTED, LAPSED, DISMISSED},
      {
          // from, event, guard, roles, to, fact, source
          {{},
           "raise",
           "no_acute_case_open, danger, persons, source",
           {ROLE_TEAM_MEMBER, ROLE_QUALITY_MANAGER},
           RAISED,
           "AcuteCaseRaised",
           "R-003-29"},
          {{RAISED},
           "ask_dismissal",
           "reason, policy_before",
           {ROLE_QUALITY_MANAGER},
           rules::kSame,
           "DismissalAsked",
           "4, list 2"},
          {{RAISED},
           "dismiss",
           "reason, second_person",
           {ROLE_QUALITY_MANAGER},
           DISMISSED,
           "AcuteCaseDismissed",
           "4.4.3"},
          {{RAISED},
           "impose_provisional",
           "mandate, level_provisional, level_higher, reasons",
           {ROLE_DECISION_MAKER},
           PROVISIONAL,
           "ProvisionalImposed",
           "Awb 4:11"},
          {{PROVISIONAL},
           "hear_afterwards",
           "",
           {ROLE_PROVIDER_USER, ROLE_QUALITY_MANAGER},
           rules::kSame,
           "HeardAfterwards",
           "4.4.3"},
          {{PROVISIONAL},
           "hearing_overdue",
           "term_over, no_view",
           {ROLE_SYSTEM},
           rules::kSame,
           "HearingOverdue",
           "G7"},
          {{PROVISIONAL},
           "answer_view",
           "view_known",
           {ROLE_QUALITY_MANAGER},
           rules::kSame,
           "AcuteViewAnswered",
           "4.4.3"},
          {{PROVISIONAL},
           "ratify",
           "other_decision_maker, mandate, heard, views_answered, not_lapsed, terms",
           {ROLE_DECISION_MAKER},
           RATIFIED,
           "ProvisionalRatified",
           "4.4.3"},
          {{PROVISIONAL},
           "lift",
           "reason, mandate",
           {ROLE_DECISION_MAKER},
           LIFTED,
           "ProvisionalLifted",
           "4.4.3"},
          {{PROVISIONAL}, "lapse", "term_over", {ROLE_SYSTEM}, LAPSED, "ProvisionalLapsed", "4.4.3"},
          {{RAISED, PROVISIONAL},
           "notify_partner",
           "",
           {ROLE_QUALITY_MANAGER},
           rules::kSame,
           "PartnerNotified",
           "R-003-22"},
          {{RAISED, DISMISSED},
           "confirm_act",
           "second_person, same_content",
           {ROLE_SECOND_READER},
           rules::kSame,
           "AcuteActConfirmed",
           "4, list 2"},
          {{DISMISSED},
           "confirmation_overdue",
           "term_over",
           {ROLE_SYSTEM},
           rules::kSame,
           "AcuteConfirmationOverdue",
           "G7"},
      });
}();
static_assert(rules::IsSound(kAcuteCaseLifecycle, acute_table::kAll));

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_RULES_LIFECYCLE_H_
