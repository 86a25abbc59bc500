#include <utility>

#include "services/comment/changes.h"
#include "services/comment/mentions.h"
#include "services/comment/names.h"
#include "services/comment/revision.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::comment {
namespace {

// A new thread of the parent, not kept yet.
v1::Thread NewThread(const ledger::UnitOfWork& unit, const std::string& parent) {
  v1::Thread thread;
  thread.set_name(
      ThreadName{.region = unit.call().region, .parent = parent, .thread = unit.call().NewId()}.ToString());
  thread.set_author(unit.call().caller.member);
  *thread.mutable_create_time() = ledger::Stamp(unit.now());
  return thread;
}

absl::StatusOr<v1::Thread> ThreadOf(const ledger::UnitOfWork& unit, const std::string& parent) {
  if (IsParentName(parent)) return NewThread(unit, parent);
  ASSIGN_OR_RETURN(const ThreadName name, ThreadName::Parse(parent));
  return OpenThread(unit, name, "");
}

v1::Comment NewComment(const ledger::UnitOfWork& unit, const v1::AddCommentRequest& request,
                       const ThreadName& thread) {
  v1::Comment comment;
  comment.set_name(CommentName{.thread = thread, .comment = unit.call().NewId()}.ToString());
  comment.set_text(request.text());
  comment.set_shared_with_provider(request.shared_with_provider() || unit.call().caller.IsOnlyProvider());
  *comment.mutable_mentions() = request.mentions();
  *comment.mutable_new_mentions() = request.mentions();
  comment.set_author(unit.call().caller.member);
  *comment.mutable_create_time() = ledger::Stamp(unit.now());
  return comment;
}

}  // namespace

absl::StatusOr<v1::Comment> AddComment(ledger::UnitOfWork& unit, const v1::AddCommentRequest& request,
                                       const std::string& provider) {
  ASSIGN_OR_RETURN(v1::Thread thread, ThreadOf(unit, request.parent()));
  const bool opens = thread.etag().empty();
  ASSIGN_OR_RETURN(ledger::Fact of_thread,
                   FollowThread(unit, thread, opens ? "open_thread" : "reply", provider));
  ASSIGN_OR_RETURN(const ThreadName name, ThreadName::Parse(thread.name()));
  v1::Comment comment = NewComment(unit, request, name);
  RETURN_IF_ERROR(CheckMentions(unit.reader(), comment.mentions(), comment.shared_with_provider(), provider));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowComment(unit, comment, "write", provider));
  comment.set_role(fact.role);
  thread.set_shared_with_provider(thread.shared_with_provider() || comment.shared_with_provider());
  RETURN_IF_ERROR(PutThread(unit, thread));
  if (opens) unit.Record(std::move(of_thread));
  return KeepComment(unit, std::move(comment), std::move(fact));
}

}  // namespace waarborg::comment
