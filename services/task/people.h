#ifndef WAARBORG_SERVICES_TASK_PEOPLE_H_
#define WAARBORG_SERVICES_TASK_PEOPLE_H_

// Who can do a task.

#include <string>

#include "absl/status/statusor.h"
#include "services/call/call.h"
#include "storage/store.h"

namespace waarborg::task {

// Whether `member` (a full name, or "") is an active member of the region of that name and holds `role`; any
// active member when no role is asked.
absl::StatusOr<bool> CanDo(const storage::Reader& reader, const std::string& member, call::Role role);

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_PEOPLE_H_
