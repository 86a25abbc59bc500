#ifndef WAARBORG_TESTS_SERVICES_TASK_DESK_OF_TASKS_H_
#define WAARBORG_TESTS_SERVICES_TASK_DESK_OF_TASKS_H_

// The office of improvement plans with its tasks kept, as the server keeps them, and people in it.

#include <string>
#include <vector>

#include "services/task/changes.h"
#include "services/task/commands.h"
#include "services/task/deadlines.h"
#include "services/task/keeping.h"
#include "services/task/queries.h"
#include "services/task/records.h"
#include "services/team/names.h"
#include "services/team/records.h"
#include "tests/services/improvement/office.h"

namespace waarborg::task {

using waarborg::testing::Desk;
using waarborg::testing::FieldFaults;
using waarborg::testing::IsOk;
using waarborg::testing::ReasonIs;

inline std::vector<ledger::DeadlineRule> Rules() {
  std::vector<ledger::DeadlineRule> rules = improvement::Deadlines();
  rules.insert(rules.end(), Deadlines().begin(), Deadlines().end());
  return rules;
}

class TaskDesk : public improvement::Office {
 protected:
  TaskDesk() {
    desk.epilogue = [](ledger::UnitOfWork& unit) { return KeepTasks(unit, Rules()); };
    Hire(manager);
    Hire(manager2);
    Hire(reader);
  }

  void Hire(const call::Caller& caller, bool inactive = false) {
    team::v1::Member member;
    member.set_name(caller.member);
    member.set_inactive(inactive);
    member.mutable_roles()->Assign(caller.roles.begin(), caller.roles.end());
    Scene([&](ledger::UnitOfWork& unit) {
      return unit.Put(team::kMembers, team::MemberName::Parse(member.name())->Key(), member);
    });
  }

  // Moves the clock to 09:00 of the day and lets all timers run.
  void Wait(absl::CivilDay day) {
    desk.clock.Set(ledger::EndOfDay(day - 1) + absl::Hours(9));
    EXPECT_THAT(desk.RunDeadlines(Rules()), IsOk());
  }

  std::vector<v1::Task> List(const v1::ListTasksRequest& filter, const call::Caller& caller) {
    v1::ListTasksRequest request = filter;
    request.set_parent("regions/nmd");
    const auto page = desk.Ask(&ListTasks, request, caller);
    EXPECT_THAT(page, IsOk());
    if (!page.ok()) return {};
    return {page->tasks().begin(), page->tasks().end()};
  }
  std::vector<v1::Task> All() { return List({}, manager); }
  std::vector<v1::Task> AboutThePlan() {
    v1::ListTasksRequest filter;
    filter.set_resource(improvement::kPlan);
    return List(filter, manager);
  }

  // The one task about the plan, open or not.
  v1::Task Only() {
    const std::vector<v1::Task> tasks = AboutThePlan();
    EXPECT_EQ(tasks.size(), 1U);
    return tasks.empty() ? v1::Task() : tasks.front();
  }

  int CountEvents(absl::string_view kind) {
    int count = 0;
    for (const audit::v1::Event& event : desk.Events()) count += event.kind() == kind ? 1 : 0;
    return count;
  }

  const call::Caller manager2 = Desk::As("quality-manager-2", {team::v1::ROLE_QUALITY_MANAGER});
};

}  // namespace waarborg::task

#endif  // WAARBORG_TESTS_SERVICES_TASK_DESK_OF_TASKS_H_
