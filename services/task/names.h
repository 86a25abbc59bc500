#ifndef WAARBORG_SERVICES_TASK_NAMES_H_
#define WAARBORG_SERVICES_TASK_NAMES_H_

// Resource names of this room: parsed here, made here, and turned into store keys here.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::task {

// `regions/{region}/tasks/{task}`.
struct TaskName {
  std::string region, task;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<TaskName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const TaskName&) const = default;
};

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_NAMES_H_
