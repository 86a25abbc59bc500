#ifndef WAARBORG_SERVICES_ESCALATION_RULES_LIFECYCLE_H_
#define WAARBORG_SERVICES_ESCALATION_RULES_LIFECYCLE_H_

// The two lifecycles that move a provider on the ladder (reference 4, list 1, and 4.4). The level itself is
// data: no row here names one. Pure.

#include "services/rules/lifecycle.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::escalation {

// The short names that the tables use.
namespace table_roles {
using team::v1::Role;
inline constexpr Role TM = team::v1::ROLE_TEAM_MEMBER;
inline constexpr Role QM = team::v1::ROLE_QUALITY_MANAGER;
inline constexpr Role SR = team::v1::ROLE_SECOND_READER;
inline constexpr Role CM = team::v1::ROLE_CONTRACT_MANAGER;
inline constexpr Role DEC = team::v1::ROLE_DECISION_MAKER;
inline constexpr Role PU = team::v1::ROLE_PROVIDER_USER;
inline constexpr Role SY = team::v1::ROLE_SYSTEM;
}  // namespace table_roles

namespace step_table {
using namespace table_roles;  // NOLINT(google-build-using-namespace): the words of the table below
using v1::Step;
using S = v1::Step::State;
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
inline constexpr rules::EnumSet<team::v1::Role> kDeciders{DEC, QM};
}  // namespace step_table

// A step: one procedure towards another level, for one commissioning body.
inline constexpr auto kStepLifecycle = [] {
  using namespace step_table;  // NOLINT(google-build-using-namespace): the words of the table below
  return rules::MakeLifecycle<S, team::v1::Role>(
      "step", {DECIDED, REJECTED, WITHDRAWN},
      {
          // clang-format off
          // from, event, guard, roles, to, fact, source
          {{}, "propose", "no_step_open, no_acute_case_open, ladder_allows, grounds, skip_reason", {QM},
           PROPOSED, "StepProposed", "R-002-26, R-002-36, R-002-39"},
          {{PROPOSED}, "confirm", "second_person, same_content", {SR}, CONFIRMED, "StepConfirmed", "4.4.2"},
          {{PROPOSED}, "skip_confirmation", "policy_not_before", {QM}, CONFIRMED, "ConfirmationSkipped",
           "4, list 2"},
          {{PROPOSED}, "reject", "reason, second_person", {SR}, REJECTED, "StepRejected", "4.4.2"},
          {{CONFIRMED}, "skip_hearing", "no_hearing_needed", {QM}, READY, "HearingSkipped", "4.4.2"},
          {{CONFIRMED}, "open_hearing", "hearing_needed", {QM}, HEARING, "HearingOpened", "Awb 4:8"},
          {{HEARING}, "record_view", "", {PU, QM}, rules::kSame, "ViewRecorded", "Awb 4:8"},
          {{HEARING}, "close_hearing", "view_received_or_term_over", {QM}, READY, "HearingClosed", "4.4.2"},
          {{HEARING}, "term_passed", "term_over", {SY}, READY, "HearingTermPassed", "4.4.2"},
          {{HEARING, READY}, "answer_view", "view_known", {QM}, rules::kSame, "ViewAnswered", "4.4.2"},
          {kOpen, "record_alignment", "", {QM}, rules::kSame, "AlignmentRecorded", "R-003-21"},
          {{READY}, "decide", "mandate, second_person, views_answered, terms, alignment", kDeciders,
           DECIDED, "StepDecided", "R-002-39, R-003-21"},
          {{READY}, "decide_lighter", "lighter, mandate, second_person, views_answered, terms, alignment",
           kDeciders, DECIDED, "LighterLevelDecided", "4, list 1"},
          {{READY}, "decide_not", "reason, mandate, second_person, views_answered", kDeciders, DECIDED,
           "LevelKept", "4.4.2"},
          {{READY}, "reopen_hearing", "heavier, mandate, ladder_allows", kDeciders, HEARING,
           "HearingReopened", "4, list 1"},
          {kOpen, "ask_withdrawal", "reason, policy_before", {QM}, rules::kSame, "WithdrawalAsked",
           "4, list 2"},
          {kOpen, "withdraw", "reason, second_person", {QM}, WITHDRAWN, "StepWithdrawn", "4.4.2"},
          {kConfirmable, "confirm_act", "second_person, same_content", {SR}, rules::kSame,
           "StepActConfirmed", "4, list 2"},
          {kConfirmable, "confirmation_overdue", "term_over", {SY}, rules::kSame,
           "StepConfirmationOverdue", "G7"},
          {{DECIDED}, "add_side_measure", "level_allows, mandate", {DEC, CM}, rules::kSame,
           "SideMeasureAdded", "4.4.1"},
          {{DECIDED}, "register_objection", "public_law", {PU, QM}, rules::kSame, "ObjectionRegistered",
           "Awb 6:7"},
          {{DECIDED}, "register_objection_outcome", "public_law", {QM}, rules::kSame,
           "ObjectionOutcomeRegistered", "4.4.2"},
          // clang-format on
      });
}();
static_assert(rules::IsSound(kStepLifecycle, step_table::kAll));

namespace acute_table {
using namespace table_roles;  // NOLINT(google-build-using-namespace): the words of the table below
using v1::AcuteCase;
using S = v1::AcuteCase::State;
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
          // clang-format off
          // from, event, guard, roles, to, fact, source
          {{}, "raise", "no_acute_case_open, danger, persons, source", {TM, QM}, RAISED, "AcuteCaseRaised",
           "R-003-29"},
          {{RAISED}, "ask_dismissal", "reason, policy_before", {QM}, rules::kSame, "DismissalAsked",
           "4, list 2"},
          {{RAISED}, "dismiss", "reason, second_person", {QM}, DISMISSED, "AcuteCaseDismissed", "4.4.3"},
          {{RAISED}, "impose_provisional", "mandate, level_provisional, level_higher, reasons", {DEC},
           PROVISIONAL, "ProvisionalImposed", "Awb 4:11"},
          {{PROVISIONAL}, "hear_afterwards", "", {PU, QM}, rules::kSame, "HeardAfterwards", "4.4.3"},
          {{PROVISIONAL}, "hearing_overdue", "term_over, no_view", {SY}, rules::kSame, "HearingOverdue",
           "G7"},
          {{PROVISIONAL}, "answer_view", "view_known", {QM}, rules::kSame, "AcuteViewAnswered", "4.4.3"},
          {{PROVISIONAL}, "ratify", "other_decision_maker, mandate, heard, views_answered, not_lapsed, terms",
           {DEC}, RATIFIED, "ProvisionalRatified", "4.4.3"},
          {{PROVISIONAL}, "lift", "reason, mandate", {DEC}, LIFTED, "ProvisionalLifted", "4.4.3"},
          {{PROVISIONAL}, "lapse", "term_over", {SY}, LAPSED, "ProvisionalLapsed", "4.4.3"},
          {{RAISED, PROVISIONAL}, "notify_partner", "", {QM}, rules::kSame, "PartnerNotified", "R-003-22"},
          {{RAISED, DISMISSED}, "confirm_act", "second_person, same_content", {SR}, rules::kSame,
           "AcuteActConfirmed", "4, list 2"},
          {{DISMISSED}, "confirmation_overdue", "term_over", {SY}, rules::kSame,
           "AcuteConfirmationOverdue", "G7"},
          // clang-format on
      });
}();
static_assert(rules::IsSound(kAcuteCaseLifecycle, acute_table::kAll));

}  // namespace waarborg::escalation
#endif  // WAARBORG_SERVICES_ESCALATION_RULES_LIFECYCLE_H_
