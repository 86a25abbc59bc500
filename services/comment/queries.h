#ifndef WAARBORG_SERVICES_COMMENT_QUERIES_H_
#define WAARBORG_SERVICES_COMMENT_QUERIES_H_

// Threads and comments as the caller may read them, who was found to read the resource they hang on
// (flow/comments.h).

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/comment/v1/comment.pb.h"

namespace waarborg::comment {

absl::StatusOr<v1::ListThreadsResponse> ListThreads(const ledger::View& view,
                                                    const v1::ListThreadsRequest& request);
absl::StatusOr<v1::ListCommentsResponse> ListComments(const ledger::View& view,
                                                      const v1::ListCommentsRequest& request);

}  // namespace waarborg::comment

#endif  // WAARBORG_SERVICES_COMMENT_QUERIES_H_
