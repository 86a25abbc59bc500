#include "services/flow/comments.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "services/comment/changes.h"
#include "services/comment/mentions.h"
#include "services/comment/names.h"
#include "services/comment/queries.h"
#include "services/comment/records.h"
#include "services/flow/reading.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/task/changes.h"
#include "services/team/names.h"
#include "services/team/records.h"

namespace waarborg::flow {
namespace {

// The resource that a name hangs on: that of a comment, of a thread, or the name itself.
absl::StatusOr<std::string> ResourceUnder(const std::string& name) {
  if (comment::IsParentName(name)) return name;
  const absl::StatusOr<comment::CommentName> comment = comment::CommentName::Parse(name);
  if (comment.ok()) return comment->thread.parent;
  ASSIGN_OR_RETURN(comment::ThreadName thread, comment::ThreadName::Parse(name));
  return std::move(thread.parent);
}

absl::StatusOr<std::string> ProviderUnder(const storage::Reader& reader, const call::Caller& caller,
                                          const std::string& name) {
  ASSIGN_OR_RETURN(const std::string resource, ResourceUnder(name));
  return ProviderToRead(reader, caller, resource);
}

// A member who is called upon answers within a week.
constexpr int kDaysToAnswer = 7;

using task::v1::Task;

// Tasks are the team's; a provider's user hears of a comment by mail.
absl::StatusOr<bool> IsOfTeam(const storage::Reader& reader, const std::string& member) {
  ASSIGN_OR_RETURN(const team::MemberName name, team::MemberName::Parse(member));
  ASSIGN_OR_RETURN(const team::v1::Member record, team::Load(reader, name));
  return record.provider().empty();
}

// Those newly called upon get a task about the thread.
absl::Status RaiseTasks(ledger::UnitOfWork& unit, const comment::v1::Comment& comment,
                        const std::string& thread, const std::string& provider) {
  for (const std::string& member : comment.new_mentions()) {
    ASSIGN_OR_RETURN(const bool of_team, IsOfTeam(unit.reader(), member));
    if (!of_team || member == comment.author()) continue;
    RETURN_IF_ERROR(task::Raise(unit, {.kind = Task::KIND_ANSWER_COMMENT,
                                       .resource = thread,
                                       .provider = provider,
                                       .member = member,
                                       .due = ledger::EndOfDay(ledger::Today(unit.now()) + kDaysToAnswer),
                                       .author = comment.author()})
                        .status());
  }
  return absl::OkStatus();
}

// Whoever was called upon and speaks has answered.
absl::Status SettleOwnTask(ledger::UnitOfWork& unit, const std::string& thread) {
  ASSIGN_OR_RETURN(std::vector<Task> open, task::OpenTasksAbout(unit.reader(), unit.call().region, thread));
  for (Task& task : open) {
    const bool own = task.kind() == Task::KIND_ANSWER_COMMENT && task.assignee() == unit.call().caller.member;
    if (own) RETURN_IF_ERROR(task::CloseByItself(unit, std::move(task)));
  }
  return absl::OkStatus();
}

// Of those whom the comment called upon before, whoever no comment calls upon any more need not answer.
absl::Status CloseUncalled(ledger::UnitOfWork& unit, const comment::v1::Comment& before) {
  ASSIGN_OR_RETURN(const comment::CommentName name, comment::CommentName::Parse(before.name()));
  ASSIGN_OR_RETURN(std::vector<Task> open,
                   task::OpenTasksAbout(unit.reader(), unit.call().region, name.thread.ToString()));
  for (Task& task : open) {
    const auto& called = before.mentions();
    const bool was_called = task.kind() == Task::KIND_ANSWER_COMMENT &&
                            std::find(called.begin(), called.end(), task.assignee()) != called.end();
    if (!was_called) continue;
    ASSIGN_OR_RETURN(const bool is_called, comment::IsMentioned(unit.reader(), name.thread, task.assignee()));
    if (!is_called) RETURN_IF_ERROR(task::CloseByItself(unit, std::move(task)));
  }
  return absl::OkStatus();
}

// The record, and not what the caller may see of it.
absl::StatusOr<comment::v1::Comment> Stored(const storage::Reader& reader, const std::string& comment) {
  ASSIGN_OR_RETURN(const comment::CommentName name, comment::CommentName::Parse(comment));
  return comment::Load(reader, name);
}

absl::Status RaiseTasksFor(ledger::UnitOfWork& unit, const std::string& comment,
                           const std::string& provider) {
  ASSIGN_OR_RETURN(const comment::v1::Comment stored, Stored(unit.reader(), comment));
  ASSIGN_OR_RETURN(const comment::CommentName name, comment::CommentName::Parse(comment));
  return RaiseTasks(unit, stored, name.thread.ToString(), provider);
}

}  // namespace

absl::StatusOr<comment::v1::Comment> AddComment(ledger::UnitOfWork& unit,
                                                const comment::v1::AddCommentRequest& request) {
  ASSIGN_OR_RETURN(const std::string provider,
                   ProviderUnder(unit.reader(), unit.call().caller, request.parent()));
  ASSIGN_OR_RETURN(comment::v1::Comment comment, comment::AddComment(unit, request, provider));
  ASSIGN_OR_RETURN(const comment::CommentName name, comment::CommentName::Parse(comment.name()));
  RETURN_IF_ERROR(SettleOwnTask(unit, name.thread.ToString()));
  RETURN_IF_ERROR(RaiseTasksFor(unit, comment.name(), provider));
  return comment;
}

absl::StatusOr<comment::v1::Comment> EditComment(ledger::UnitOfWork& unit,
                                                 const comment::v1::EditCommentRequest& request) {
  ASSIGN_OR_RETURN(const std::string provider,
                   ProviderUnder(unit.reader(), unit.call().caller, request.name()));
  ASSIGN_OR_RETURN(const comment::v1::Comment before, Stored(unit.reader(), request.name()));
  ASSIGN_OR_RETURN(comment::v1::Comment comment, comment::EditComment(unit, request, provider));
  RETURN_IF_ERROR(CloseUncalled(unit, before));
  RETURN_IF_ERROR(RaiseTasksFor(unit, comment.name(), provider));
  return comment;
}

absl::StatusOr<comment::v1::Comment> RetractComment(ledger::UnitOfWork& unit,
                                                    const comment::v1::RetractCommentRequest& request) {
  ASSIGN_OR_RETURN(const std::string provider,
                   ProviderUnder(unit.reader(), unit.call().caller, request.name()));
  ASSIGN_OR_RETURN(comment::v1::Comment comment, comment::RetractComment(unit, request, provider));
  // It stays in the thread with its mentions, and calls upon nobody.
  ASSIGN_OR_RETURN(const comment::v1::Comment retracted, Stored(unit.reader(), request.name()));
  RETURN_IF_ERROR(CloseUncalled(unit, retracted));
  return comment;
}

absl::StatusOr<comment::v1::Thread> ResolveThread(ledger::UnitOfWork& unit,
                                                  const comment::v1::ResolveThreadRequest& request) {
  ASSIGN_OR_RETURN(const std::string provider,
                   ProviderUnder(unit.reader(), unit.call().caller, request.name()));
  ASSIGN_OR_RETURN(comment::v1::Thread thread, comment::ResolveThread(unit, request, provider));
  RETURN_IF_ERROR(task::Settle(unit, thread.name(), Task::KIND_ANSWER_COMMENT));
  return thread;
}

absl::StatusOr<comment::v1::Thread> ReopenThread(ledger::UnitOfWork& unit,
                                                 const comment::v1::ReopenThreadRequest& request) {
  ASSIGN_OR_RETURN(const std::string provider,
                   ProviderUnder(unit.reader(), unit.call().caller, request.name()));
  return comment::ReopenThread(unit, request, provider);
}

absl::StatusOr<comment::v1::ListThreadsResponse> ListThreads(const ledger::View& view,
                                                             const comment::v1::ListThreadsRequest& request) {
  RETURN_IF_ERROR(ProviderUnder(view.reader, view.call.caller, request.parent()).status());
  return comment::ListThreads(view, request);
}

absl::StatusOr<comment::v1::ListCommentsResponse> ListComments(
    const ledger::View& view, const comment::v1::ListCommentsRequest& request) {
  RETURN_IF_ERROR(ProviderUnder(view.reader, view.call.caller, request.parent()).status());
  return comment::ListComments(view, request);
}

}  // namespace waarborg::flow
