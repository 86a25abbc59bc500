#include "services/improvement/rules/lifecycle.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace waarborg::improvement {
namespace {

using rules::EnumSet;
using team::v1::Role;
using Plan = v1::ImprovementPlan;
using Point = v1::AttentionPoint;

constexpr Role QM = team::v1::ROLE_QUALITY_MANAGER;
constexpr Role SR = team::v1::ROLE_SECOND_READER;
constexpr Role PU = team::v1::ROLE_PROVIDER_USER;
constexpr Role CM = team::v1::ROLE_CONTRACT_MANAGER;
constexpr Role SY = team::v1::ROLE_SYSTEM;

// What the reference says, written down apart from the table: per event who may, and where each state leads.
template <class State>
struct Promise {
  std::string event;
  std::set<Role> roles;
  std::map<State, State> moves;  // from (0: creation) to
};

std::vector<Promise<PlanState>> PlanPromises() {
  constexpr PlanState NONE = Plan::STATE_UNSPECIFIED;
  constexpr PlanState REQ = Plan::STATE_REQUESTED, SUB = Plan::STATE_SUBMITTED, RET = Plan::STATE_RETURNED,
                      APP = Plan::STATE_APPROVED, RUN = Plan::STATE_IN_PROGRESS, COM = Plan::STATE_COMPLETED,
                      ACH = Plan::STATE_ACHIEVED, FAI = Plan::STATE_FAILED, SUP = Plan::STATE_SUPERSEDED;
  return {
      {"request", {QM}, {{NONE, REQ}}},
      {"submit", {PU, QM}, {{REQ, SUB}, {RET, SUB}}},
      {"mark_overdue", {SY}, {{REQ, REQ}, {RET, RET}}},
      {"mark_reminder_passed", {SY}, {{REQ, REQ}, {RET, RET}}},
      {"propose_giving_up", {QM}, {{REQ, REQ}, {RET, RET}}},
      {"give_up", {QM}, {{REQ, FAI}, {RET, FAI}}},
      {"confirm", {SR}, {{REQ, REQ}, {RET, RET}, {FAI, FAI}}},
      {"mark_confirmation_overdue", {SY}, {{FAI, FAI}}},
      {"mark_judgement_overdue", {SY}, {{SUB, SUB}}},
      {"return", {QM}, {{SUB, RET}}},
      {"approve", {QM}, {{SUB, APP}}},
      {"start", {PU, QM}, {{APP, RUN}}},
      {"report_progress", {PU, QM}, {{RUN, RUN}}},
      {"flag_stagnation", {SY, QM}, {{RUN, RUN}}},
      {"clear_stagnation", {QM}, {{RUN, RUN}}},
      {"propose_change", {PU, QM}, {{RUN, RUN}}},
      {"approve_change", {QM}, {{RUN, RUN}}},
      {"refuse_change", {QM}, {{RUN, RUN}}},
      {"report_complete", {PU, QM}, {{RUN, COM}}},
      {"mark_end_passed", {SY}, {{APP, APP}, {RUN, RUN}}},
      {"fail_by_end_date", {QM}, {{APP, FAI}, {RUN, FAI}}},
      {"mark_re_assessment_overdue", {SY}, {{COM, COM}}},
      {"link_re_assessment", {QM}, {{RUN, RUN}, {COM, COM}}},
      {"re_assessed_improved", {QM}, {{RUN, ACH}, {COM, ACH}}},
      {"re_assessed_partly", {QM}, {{RUN, RUN}, {COM, RUN}}},
      {"re_assessed_not", {QM}, {{RUN, FAI}, {COM, FAI}}},
      {"note_outcome", {QM}, {{ACH, ACH}, {FAI, FAI}, {SUP, SUP}}},
      {"supersede", {QM}, {{REQ, SUP}, {SUB, SUP}, {RET, SUP}, {APP, SUP}, {RUN, SUP}, {COM, SUP}}},
  };
}

std::vector<Promise<PointState>> PointPromises() {
  return {
      {"create", {QM}, {{Point::STATE_UNSPECIFIED, Point::STATE_OPEN}}},
      {"report",
       {CM, PU, QM},
       {{Point::STATE_OPEN, Point::STATE_REPORTED}, {Point::STATE_REPORTED, Point::STATE_REPORTED}}},
      {"close", {CM}, {{Point::STATE_REPORTED, Point::STATE_CLOSED}}},
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
std::set<std::string> EventsOf(const rules::Lifecycle<State, Role, N>& lifecycle) {
  std::set<std::string> events;
  for (const auto& row : lifecycle.rows) events.insert(std::string(row.event));
  return events;
}

template <class State>
std::set<std::string> EventsOf(const std::vector<Promise<State>>& promises) {
  std::set<std::string> events;
  for (const Promise<State>& promise : promises) events.insert(promise.event);
  return events;
}

TEST(ImprovementPlanLifecycleTest, EveryStateEventAndRoleAnswersAsTheReferenceSays) {
  ExpectPromises(kImprovementPlanLifecycle, PlanPromises(), Plan::State_MAX);
}

TEST(ImprovementPlanLifecycleTest, KnowsNoOtherEvents) {
  EXPECT_EQ(EventsOf(kImprovementPlanLifecycle), EventsOf(PlanPromises()));
}

TEST(ImprovementPlanLifecycleTest, TimersNeverMoveAPlanToAnotherState) {
  for (const auto& row : kImprovementPlanLifecycle.rows) {
    const bool stays = row.to == Plan::STATE_UNSPECIFIED;
    EXPECT_TRUE(stays || !row.roles.Contains(SY)) << row.event;
  }
}

TEST(ImprovementPlanLifecycleTest, EveryOpenStateHasAPersonWhoCanMoveItOn) {
  for (const PlanState state : kOpenPlanStates) {
    bool person = false;
    for (const auto& row : kImprovementPlanLifecycle.rows) {
      const bool moves_on = row.from.Contains(state) && row.to != Plan::STATE_UNSPECIFIED && row.to != state;
      person = person || (moves_on && row.event != "supersede" && !row.roles.Contains(SY));
    }
    EXPECT_TRUE(person) << Plan::State_Name(state);
  }
}

TEST(AttentionPointLifecycleTest, EveryStateEventAndRoleAnswersAsTheReferenceSays) {
  ExpectPromises(kAttentionPointLifecycle, PointPromises(), Point::State_MAX);
  EXPECT_EQ(EventsOf(kAttentionPointLifecycle), EventsOf(PointPromises()));
}

}  // namespace
}  // namespace waarborg::improvement
