#include "services/escalation/rules/lifecycle.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace waarborg::escalation {
namespace {

using rules::EnumSet;
using team::v1::Role;
using StepState = v1::Step::State;
using CaseState = v1::AcuteCase::State;

constexpr Role TM = team::v1::ROLE_TEAM_MEMBER;
constexpr Role QM = team::v1::ROLE_QUALITY_MANAGER;
constexpr Role SR = team::v1::ROLE_SECOND_READER;
constexpr Role CM = team::v1::ROLE_CONTRACT_MANAGER;
constexpr Role DEC = team::v1::ROLE_DECISION_MAKER;
constexpr Role PU = team::v1::ROLE_PROVIDER_USER;
constexpr Role SY = team::v1::ROLE_SYSTEM;

// What the reference says, written down apart from the table: per event who may, and where each state leads.
template <class State>
struct Promise {
  std::string event;
  std::set<Role> roles;
  std::map<State, State> moves;  // from (0: creation) to
};

std::vector<Promise<StepState>> StepPromises() {
  using S = v1::Step;
  constexpr StepState NONE = S::STATE_UNSPECIFIED, PRO = S::STATE_PROPOSED, CON = S::STATE_CONFIRMED,
                      HEA = S::STATE_HEARING, REA = S::STATE_READY, DONE = S::STATE_DECIDED,
                      REJ = S::STATE_REJECTED, WIT = S::STATE_WITHDRAWN;
  return {
      {"propose", {QM}, {{NONE, PRO}}},
      {"confirm", {SR}, {{PRO, CON}}},
      {"skip_confirmation", {QM}, {{PRO, CON}}},
      {"reject", {SR}, {{PRO, REJ}}},
      {"skip_hearing", {QM}, {{CON, REA}}},
      {"open_hearing", {QM}, {{CON, HEA}}},
      {"record_view", {PU, QM}, {{HEA, HEA}}},
      {"close_hearing", {QM}, {{HEA, REA}}},
      {"term_passed", {SY}, {{HEA, REA}}},
      {"answer_view", {QM}, {{HEA, HEA}, {REA, REA}}},
      {"record_alignment", {QM}, {{PRO, PRO}, {CON, CON}, {HEA, HEA}, {REA, REA}}},
      {"decide", {DEC, QM}, {{REA, DONE}}},
      {"decide_lighter", {DEC, QM}, {{REA, DONE}}},
      {"decide_not", {DEC, QM}, {{REA, DONE}}},
      {"reopen_hearing", {DEC, QM}, {{REA, HEA}}},
      {"ask_withdrawal", {QM}, {{PRO, PRO}, {CON, CON}, {HEA, HEA}, {REA, REA}}},
      {"withdraw", {QM}, {{PRO, WIT}, {CON, WIT}, {HEA, WIT}, {REA, WIT}}},
      {"confirm_act", {SR}, {{PRO, PRO}, {CON, CON}, {HEA, HEA}, {REA, REA}, {DONE, DONE}, {WIT, WIT}}},
      {"confirmation_overdue",
       {SY},
       {{PRO, PRO}, {CON, CON}, {HEA, HEA}, {REA, REA}, {DONE, DONE}, {WIT, WIT}}},
      {"add_side_measure", {DEC, CM}, {{DONE, DONE}}},
      {"register_objection", {PU, QM}, {{DONE, DONE}}},
      {"register_objection_outcome", {QM}, {{DONE, DONE}}},
  };
}

std::vector<Promise<CaseState>> CasePromises() {
  using A = v1::AcuteCase;
  constexpr CaseState NONE = A::STATE_UNSPECIFIED, RAI = A::STATE_RAISED, PRO = A::STATE_PROVISIONAL,
                      RAT = A::STATE_RATIFIED, LIF = A::STATE_LIFTED, LAP = A::STATE_LAPSED,
                      DIS = A::STATE_DISMISSED;
  return {
      {"raise", {TM, QM}, {{NONE, RAI}}},
      {"response_overdue", {SY}, {{RAI, RAI}}},
      {"ask_dismissal", {QM}, {{RAI, RAI}}},
      {"dismiss", {QM}, {{RAI, DIS}}},
      {"impose_provisional", {DEC}, {{RAI, PRO}}},
      {"hear_afterwards", {PU, QM}, {{PRO, PRO}}},
      {"hearing_overdue", {SY}, {{PRO, PRO}}},
      {"answer_view", {QM}, {{PRO, PRO}}},
      {"ratify", {DEC}, {{PRO, RAT}}},
      {"lift", {DEC}, {{PRO, LIF}}},
      {"lapse", {SY}, {{PRO, LAP}}},
      {"notify_partner", {QM}, {{RAI, RAI}, {PRO, PRO}}},
      {"add_side_measure", {DEC, CM}, {{RAT, RAT}}},
      {"register_objection", {PU, QM}, {{PRO, PRO}, {RAT, RAT}, {LIF, LIF}, {LAP, LAP}}},
      {"register_objection_outcome", {QM}, {{PRO, PRO}, {RAT, RAT}, {LIF, LIF}, {LAP, LAP}}},
      {"confirm_act", {SR}, {{RAI, RAI}, {DIS, DIS}}},
      {"confirmation_overdue", {SY}, {{DIS, DIS}}},
  };
}

template <class State, std::size_t N>
void ExpectPromise(const rules::Lifecycle<State, Role, N>& lifecycle, const Promise<State>& promise,
                   State from, Role role) {
  const rules::Step<State, Role> step = rules::Ask(lifecycle, from, promise.event, EnumSet<Role>{role});
  const auto move = promise.moves.find(from);
  SCOPED_TRACE(promise.event + " from " + std::to_string(from) + " by " + team::v1::Role_Name(role));
  if (!promise.roles.contains(role)) {
    EXPECT_EQ(step.refusal, rules::Refusal::kWrongRole);
    EXPECT_EQ(static_cast<std::size_t>(step.expected_roles.size()), promise.roles.size());
  } else if (move == promise.moves.end()) {
    EXPECT_EQ(step.refusal, rules::Refusal::kWrongState);
  } else {
    ASSERT_TRUE(step.allowed());
    EXPECT_EQ(step.to, move->second);
  }
}

template <class State, std::size_t N>
void ExpectPromises(const rules::Lifecycle<State, Role, N>& lifecycle,
                    const std::vector<Promise<State>>& promises, State last) {
  for (const Promise<State>& promise : promises) {
    for (int from = 0; from <= last; ++from) {
      for (int role = team::v1::Role_MIN + 1; role <= team::v1::Role_MAX; ++role) {
        ExpectPromise(lifecycle, promise, static_cast<State>(from), static_cast<Role>(role));
      }
    }
  }
}

template <class State, std::size_t N>
void ExpectNoOtherEvents(const rules::Lifecycle<State, Role, N>& lifecycle,
                         const std::vector<Promise<State>>& promises) {
  std::set<std::string> in_table, promised;
  for (const auto& row : lifecycle.rows) in_table.insert(std::string(row.event));
  for (const Promise<State>& promise : promises) promised.insert(promise.event);
  EXPECT_EQ(in_table, promised);
}

TEST(StepLifecycleTest, EveryStateEventAndRoleAnswersAsTheReferenceSays) {
  ExpectPromises(kStepLifecycle, StepPromises(), v1::Step::State_MAX);
}

TEST(StepLifecycleTest, KnowsNoOtherEvents) { ExpectNoOtherEvents(kStepLifecycle, StepPromises()); }

TEST(StepLifecycleTest, OnlyAPersonLeadsToADecision) {
  for (const auto& row : kStepLifecycle.rows) {
    EXPECT_FALSE(row.to == v1::Step::STATE_DECIDED && row.roles.Contains(SY)) << row.event;
  }
}

TEST(StepLifecycleTest, EveryOpenStateHasAPersonWhoCanMoveItOnOtherThanByWithdrawing) {
  for (const StepState state : step_table::kOpen) {
    bool person = false;
    for (const auto& row : kStepLifecycle.rows) {
      const bool moves_on = row.from.Contains(state) && row.to != v1::Step::STATE_UNSPECIFIED;
      person = person || (moves_on && row.event != "withdraw" && !row.roles.Contains(SY));
    }
    EXPECT_TRUE(person) << v1::Step::State_Name(state);
  }
}

TEST(AcuteCaseLifecycleTest, EveryStateEventAndRoleAnswersAsTheReferenceSays) {
  ExpectPromises(kAcuteCaseLifecycle, CasePromises(), v1::AcuteCase::State_MAX);
}

TEST(AcuteCaseLifecycleTest, KnowsNoOtherEvents) { ExpectNoOtherEvents(kAcuteCaseLifecycle, CasePromises()); }

TEST(AcuteCaseLifecycleTest, TheTimerOnlyEndsAMeasureAndNeverStartsOne) {
  for (const auto& row : kAcuteCaseLifecycle.rows) {
    if (!row.roles.Contains(SY)) continue;
    EXPECT_TRUE(row.to == v1::AcuteCase::STATE_UNSPECIFIED || row.to == v1::AcuteCase::STATE_LAPSED)
        << row.event;
  }
}

}  // namespace
}  // namespace waarborg::escalation
