#ifndef WAARBORG_SERVICES_COMMENT_NAMES_H_
#define WAARBORG_SERVICES_COMMENT_NAMES_H_

// Resource names of this room: parsed here, made here, and turned into store keys here.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::comment {

// `{parent}/threads/{thread}`; the parent is a finding, an item of an improvement plan, a step or an acute
// case.
struct ThreadName {
  std::string region, parent, thread;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<ThreadName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record, and what those of all threads of its parent begin with.
  [[nodiscard]] std::string Key() const;
  [[nodiscard]] std::string ParentKey() const;
  bool operator==(const ThreadName&) const = default;
};

// `{parent}/threads/{thread}/comments/{comment}`.
struct CommentName {
  ThreadName thread;
  std::string comment;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<CommentName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record, and what those of all comments of its thread begin with.
  [[nodiscard]] std::string Key() const;
  [[nodiscard]] std::string ThreadKey() const;
  bool operator==(const CommentName&) const = default;
};

// Whether a thread may hang on a resource of this name.
bool IsParentName(absl::string_view name);

}  // namespace waarborg::comment

#endif  // WAARBORG_SERVICES_COMMENT_NAMES_H_
