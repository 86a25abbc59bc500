#ifndef WAARBORG_SERVICES_TASK_RECORDS_H_
#define WAARBORG_SERVICES_TASK_RECORDS_H_

// The records of this room, and how to load them. A missing record is NOT_FOUND. Ended tasks stand in the
// index by resource alone.

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "services/ledger/deadline_table.h"
#include "services/ledger/record_table.h"
#include "services/ledger/time.h"
#include "services/task/names.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"
#include "waarborg/task/v1/task.pb.h"

namespace waarborg::task {

inline bool IsOpen(const v1::Task& task) { return task.state() == v1::Task::STATE_OPEN; }

inline std::string RegionIdOf(const v1::Task& task) { return call::RegionOf(task.name()).value_or(""); }

// Where the open, or the ended, tasks about a resource begin.
inline std::string TasksAbout(absl::string_view region, absl::string_view resource) {
  return storage::KeyBuilder().Text(region).Text(resource).Take();
}
inline std::string OpenTasksAboutPrefix(absl::string_view region, absl::string_view resource) {
  return storage::KeyBuilder().Text(region).Text(resource).Number(0).Take();
}

inline std::string TaskByResource(absl::string_view /*key*/, const v1::Task& task) {
  const std::uint64_t ended = IsOpen(task) ? 0 : 1;
  return storage::KeyBuilder()
      .Text(RegionIdOf(task))
      .Text(task.resource())
      .Number(ended)
      .Text(call::LastId(task.name()))
      .Take();
}

inline std::uint64_t DueOrder(const v1::Task& task) {
  return ledger::OrderOf(ledger::TimeOf(task.due_time()));
}

inline std::string TaskByDueTime(absl::string_view /*key*/, const v1::Task& task) {
  if (!IsOpen(task)) return "";
  return storage::KeyBuilder()
      .Text(RegionIdOf(task))
      .Number(DueOrder(task))
      .Text(call::LastId(task.name()))
      .Take();
}

inline std::string TaskByRole(absl::string_view /*key*/, const v1::Task& task) {
  if (!IsOpen(task) || task.role() == team::v1::ROLE_UNSPECIFIED) return "";
  return storage::KeyBuilder()
      .Text(RegionIdOf(task))
      .Text(call::CodeOf(task.role()))
      .Number(DueOrder(task))
      .Text(call::LastId(task.name()))
      .Take();
}

inline std::string TaskByAssignee(absl::string_view /*key*/, const v1::Task& task) {
  if (!IsOpen(task) || task.assignee().empty()) return "";
  return storage::KeyBuilder()
      .Text(RegionIdOf(task))
      .Text(task.assignee())
      .Number(DueOrder(task))
      .Text(call::LastId(task.name()))
      .Take();
}

inline constexpr ledger::RecordIndex<v1::Task> kTaskIndexes[] = {
    {storage::tables::kTaskByDueTime, TaskByDueTime},
    {storage::tables::kTaskByRole, TaskByRole},
    {storage::tables::kTaskByAssignee, TaskByAssignee}};

inline constexpr ledger::RecordTable<v1::Task> kTasks{
    storage::tables::kTask, storage::tables::kTaskByResource, TaskByResource, kTaskIndexes};

inline absl::StatusOr<v1::Task> Load(const storage::Reader& reader, const TaskName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Task> record,
                   storage::Table<v1::Task>(kTasks.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("TASK", name.ToString());
  return *std::move(record);
}

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_RECORDS_H_
