#include "services/flow/called_upon.h"

#include <string>

#include "services/comment/records.h"
#include "services/task/records.h"

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

// A comment tells of its own task.
void AddAssignee(const audit::v1::RecordChange& change, Callings& callings) {
  task::v1::Task task;
  if (!task.ParseFromString(change.after()) || task.assignee().empty()) return;
  if (task.kind() == task::v1::Task::KIND_ANSWER_COMMENT) return;
  callings.push_back({.member = task.assignee(), .resource = task.name()});
}

}  // namespace

Callings CalledUpon(const audit::v1::Event& event) {
  const bool of_comment = event.kind() == "CommentAdded" || event.kind() == "CommentEdited";
  const bool of_task = event.kind() == "TaskRaised" || event.kind() == "TaskAssigned";
  Callings callings;
  for (const audit::v1::RecordChange& change : event.changes()) {
    const bool is_comment = change.table() == static_cast<int>(comment::kComments.id);
    if (of_comment && is_comment) AddMentions(event, change, callings);
    const bool is_task = change.table() == static_cast<int>(task::kTasks.id);
    if (of_task && is_task) AddAssignee(change, callings);
  }
  return callings;
}

}  // namespace waarborg::flow
