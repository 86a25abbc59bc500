#ifndef WAARBORG_SERVICES_TASK_COMMANDS_H_
#define WAARBORG_SERVICES_TASK_COMMANDS_H_

// The changing rpcs of TaskService, one file each in commands/. What each does stands in
// waarborg/task/v1/task.proto; the order of events in rules/lifecycle.h; the errors in errors.h. All of them:
// NOT_FOUND, PERMISSION_DENIED (ROLE_NOT_ALLOWED), ABORTED (ETAG_MISMATCH), FAILED_PRECONDITION
// (ILLEGAL_TRANSITION).

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/task/v1/task.pb.h"

namespace waarborg::task {

// PERMISSION_DENIED (TASK_OF_OTHER).
absl::StatusOr<v1::Task> ClaimTask(ledger::UnitOfWork& unit, const v1::ClaimTaskRequest& request);

// By the assignee, who holds the role, or a quality manager. FAILED_PRECONDITION (MEMBER_LACKS_ROLE);
// INVALID_ARGUMENT (violation REQUIRED: a task of one member has somebody).
absl::StatusOr<v1::Task> AssignTask(ledger::UnitOfWork& unit, const v1::AssignTaskRequest& request);

// PERMISSION_DENIED (TASK_OF_OTHER).
absl::StatusOr<v1::Task> CompleteTask(ledger::UnitOfWork& unit, const v1::CompleteTaskRequest& request);

// By whom AssignTask allows.
absl::StatusOr<v1::Task> CancelTask(ledger::UnitOfWork& unit, const v1::CancelTaskRequest& request);

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_COMMANDS_H_
