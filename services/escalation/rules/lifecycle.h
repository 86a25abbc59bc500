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
inline constexpr Role kTm = team::v1::ROLE_TEAM_MEMBER;
inline constexpr Role kQm = team::v1::ROLE_QUALITY_MANAGER;
inline constexpr Role kSr = team::v1::ROLE_SECOND_READER;
inline constexpr Role kCm = team::v1::ROLE_CONTRACT_MANAGER;
inline constexpr Role kDec = team::v1::ROLE_DECISION_MAKER;
inline constexpr Role kPu = team::v1::ROLE_PROVIDER_USER;
inline constexpr Role kSy = team::v1::ROLE_SYSTEM;
}  // namespace table_roles

namespace step_table {
using namespace table_roles;  // NOLINT(google-build-using-namespace): the words of the table below
using v1::Step;
using S = v1::Step::State;
inline constexpr S kProposed = Step::STATE_PROPOSED;
inline constexpr S kConfirmed = Step::STATE_CONFIRMED;
inline constexpr S kHearing = Step::STATE_HEARING;
inline constexpr S kReady = Step::STATE_READY;
inline constexpr S kDecided = Step::STATE_DECIDED;
inline constexpr S kRejected = Step::STATE_REJECTED;
inline constexpr S kWithdrawn = Step::STATE_WITHDRAWN;
inline constexpr rules::EnumSet<S> kOpen{kProposed, kConfirmed, kHearing, kReady};
inline constexpr rules::EnumSet<S> kAll = kOpen | rules::EnumSet<S>{kDecided, kRejected, kWithdrawn};
// Where an act of an open or ended step can still wait for its second person.
inline constexpr rules::EnumSet<S> kConfirmable = kOpen | rules::EnumSet<S>{kDecided, kWithdrawn};
inline constexpr rules::EnumSet<team::v1::Role> kDeciders{kDec, kQm};
}  // namespace step_table

// A step: one procedure towards another level, for one commissioning body.
inline constexpr auto kStepLifecycle = [] {
  using namespace step_table;  // NOLINT(google-build-using-namespace): the words of the table below
  return rules::MakeLifecycle<S, team::v1::Role>(
      "step", {kDecided, kRejected, kWithdrawn},
      {
          // clang-format off
          // from, event, guard, roles, to, fact, source
          {{}, "propose", "no_step_open, no_acute_case_open, ladder_allows, grounds, skip_reason", {kQm},
           kProposed, "StepProposed", "R-002-26, R-002-36, R-002-39"},
          {{kProposed}, "confirm", "second_person, same_content", {kSr}, kConfirmed, "StepConfirmed",
           "4.4.2"},
          {{kProposed}, "skip_confirmation", "policy_not_before", {kQm}, kConfirmed, "ConfirmationSkipped",
           "4, list 2"},
          {{kProposed}, "reject", "reason, second_person", {kSr}, kRejected, "StepRejected", "4.4.2"},
          {{kConfirmed}, "skip_hearing", "no_hearing_needed", {kQm}, kReady, "HearingSkipped", "4.4.2"},
          {{kConfirmed}, "open_hearing", "hearing_needed", {kQm}, kHearing, "HearingOpened", "Awb 4:8"},
          {{kHearing}, "record_view", "", {kPu, kQm}, rules::kSame, "ViewRecorded", "Awb 4:8"},
          {{kHearing}, "close_hearing", "view_received_or_term_over", {kQm}, kReady, "HearingClosed",
           "4.4.2"},
          {{kHearing}, "term_passed", "term_over", {kSy}, kReady, "HearingTermPassed", "4.4.2"},
          {{kHearing, kReady}, "answer_view", "view_known", {kQm}, rules::kSame, "ViewAnswered", "4.4.2"},
          {kOpen, "record_alignment", "", {kQm}, rules::kSame, "AlignmentRecorded", "R-003-21"},
          {{kReady}, "decide", "mandate, second_person, views_answered, terms, alignment", kDeciders,
           kDecided, "StepDecided", "R-002-39, R-003-21"},
          {{kReady}, "decide_lighter", "lighter, mandate, second_person, views_answered, terms, alignment",
           kDeciders, kDecided, "LighterLevelDecided", "4, list 1"},
          {{kReady}, "decide_not", "reason, mandate, second_person, views_answered", kDeciders, kDecided,
           "LevelKept", "4.4.2"},
          {{kReady}, "reopen_hearing", "heavier, same_direction, mandate, ladder_allows", kDeciders, kHearing,
           "HearingReopened", "4, list 1"},
          {kOpen, "ask_withdrawal", "reason, policy_before", {kQm}, rules::kSame, "WithdrawalAsked",
           "4, list 2"},
          {kOpen, "withdraw", "reason, second_person", {kQm}, kWithdrawn, "StepWithdrawn", "4.4.2"},
          {kConfirmable, "confirm_act", "second_person, same_content", {kSr}, rules::kSame,
           "StepActConfirmed", "4, list 2"},
          {kConfirmable, "confirmation_overdue", "term_over", {kSy}, rules::kSame,
           "StepConfirmationOverdue", "G7"},
          {{kDecided}, "add_side_measure", "level_allows, in_force, mandate", {kDec, kCm}, rules::kSame,
           "SideMeasureAdded", "4.4.1"},
          {{kDecided}, "register_objection", "public_law", {kPu, kQm}, rules::kSame, "ObjectionRegistered",
           "Awb 6:7"},
          {{kDecided}, "register_objection_outcome", "public_law", {kQm}, rules::kSame,
           "ObjectionOutcomeRegistered", "4.4.2"},
          // clang-format on
      });
}();
static_assert(rules::IsSound(kStepLifecycle, step_table::kAll));

namespace acute_table {
using namespace table_roles;  // NOLINT(google-build-using-namespace): the words of the table below
using v1::AcuteCase;
using S = v1::AcuteCase::State;
inline constexpr S kRaised = AcuteCase::STATE_RAISED;
inline constexpr S kProvisional = AcuteCase::STATE_PROVISIONAL;
inline constexpr S kRatified = AcuteCase::STATE_RATIFIED;
inline constexpr S kLifted = AcuteCase::STATE_LIFTED;
inline constexpr S kLapsed = AcuteCase::STATE_LAPSED;
inline constexpr S kDismissed = AcuteCase::STATE_DISMISSED;
// A measure was imposed, whatever became of it.
inline constexpr rules::EnumSet<S> kImposed{kProvisional, kRatified, kLifted, kLapsed};
inline constexpr rules::EnumSet<S> kAll = kImposed | rules::EnumSet<S>{kRaised, kDismissed};
}  // namespace acute_table

// An acute case: danger that cannot wait for a hearing. It never leads to L5.
inline constexpr auto kAcuteCaseLifecycle = [] {
  using namespace acute_table;  // NOLINT(google-build-using-namespace): the words of the table below
  return rules::MakeLifecycle<S, team::v1::Role>(
      "acute_case", {kRatified, kLifted, kLapsed, kDismissed},
      {
          // clang-format off
          // from, event, guard, roles, to, fact, source
          {{}, "raise", "no_acute_case_open, danger, persons, source", {kTm, kQm}, kRaised, "AcuteCaseRaised",
           "R-003-29"},
          {{kRaised}, "response_overdue", "term_over", {kSy}, rules::kSame, "AcuteResponseOverdue", "4.4.3"},
          {{kRaised}, "ask_dismissal", "reason, policy_before", {kQm}, rules::kSame, "DismissalAsked",
           "4, list 2"},
          {{kRaised}, "dismiss", "reason, second_person", {kQm}, kDismissed, "AcuteCaseDismissed", "4.4.3"},
          {{kRaised}, "impose_provisional", "mandate, level_provisional, level_higher, reasons", {kDec},
           kProvisional, "ProvisionalImposed", "Awb 4:11"},
          {{kProvisional}, "hear_afterwards", "", {kPu, kQm}, rules::kSame, "HeardAfterwards", "4.4.3"},
          {{kProvisional}, "hearing_overdue", "term_over, no_view", {kSy}, rules::kSame, "HearingOverdue",
           "G7"},
          {{kProvisional}, "answer_view", "view_known", {kQm}, rules::kSame, "AcuteViewAnswered", "4.4.3"},
          {{kProvisional}, "ratify",
           "other_decision_maker, mandate, heard, views_answered, not_lapsed, alignment, terms", {kDec},
           kRatified, "ProvisionalRatified", "4.4.3, R-003-21"},
          {{kProvisional}, "lift", "reason, mandate", {kDec}, kLifted, "ProvisionalLifted", "4.4.3"},
          {{kProvisional}, "lapse", "term_over", {kSy}, kLapsed, "ProvisionalLapsed", "4.4.3"},
          {{kRaised, kProvisional}, "notify_partner", "", {kQm}, rules::kSame, "PartnerNotified", "R-003-22"},
          {{kRaised, kDismissed}, "confirm_act", "second_person, same_content", {kSr}, rules::kSame,
           "AcuteActConfirmed", "4, list 2"},
          {{kDismissed}, "confirmation_overdue", "term_over", {kSy}, rules::kSame,
           "AcuteConfirmationOverdue", "G7"},
          {{kRatified}, "add_side_measure", "level_allows, in_force, mandate", {kDec, kCm}, rules::kSame,
           "AcuteSideMeasureAdded", "4.4.1"},
          {kImposed, "register_objection", "public_law", {kPu, kQm}, rules::kSame,
           "AcuteObjectionRegistered", "Awb 6:7"},
          {kImposed, "register_objection_outcome", "public_law", {kQm}, rules::kSame,
           "AcuteObjectionOutcomeRegistered", "4.4.2"},
          // clang-format on
      });
}();
static_assert(rules::IsSound(kAcuteCaseLifecycle, acute_table::kAll));

}  // namespace waarborg::escalation
#endif  // WAARBORG_SERVICES_ESCALATION_RULES_LIFECYCLE_H_
