#ifndef WAARBORG_SERVICES_COMMENT_VISIBILITY_H_
#define WAARBORG_SERVICES_COMMENT_VISIBILITY_H_

// Who sees what of a thread. The team sees all. A provider's user sees what is shared with the provider, and
// of that neither the members who are called upon, nor earlier texts, nor signs of what else happens in the
// thread. The text of a retracted comment is shown to nobody.

#include <utility>

#include "services/call/call.h"
#include "waarborg/comment/v1/comment.pb.h"

namespace waarborg::comment {

template <class Record>
bool IsVisibleTo(const call::Caller& caller, const Record& record) {
  return record.shared_with_provider() || !caller.IsOnlyProvider();
}

inline v1::Thread SeenBy(const call::Caller& caller, v1::Thread thread) {
  if (!caller.IsOnlyProvider()) return thread;
  thread.clear_author();
  thread.clear_etag();
  thread.clear_update_time();
  return thread;
}

inline v1::Comment SeenBy(const call::Caller& caller, v1::Comment comment) {
  if (comment.state() == v1::Comment::STATE_RETRACTED) {
    comment.clear_text();
    comment.clear_earlier();
  }
  if (!caller.IsOnlyProvider()) return comment;
  comment.clear_mentions();
  comment.clear_new_mentions();
  comment.clear_earlier();
  return comment;
}

}  // namespace waarborg::comment

#endif  // WAARBORG_SERVICES_COMMENT_VISIBILITY_H_
