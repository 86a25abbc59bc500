#ifndef WAARBORG_SERVICES_COMMENT_MENTIONS_H_
#define WAARBORG_SERVICES_COMMENT_MENTIONS_H_

// The members that a comment calls upon.

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/repeated_field.h"
#include "services/comment/names.h"
#include "storage/store.h"
#include "waarborg/comment/v1/comment.pb.h"

namespace waarborg::comment {

using Names = google::protobuf::RepeatedPtrField<std::string>;

// OK when each of them is an active member who may read the comment, once. INVALID_ARGUMENT (violations
// MENTION_NOT_FOUND, MENTION_CANNOT_READ, MENTION_TWICE).
absl::Status CheckMentions(const storage::Reader& reader, const Names& mentions, bool shared,
                           const std::string& provider);

// Those of `now` that are not in `before`.
Names AddedBy(const Names& now, const Names& before);

// Whether a comment of the thread that is written still calls upon the member.
absl::StatusOr<bool> IsMentioned(const storage::Reader& reader, const ThreadName& thread,
                                 absl::string_view member);

}  // namespace waarborg::comment

#endif  // WAARBORG_SERVICES_COMMENT_MENTIONS_H_
