#include "services/comment/revision.h"

#include <utility>

#include "services/call/etag.h"
#include "services/comment/errors.h"
#include "services/comment/records.h"
#include "services/comment/rules/lifecycle.h"
#include "services/comment/visibility.h"
#include "services/language/status_macros.h"
#include "services/ledger/follow.h"
#include "services/ledger/time.h"

namespace waarborg::comment {

absl::StatusOr<v1::Thread> OpenThread(const ledger::UnitOfWork& unit, const ThreadName& name,
                                      absl::string_view etag) {
  ASSIGN_OR_RETURN(v1::Thread thread, Load(unit.reader(), name));
  if (!IsVisibleTo(unit.call().caller, thread)) return errors::ThreadNotFound(thread.name());
  RETURN_IF_ERROR(call::CheckEtag(thread.name(), etag, thread.etag()));
  return thread;
}

absl::StatusOr<v1::Comment> OpenOwnComment(const ledger::UnitOfWork& unit, absl::string_view name,
                                           absl::string_view etag) {
  ASSIGN_OR_RETURN(const CommentName parsed, CommentName::Parse(name));
  ASSIGN_OR_RETURN(v1::Comment comment, Load(unit.reader(), parsed));
  const call::Caller& caller = unit.call().caller;
  if (!IsVisibleTo(caller, comment)) return errors::CommentNotFound(comment.name());
  if (comment.author() != caller.member) return errors::NotTheAuthor(comment.name());
  RETURN_IF_ERROR(call::CheckEtag(comment.name(), etag, comment.etag()));
  return comment;
}

absl::StatusOr<ledger::Fact> FollowThread(const ledger::UnitOfWork& unit, v1::Thread& thread,
                                          absl::string_view event, const std::string& provider) {
  ASSIGN_OR_RETURN(ledger::Followed<ThreadState> followed,
                   ledger::Follow(unit, kThreadLifecycle, thread.state(), event, thread.name(), provider));
  thread.set_state(followed.to);
  return std::move(followed.fact);
}

absl::StatusOr<ledger::Fact> FollowComment(const ledger::UnitOfWork& unit, v1::Comment& comment,
                                           absl::string_view event, const std::string& provider) {
  ASSIGN_OR_RETURN(ledger::Followed<CommentState> followed,
                   ledger::Follow(unit, kCommentLifecycle, comment.state(), event, comment.name(), provider));
  comment.set_state(followed.to);
  return std::move(followed.fact);
}

absl::Status PutThread(ledger::UnitOfWork& unit, v1::Thread& thread) {
  ASSIGN_OR_RETURN(const ThreadName name, ThreadName::Parse(thread.name()));
  thread.set_etag(call::NextEtag(thread.etag()));
  *thread.mutable_update_time() = ledger::Stamp(unit.now());
  return unit.Put(kThreads, name.Key(), thread);
}

absl::StatusOr<v1::Thread> KeepThread(ledger::UnitOfWork& unit, v1::Thread thread, ledger::Fact fact) {
  RETURN_IF_ERROR(PutThread(unit, thread));
  unit.Record(std::move(fact));
  return SeenBy(unit.call().caller, std::move(thread));
}

absl::StatusOr<v1::Comment> KeepComment(ledger::UnitOfWork& unit, v1::Comment comment, ledger::Fact fact) {
  ASSIGN_OR_RETURN(const CommentName name, CommentName::Parse(comment.name()));
  comment.set_etag(call::NextEtag(comment.etag()));
  *comment.mutable_update_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kComments, name.Key(), comment));
  unit.Record(std::move(fact));
  return SeenBy(unit.call().caller, std::move(comment));
}

}  // namespace waarborg::comment
