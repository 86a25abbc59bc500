#ifndef WAARBORG_SERVICES_TASK_DEADLINES_H_
#define WAARBORG_SERVICES_TASK_DEADLINES_H_

// What the timer does about tasks: it brings an open one to mind, step by step, and at the last step before
// the person named in policy.

#include <vector>

#include "absl/strings/string_view.h"
#include "services/ledger/deadlines.h"

namespace waarborg::task {

// The next reminder of a task.
inline constexpr absl::string_view kReminder = "task.reminder";

const std::vector<ledger::DeadlineRule>& Deadlines();

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_DEADLINES_H_
