#ifndef WAARBORG_SERVICES_TASK_KEEPING_H_
#define WAARBORG_SERVICES_TASK_KEEPING_H_

// Keeps the tasks true to the terms: the ledger runs this at the end of every unit of work. What no longer
// waits closes, a term that starts or passes raises what rules/kinds.h says. So no room has to think of
// tasks: it sets and clears its deadlines and says, in its list of them, what waits.

#include <vector>

#include "absl/status/status.h"
#include "services/ledger/deadlines.h"
#include "services/ledger/unit_of_work.h"

namespace waarborg::task {

// `rules` are those of all rooms.
absl::Status KeepTasks(ledger::UnitOfWork& unit, const std::vector<ledger::DeadlineRule>& rules);

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_KEEPING_H_
