#include <utility>

#include "services/call/error.h"
#include "services/language/status_macros.h"
#include "services/task/commands.h"
#include "services/task/edit.h"
#include "services/task/errors.h"
#include "services/task/people.h"

namespace waarborg::task {
namespace {

absl::Status CheckAssignee(const storage::Reader& reader, const std::string& member, const v1::Task& task) {
  if (member.empty()) {
    call::Violations violations;
    if (task.role() == team::v1::ROLE_UNSPECIFIED) violations.Add("assignee", "REQUIRED");
    return violations.ToStatus();
  }
  ASSIGN_OR_RETURN(const bool can, CanDo(reader, member, task.role()));
  if (!can) return errors::MemberLacksRole(member, task.role());
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::Task> AssignTask(ledger::UnitOfWork& unit, const v1::AssignTaskRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(v1::Task task, OpenTask(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowTask(unit, task, "assign"));
  RETURN_IF_ERROR(CheckMayHandOut(unit.call().caller, task, "assign"));
  RETURN_IF_ERROR(CheckAssignee(unit.reader(), request.assignee(), task));
  task.set_assignee(request.assignee());
  return KeepTask(unit, std::move(task), std::move(fact));
}

}  // namespace waarborg::task
