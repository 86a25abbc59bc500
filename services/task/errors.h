#ifndef WAARBORG_SERVICES_TASK_ERRORS_H_
#define WAARBORG_SERVICES_TASK_ERRORS_H_

// What can go wrong with tasks, one function each. The sentences stand in proto/labels/messages/task.json
// under the reason.

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/call/code.h"
#include "services/call/error.h"

namespace waarborg::task::errors {

// PERMISSION_DENIED: somebody else has taken it up, or was given it.
inline absl::Status TaskOfOther(absl::string_view task, absl::string_view assignee) {
  return call::Error(absl::StatusCode::kPermissionDenied, "TASK_OF_OTHER")
      .With("task", task)
      .With("assignee", assignee);
}

// FAILED_PRECONDITION: the member is not active, or does not hold the role that the task asks for.
inline absl::Status MemberLacksRole(absl::string_view member, call::Role role) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "MEMBER_LACKS_ROLE")
      .With("member", member)
      .With("role", call::CodeOf(role))
      .Precondition(member, call::CodeOf(role), "");
}

}  // namespace waarborg::task::errors

#endif  // WAARBORG_SERVICES_TASK_ERRORS_H_
