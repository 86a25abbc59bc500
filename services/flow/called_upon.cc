#include "services/flow/called_upon.h"

#include <string>

#include "services/comment/records.h"
#include "services/language/status_macros.h"
#include "services/task/records.h"
#include "services/team/member_checks.h"

namespace waarborg::flow {
namespace {

using notice::Calling;
using Callings = std::vector<Calling>;

void AddMentions(const audit::v1::Event& event, const audit::v1::RecordChange& change, Callings& callings) {
  comment::v1::Comment comment;
  if (!comment.ParseFromString(change.after())) return;
  for (const std::string& member : comment.new_mentions()) {
    callings.push_back({.member = member, .resource = event.resource()});
  }
}

absl::Status AddHolders(const storage::Reader& reader, const task::v1::Task& task, Callings& callings) {
  if (task.role() == team::v1::ROLE_UNSPECIFIED) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::vector<team::v1::Member> members,
                   team::MembersOf(reader, task::RegionIdOf(task)));
  for (const team::v1::Member& member : members) {
    if (member.inactive() || !team::HeldBy(member).roles.Contains(task.role())) continue;
    callings.push_back({.member = member.name(), .resource = task.name()});
  }
  return absl::OkStatus();
}

absl::Status AddAsked(const storage::Reader& reader, const audit::v1::Event& event,
                      const audit::v1::RecordChange& change, Callings& callings) {
  task::v1::Task task;
  if (!task.ParseFromString(change.after())) return absl::OkStatus();
  // A comment tells of its own task.
  const bool of_comment = task.kind() == task::v1::Task::KIND_ANSWER_COMMENT;
  if (of_comment && event.kind() == "TaskRaised") return absl::OkStatus();
  if (task.assignee().empty()) return AddHolders(reader, task, callings);
  callings.push_back({.member = task.assignee(), .resource = task.name()});
  return absl::OkStatus();
}

bool AsksForTask(absl::string_view kind) {
  return kind == "TaskRaised" || kind == "TaskAssigned" || kind == "TaskReminded" || kind == "TaskEscalated";
}

}  // namespace

absl::StatusOr<Callings> CalledUpon(const storage::Reader& reader, const audit::v1::Event& event) {
  const bool of_comment = event.kind() == "CommentAdded" || event.kind() == "CommentEdited";
  const bool of_task = AsksForTask(event.kind());
  Callings callings;
  for (const audit::v1::RecordChange& change : event.changes()) {
    const bool is_comment = change.table() == static_cast<int>(comment::kComments.id);
    if (of_comment && is_comment) AddMentions(event, change, callings);
    const bool is_task = change.table() == static_cast<int>(task::kTasks.id);
    if (of_task && is_task) RETURN_IF_ERROR(AddAsked(reader, event, change, callings));
  }
  return callings;
}

}  // namespace waarborg::flow
