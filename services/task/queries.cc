#include "services/task/queries.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/error.h"
#include "services/call/page.h"
#include "services/language/status_macros.h"
#include "services/ledger/page_scan.h"
#include "services/registry/names.h"
#include "services/task/names.h"
#include "services/task/records.h"
#include "storage/keys.h"

namespace waarborg::task {
namespace {

// Which index answers a list, and where in it.
struct Shelf {
  storage::TableId index;
  std::string prefix;
};

Shelf ShelfOf(const std::string& region, const call::Caller& caller, const v1::ListTasksRequest& request) {
  storage::KeyBuilder prefix;
  prefix.Text(region);
  if (!request.resource().empty()) return {kTasks.index_id, TasksAbout(region, request.resource())};
  if (request.mine()) return {storage::tables::kTaskByAssignee, prefix.Text(caller.member).Take()};
  if (request.role() != team::v1::ROLE_UNSPECIFIED) {
    return {storage::tables::kTaskByRole, prefix.Text(call::CodeOf(request.role())).Take()};
  }
  return {storage::tables::kTaskByDueTime, prefix.Take()};
}

absl::Status CheckFilters(const v1::ListTasksRequest& request) {
  call::Violations violations;
  const bool role = request.role() != team::v1::ROLE_UNSPECIFIED;
  if (request.mine() && role) violations.Add("role", "ONLY_ONE_FILTER", "mine");
  if (!request.resource().empty() && request.overdue()) {
    violations.Add("overdue", "ONLY_ONE_FILTER", "resource");
  }
  return violations.ToStatus();
}

}  // namespace

absl::StatusOr<v1::Task> GetTask(const ledger::View& view, const v1::GetTaskRequest& request) {
  ASSIGN_OR_RETURN(const TaskName name, TaskName::Parse(request.name()));
  return Load(view.reader, name);
}

absl::StatusOr<v1::ListTasksResponse> ListTasks(const ledger::View& view,
                                                const v1::ListTasksRequest& request) {
  ASSIGN_OR_RETURN(const registry::RegionName region, registry::RegionName::Parse(request.parent()));
  RETURN_IF_ERROR(CheckFilters(request));
  const Shelf shelf = ShelfOf(region.region, view.call.caller, request);
  const std::string mine = request.mine() ? view.call.caller.member : "";
  ASSIGN_OR_RETURN(const call::Page page,
                   call::ParsePage(request.page_size(), request.page_token(),
                                   absl::StrCat("tasks|", request.parent(), "|", request.resource(), "|",
                                                mine, "|", request.role(), "|", request.overdue())));
  ASSIGN_OR_RETURN(const ledger::Records records,
                   ledger::ScanPage(view.reader, shelf.index, kTasks.id, shelf.prefix, page));
  ASSIGN_OR_RETURN(ledger::PageOf<v1::Task> tasks, ledger::ParsePageOf(kTasks, records));
  v1::ListTasksResponse response;
  for (v1::Task& task : tasks.items) {
    // In order of due time, so after the first that is not due yet there is none that is.
    if (request.overdue() && ledger::TimeOf(task.due_time()) > view.call.now) return response;
    *response.add_tasks() = std::move(task);
  }
  response.set_next_page_token(std::move(tasks.next_page_token));
  return response;
}

}  // namespace waarborg::task
