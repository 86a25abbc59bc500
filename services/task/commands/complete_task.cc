#include <utility>

#include "services/language/status_macros.h"
#include "services/task/commands.h"
#include "services/task/edit.h"

namespace waarborg::task {

absl::StatusOr<v1::Task> CompleteTask(ledger::UnitOfWork& unit, const v1::CompleteTaskRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(v1::Task task, OpenTask(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowTask(unit, task, "complete"));
  RETURN_IF_ERROR(CheckMayDo(unit.call().caller, task, "complete"));
  RETURN_IF_ERROR(SignClosing(unit, request.note(), task));
  fact.reason = request.note();
  return KeepTask(unit, std::move(task), std::move(fact));
}

}  // namespace waarborg::task
