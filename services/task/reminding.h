#ifndef WAARBORG_SERVICES_TASK_REMINDING_H_
#define WAARBORG_SERVICES_TASK_REMINDING_H_

// The reminders of one task, by the policy of its region as it is now.

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/task/v1/task.pb.h"

namespace waarborg::task {

// Lets the timer look at the task at its next reminder; part of the next fact.
absl::Status WatchTask(ledger::UnitOfWork& unit, const v1::Task& task);

// Whether a reminder is to come and nothing waits for it: its term stood still.
absl::StatusOr<bool> LacksReminder(const ledger::UnitOfWork& unit, const v1::Task& task);

// What policy says about reminders of this task.
absl::StatusOr<registry::v1::ReminderRule> RuleFor(const storage::Reader& reader, const v1::Task& task);

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_REMINDING_H_
