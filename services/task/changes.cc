#include "services/task/changes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "services/call/etag.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/task/deadlines.h"
#include "services/task/edit.h"
#include "services/task/names.h"
#include "services/task/records.h"
#include "services/task/reminding.h"

namespace waarborg::task {
namespace {

constexpr std::int64_t kMostAbout = 100;

bool SamePeople(const v1::Task& task, const Errand& errand) {
  if (task.role() != errand.role) return false;
  return errand.role != team::v1::ROLE_UNSPECIFIED || task.assignee() == errand.member;
}

// The term of an open task has another end now, or runs again to the same.
absl::StatusOr<v1::Task> Move(ledger::UnitOfWork& unit, v1::Task task, absl::Time due) {
  const bool same = ledger::TimeOf(task.due_time()) == due;
  if (same) {
    ASSIGN_OR_RETURN(const bool paused, LacksReminder(unit, task));
    if (!paused) return task;
  }
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowTask(unit, task, same ? "resume" : "move"));
  *task.mutable_due_time() = ledger::Stamp(due);
  RETURN_IF_ERROR(WatchTask(unit, task));
  return KeepTask(unit, std::move(task), std::move(fact));
}

v1::Task NewTask(const ledger::UnitOfWork& unit, const Errand& errand) {
  v1::Task task;
  task.set_name(TaskName{.region = unit.call().region, .task = unit.call().NewId()}.ToString());
  task.set_kind(errand.kind);
  task.set_resource(errand.resource);
  task.set_provider(errand.provider);
  task.set_role(errand.role);
  task.set_assignee(errand.member);
  *task.mutable_due_time() = ledger::Stamp(errand.due);
  task.set_author(errand.author);
  *task.mutable_create_time() = ledger::Stamp(unit.now());
  return task;
}

}  // namespace

absl::StatusOr<std::vector<v1::Task>> OpenTasksAbout(const storage::Reader& reader, absl::string_view region,
                                                     absl::string_view resource) {
  const std::string prefix = OpenTasksAboutPrefix(region, resource);
  std::vector<std::string> keys;
  RETURN_IF_ERROR(reader.Scan(kTasks.index_id,
                              {.begin = prefix, .end = storage::PrefixEnd(prefix), .limit = kMostAbout},
                              [&keys](absl::string_view, absl::string_view key) {
                                keys.emplace_back(key);
                                return true;
                              }));
  std::vector<v1::Task> tasks;
  for (const std::string& key : keys) {
    ASSIGN_OR_RETURN(std::optional<v1::Task> task, storage::Table<v1::Task>(kTasks.id).Get(reader, key));
    if (task.has_value()) tasks.push_back(*std::move(task));
  }
  return tasks;
}

absl::StatusOr<v1::Task> Raise(ledger::UnitOfWork& unit, const Errand& errand) {
  ASSIGN_OR_RETURN(std::vector<v1::Task> open,
                   OpenTasksAbout(unit.reader(), unit.call().region, errand.resource));
  for (v1::Task& task : open) {
    if (task.kind() == errand.kind && SamePeople(task, errand)) {
      return Move(unit, std::move(task), errand.due);
    }
  }
  v1::Task task = NewTask(unit, errand);
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowTask(unit, task, "raise"));
  RETURN_IF_ERROR(WatchTask(unit, task));
  return KeepTask(unit, std::move(task), std::move(fact));
}

absl::Status Pause(ledger::UnitOfWork& unit, v1::Task task) {
  ASSIGN_OR_RETURN(const std::optional<internal::v1::Deadline> reminder,
                   unit.FindDeadline(task.name(), kReminder));
  if (!reminder.has_value()) return absl::OkStatus();
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowTask(unit, task, "pause"));
  RETURN_IF_ERROR(unit.ClearDeadline(task.name(), kReminder));
  return KeepTask(unit, std::move(task), std::move(fact)).status();
}

absl::Status CloseByItself(ledger::UnitOfWork& unit, v1::Task task) {
  const bool by_timer = unit.call().caller.Holds(team::v1::ROLE_SYSTEM);
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowTask(unit, task, by_timer ? "fall_away" : "settle"));
  RETURN_IF_ERROR(SignClosing(unit, "", task));
  return KeepTask(unit, std::move(task), std::move(fact)).status();
}

absl::Status Settle(ledger::UnitOfWork& unit, absl::string_view resource, v1::Task::Kind kind) {
  ASSIGN_OR_RETURN(std::vector<v1::Task> open, OpenTasksAbout(unit.reader(), unit.call().region, resource));
  for (v1::Task& task : open) {
    if (task.kind() == kind) RETURN_IF_ERROR(CloseByItself(unit, std::move(task)));
  }
  return absl::OkStatus();
}

}  // namespace waarborg::task
