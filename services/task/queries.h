#ifndef WAARBORG_SERVICES_TASK_QUERIES_H_
#define WAARBORG_SERVICES_TASK_QUERIES_H_

// Reading tasks. Lists: INVALID_ARGUMENT (INVALID_PAGE_SIZE, INVALID_PAGE_TOKEN).

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/task/v1/task.pb.h"

namespace waarborg::task {

absl::StatusOr<v1::Task> GetTask(const ledger::View& view, const v1::GetTaskRequest& request);

// By due time, through the index that the filter asks for. Violations: ONLY_ONE_FILTER.
absl::StatusOr<v1::ListTasksResponse> ListTasks(const ledger::View& view,
                                                const v1::ListTasksRequest& request);

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_QUERIES_H_
