#ifndef WAARBORG_SERVICES_FLOW_COMMENTS_H_
#define WAARBORG_SERVICES_FLOW_COMMENTS_H_

// Comments hang on resources of several nouns: first the resource's own room says whether the caller may read
// it, then the comment's room acts. Errors: those of flow/reading.h for the resource, and those of
// comment/changes.h.

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/comment/v1/comment.pb.h"

namespace waarborg::flow {

absl::StatusOr<comment::v1::Comment> AddComment(ledger::UnitOfWork& unit,
                                                const comment::v1::AddCommentRequest& request);
absl::StatusOr<comment::v1::Comment> EditComment(ledger::UnitOfWork& unit,
                                                 const comment::v1::EditCommentRequest& request);
absl::StatusOr<comment::v1::Comment> RetractComment(ledger::UnitOfWork& unit,
                                                    const comment::v1::RetractCommentRequest& request);
absl::StatusOr<comment::v1::Thread> ResolveThread(ledger::UnitOfWork& unit,
                                                  const comment::v1::ResolveThreadRequest& request);
absl::StatusOr<comment::v1::Thread> ReopenThread(ledger::UnitOfWork& unit,
                                                 const comment::v1::ReopenThreadRequest& request);
absl::StatusOr<comment::v1::ListThreadsResponse> ListThreads(const ledger::View& view,
                                                             const comment::v1::ListThreadsRequest& request);
absl::StatusOr<comment::v1::ListCommentsResponse> ListComments(
    const ledger::View& view, const comment::v1::ListCommentsRequest& request);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_COMMENTS_H_
