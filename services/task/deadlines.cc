#include "services/task/deadlines.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/task/edit.h"
#include "services/task/names.h"
#include "services/task/people.h"
#include "services/task/records.h"
#include "services/task/reminding.h"
#include "services/task/rules/reminders.h"

namespace waarborg::task {
namespace {

// When the task was last looked at: its steps up to then are behind it.
absl::Time SeenUntil(const v1::Task& task) {
  const absl::Time raised = ledger::TimeOf(task.create_time());
  if (task.reminders().empty()) return raised;
  return std::max(raised, ledger::TimeOf(task.reminders().rbegin()->time()));
}

// To the member named in policy, when that member can do it; otherwise back to all who hold the role.
absl::Status HandOn(const ledger::UnitOfWork& unit, const std::string& to, v1::Task& task) {
  if (task.role() == team::v1::ROLE_UNSPECIFIED) return absl::OkStatus();
  ASSIGN_OR_RETURN(const bool can, CanDo(unit.reader(), to, task.role()));
  task.set_assignee(can ? to : "");
  return absl::OkStatus();
}

// After a long standstill of the server one reminder stands for all that were missed.
absl::Status Remind(ledger::UnitOfWork& unit, const internal::v1::Deadline& deadline) {
  ASSIGN_OR_RETURN(const TaskName name, TaskName::Parse(deadline.resource()));
  ASSIGN_OR_RETURN(v1::Task task, Load(unit.reader(), name));
  if (!IsOpen(task)) return absl::OkStatus();
  ASSIGN_OR_RETURN(const registry::v1::ReminderRule rule, RuleFor(unit.reader(), task));
  const std::optional<ReminderStep> step =
      StepToSend(ReminderSteps(rule, ledger::TimeOf(task.due_time())), SeenUntil(task), unit.now());
  RETURN_IF_ERROR(WatchTask(unit, task));
  if (!step.has_value()) return absl::OkStatus();
  v1::Reminder& reminder = *task.add_reminders();
  *reminder.mutable_time() = ledger::Stamp(unit.now());
  reminder.set_working_days(step->working_days);
  reminder.set_escalated(step->escalates);
  if (step->escalates) RETURN_IF_ERROR(HandOn(unit, rule.escalate_to(), task));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowTask(unit, task, step->escalates ? "escalate" : "remind"));
  return KeepTask(unit, std::move(task), std::move(fact)).status();
}

}  // namespace

const std::vector<ledger::DeadlineRule>& Deadlines() {
  static const auto* const rules = new std::vector<ledger::DeadlineRule>{{kReminder, &Remind}};
  return *rules;
}

}  // namespace waarborg::task
