#ifndef WAARBORG_SERVICES_TASK_EDIT_H_
#define WAARBORG_SERVICES_TASK_EDIT_H_

// One change of a task, as every command makes it: open, follow the table, change, keep.

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/call/call.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/task/v1/task.pb.h"

namespace waarborg::task {

// NOT_FOUND, ABORTED (ETAG_MISMATCH).
absl::StatusOr<v1::Task> OpenTask(const ledger::UnitOfWork& unit, absl::string_view name,
                                  absl::string_view etag);

// Moves the task along its table for the caller and gives the fact to record. FAILED_PRECONDITION
// (ILLEGAL_TRANSITION), PERMISSION_DENIED (ROLE_NOT_ALLOWED).
absl::StatusOr<ledger::Fact> FollowTask(const ledger::UnitOfWork& unit, v1::Task& task,
                                        absl::string_view event);

// Puts the task with a new etag and records the fact.
absl::StatusOr<v1::Task> KeepTask(ledger::UnitOfWork& unit, v1::Task task, ledger::Fact fact);

// Closes it in the caller's name, and stops its reminders.
absl::Status SignClosing(ledger::UnitOfWork& unit, absl::string_view note, v1::Task& task);

// OK when the caller is the assignee, or holds the role of a task that nobody has taken up. PERMISSION_DENIED
// (ROLE_NOT_ALLOWED, TASK_OF_OTHER).
absl::Status CheckMayDo(const call::Caller& caller, const v1::Task& task, absl::string_view event);

// OK when the caller is the assignee, holds the role, or is a quality manager, who hands out the work.
// PERMISSION_DENIED (ROLE_NOT_ALLOWED).
absl::Status CheckMayHandOut(const call::Caller& caller, const v1::Task& task, absl::string_view event);

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_EDIT_H_
