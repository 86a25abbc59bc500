#include "services/task/edit.h"

#include <utility>

#include "services/call/code.h"
#include "services/call/error.h"
#include "services/call/etag.h"
#include "services/language/status_macros.h"
#include "services/ledger/follow.h"
#include "services/ledger/time.h"
#include "services/task/deadlines.h"
#include "services/task/errors.h"
#include "services/task/names.h"
#include "services/task/records.h"
#include "services/task/rules/lifecycle.h"

namespace waarborg::task {

absl::StatusOr<v1::Task> OpenTask(const ledger::UnitOfWork& unit, absl::string_view name,
                                  absl::string_view etag) {
  ASSIGN_OR_RETURN(const TaskName parsed, TaskName::Parse(name));
  ASSIGN_OR_RETURN(v1::Task task, Load(unit.reader(), parsed));
  RETURN_IF_ERROR(call::CheckEtag(task.name(), etag, task.etag()));
  return task;
}

// The provider stays out of the fact: what is asked inside the team is no part of the provider's case.
absl::StatusOr<ledger::Fact> FollowTask(const ledger::UnitOfWork& unit, v1::Task& task,
                                        absl::string_view event) {
  ASSIGN_OR_RETURN(ledger::Followed<TaskState> followed,
                   ledger::Follow(unit, kTaskLifecycle, task.state(), event, task.name(), ""));
  task.set_state(followed.to);
  return std::move(followed.fact);
}

absl::StatusOr<v1::Task> KeepTask(ledger::UnitOfWork& unit, v1::Task task, ledger::Fact fact) {
  ASSIGN_OR_RETURN(const TaskName name, TaskName::Parse(task.name()));
  task.set_etag(call::NextEtag(task.etag()));
  *task.mutable_update_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kTasks, name.Key(), task));
  unit.Record(std::move(fact));
  return task;
}

absl::Status SignClosing(ledger::UnitOfWork& unit, absl::string_view note, v1::Task& task) {
  task.set_note(std::string(note));
  task.set_closed_by(unit.call().caller.member);
  *task.mutable_close_time() = ledger::Stamp(unit.now());
  return unit.ClearDeadline(task.name(), kReminder);
}

absl::Status CheckMayDo(const call::Caller& caller, const v1::Task& task, absl::string_view event) {
  if (!task.assignee().empty() && task.assignee() == caller.member) return absl::OkStatus();
  const bool of_role = task.role() != team::v1::ROLE_UNSPECIFIED;
  if (of_role && !caller.Holds(task.role())) {
    return call::error::RoleNotAllowed(event, call::CodeOf(task.role()));
  }
  if (task.assignee().empty()) return absl::OkStatus();
  return errors::TaskOfOther(task.name(), task.assignee());
}

absl::Status CheckMayHandOut(const call::Caller& caller, const v1::Task& task, absl::string_view event) {
  const bool own = !task.assignee().empty() && task.assignee() == caller.member;
  if (own || caller.Holds(team::v1::ROLE_QUALITY_MANAGER)) return absl::OkStatus();
  if (task.role() != team::v1::ROLE_UNSPECIFIED && caller.Holds(task.role())) return absl::OkStatus();
  return call::error::RoleNotAllowed(event, call::CodeOf(task.role()));
}

}  // namespace waarborg::task
