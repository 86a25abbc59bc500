#ifndef WAARBORG_SERVICES_COMMENT_ERRORS_H_
#define WAARBORG_SERVICES_COMMENT_ERRORS_H_

// What can go wrong with comments, one function each. The sentences stand in
// proto/labels/messages/comment.json under the reason.

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"

namespace waarborg::comment::errors {

inline absl::Status ThreadNotFound(absl::string_view name) {
  return call::error::NotFound("COMMENT_THREAD", name);
}

inline absl::Status CommentNotFound(absl::string_view name) { return call::error::NotFound("COMMENT", name); }

inline absl::Status NotTheAuthor(absl::string_view comment) {
  return call::Error(absl::StatusCode::kPermissionDenied, "NOT_THE_AUTHOR").With("comment", comment);
}

}  // namespace waarborg::comment::errors

#endif  // WAARBORG_SERVICES_COMMENT_ERRORS_H_
