#include "services/task/reminding.h"

#include <optional>

#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"
#include "services/task/deadlines.h"
#include "services/task/records.h"
#include "services/task/rules/kinds.h"
#include "services/task/rules/reminders.h"

namespace waarborg::task {
namespace {

// A region that has no policy yet goes by what holds otherwise.
absl::StatusOr<registry::v1::PolicyVersion> CurrentPolicy(const storage::Reader& reader,
                                                          const std::string& region) {
  const absl::StatusOr<registry::v1::Region> record =
      registry::Load(reader, registry::RegionName{.region = region});
  if (absl::IsNotFound(record.status())) return registry::v1::PolicyVersion();
  RETURN_IF_ERROR(record.status());
  if (record->current_policy().empty()) return registry::v1::PolicyVersion();
  ASSIGN_OR_RETURN(const registry::PolicyVersionName name,
                   registry::PolicyVersionName::Parse(record->current_policy()));
  return registry::Load(reader, name);
}

absl::StatusOr<std::optional<ReminderStep>> NextStepOf(const ledger::UnitOfWork& unit, const v1::Task& task) {
  ASSIGN_OR_RETURN(const registry::v1::ReminderRule rule, RuleFor(unit.reader(), task));
  return NextStep(ReminderSteps(rule, ledger::TimeOf(task.due_time())), unit.now());
}

}  // namespace

absl::StatusOr<registry::v1::ReminderRule> RuleFor(const storage::Reader& reader, const v1::Task& task) {
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, CurrentPolicy(reader, RegionIdOf(task)));
  const KindRow* const row = RowOf(task.kind());
  return ReminderRuleFor(policy, row == nullptr ? "" : row->term);
}

absl::StatusOr<bool> LacksReminder(const ledger::UnitOfWork& unit, const v1::Task& task) {
  ASSIGN_OR_RETURN(const std::optional<internal::v1::Deadline> reminder,
                   unit.FindDeadline(task.name(), kReminder));
  if (reminder.has_value()) return false;
  ASSIGN_OR_RETURN(const std::optional<ReminderStep> next, NextStepOf(unit, task));
  return next.has_value();
}

absl::Status WatchTask(ledger::UnitOfWork& unit, const v1::Task& task) {
  ASSIGN_OR_RETURN(const std::optional<ReminderStep> next, NextStepOf(unit, task));
  if (!next.has_value()) return unit.ClearDeadline(task.name(), kReminder);
  return unit.SetDeadline(task.name(), kReminder, next->time, "");
}

}  // namespace waarborg::task
