#include "services/task/names.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"

namespace waarborg::task {

absl::StatusOr<TaskName> TaskName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/tasks/*"));
  return TaskName{.region = std::move(ids[0]), .task = std::move(ids[1])};
}

std::string TaskName::ToString() const { return absl::StrCat("regions/", region, "/tasks/", task); }

std::string TaskName::Key() const { return storage::KeyBuilder().Text(region).Text(task).Take(); }

}  // namespace waarborg::task
