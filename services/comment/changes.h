#ifndef WAARBORG_SERVICES_COMMENT_CHANGES_H_
#define WAARBORG_SERVICES_COMMENT_CHANGES_H_

// The acts of this room, one file each in commands/. `provider` is the one whose case the resource belongs
// to; that the caller may read the resource was found out with it (flow/comments.h). The request's shape was
// checked. Errors beside those of revision.h stand with the rpc in comment.proto.

#include <string>

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/comment/v1/comment.pb.h"

namespace waarborg::comment {

absl::StatusOr<v1::Comment> AddComment(ledger::UnitOfWork& unit, const v1::AddCommentRequest& request,
                                       const std::string& provider);
absl::StatusOr<v1::Comment> EditComment(ledger::UnitOfWork& unit, const v1::EditCommentRequest& request,
                                        const std::string& provider);
absl::StatusOr<v1::Comment> RetractComment(ledger::UnitOfWork& unit, const v1::RetractCommentRequest& request,
                                           const std::string& provider);
absl::StatusOr<v1::Thread> ResolveThread(ledger::UnitOfWork& unit, const v1::ResolveThreadRequest& request,
                                         const std::string& provider);
absl::StatusOr<v1::Thread> ReopenThread(ledger::UnitOfWork& unit, const v1::ReopenThreadRequest& request,
                                        const std::string& provider);

}  // namespace waarborg::comment

#endif  // WAARBORG_SERVICES_COMMENT_CHANGES_H_
