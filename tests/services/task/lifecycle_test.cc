// What the table promises: who may do what to a task, and where it leads.

#include "services/task/rules/lifecycle.h"

#include <map>
#include <set>
#include <string>

#include "gtest/gtest.h"
#include "services/task/rules/kinds.h"

namespace waarborg::task {
namespace {

using rules::EnumSet;
using team::v1::Role;
using State = TaskState;

constexpr State NONE = v1::Task::STATE_UNSPECIFIED;
constexpr State OPEN = v1::Task::STATE_OPEN;
constexpr State DONE = v1::Task::STATE_DONE;
constexpr State GONE = v1::Task::STATE_CANCELLED;

// Written down apart from the table.
const std::set<Role> kWorkers = {team::v1::ROLE_TEAM_MEMBER,    team::v1::ROLE_QUALITY_MANAGER,
                                 team::v1::ROLE_SECOND_READER,  team::v1::ROLE_CONTRACT_MANAGER,
                                 team::v1::ROLE_DECISION_MAKER, team::v1::ROLE_AUDITOR};
const std::set<Role> kTimers = {team::v1::ROLE_SYSTEM};

std::set<Role> Persons() {
  std::set<Role> all = kWorkers;
  all.insert({team::v1::ROLE_PROVIDER_USER, team::v1::ROLE_INCIDENT_CLIENT, team::v1::ROLE_MATERIAL_CONTROL,
              team::v1::ROLE_ADMINISTRATOR});
  return all;
}

std::set<Role> Anyone() {
  std::set<Role> all = Persons();
  all.insert(team::v1::ROLE_SYSTEM);
  return all;
}

struct Promise {
  std::string event;
  std::set<Role> roles;
  std::map<State, State> moves;
};

std::vector<Promise> Promises() {
  return {{"raise", Anyone(), {{NONE, OPEN}}},    {"move", Anyone(), {{OPEN, OPEN}}},
          {"pause", Anyone(), {{OPEN, OPEN}}},    {"resume", Anyone(), {{OPEN, OPEN}}},
          {"remind", kTimers, {{OPEN, OPEN}}},    {"escalate", kTimers, {{OPEN, OPEN}}},
          {"claim", kWorkers, {{OPEN, OPEN}}},    {"assign", kWorkers, {{OPEN, OPEN}}},
          {"complete", kWorkers, {{OPEN, DONE}}}, {"settle", Persons(), {{OPEN, DONE}}},
          {"fall_away", kTimers, {{OPEN, GONE}}}, {"cancel", kWorkers, {{OPEN, GONE}}}};
}

TEST(TaskLifecycleTest, EveryEventFromEveryStateByEveryRoleIsAsPromised) {
  for (const Promise& promise : Promises()) {
    for (const State from : {NONE, OPEN, DONE, GONE}) {
      for (int role = 1; role <= team::v1::ROLE_SYSTEM; ++role) {
        const auto asked = static_cast<Role>(role);
        const auto step = rules::Ask(kTaskLifecycle, from, promise.event, EnumSet<Role>{asked});
        const auto move = promise.moves.find(from);
        const bool may = move != promise.moves.end() && promise.roles.contains(asked);
        EXPECT_EQ(step.allowed(), may) << promise.event << " from " << from << " by " << role;
        if (may) {
          EXPECT_EQ(step.to, move->second) << promise.event;
        }
      }
    }
  }
}

TEST(TaskLifecycleTest, TheTableHasNoOtherEvents) {
  std::set<std::string> promised;
  for (const Promise& promise : Promises()) promised.insert(promise.event);
  for (const auto& row : kTaskLifecycle.rows)
    EXPECT_TRUE(promised.contains(std::string(row.event))) << row.event;
  EXPECT_EQ(kTaskLifecycle.rows.size(), promised.size());
}

TEST(TaskKindsTest, EveryKindIsRaisedByATermForARoleThatCanDoIt) {
  for (int kind = v1::Task::Kind_MIN + 1; kind <= v1::Task::Kind_MAX; ++kind) {
    if (!v1::Task::Kind_IsValid(kind) || kind == v1::Task::KIND_ANSWER_COMMENT) continue;
    const KindRow* const row = RowOf(static_cast<v1::Task::Kind>(kind));
    ASSERT_NE(row, nullptr) << kind;
    EXPECT_TRUE(kWorkers.contains(row->role)) << kind;
  }
}

TEST(TaskKindsTest, OneTermRaisesATaskOfOneKindForARoleOnce) {
  std::set<std::tuple<std::string, int, int>> seen;
  for (const KindRow& row : KindRows()) {
    EXPECT_TRUE(seen.insert({std::string(row.term), row.kind, row.role}).second) << row.term;
    EXPECT_EQ(RowOf(row.kind)->term, row.term) << "a kind belongs to one term";
  }
}

}  // namespace
}  // namespace waarborg::task
