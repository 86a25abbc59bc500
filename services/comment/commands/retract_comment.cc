#include <utility>

#include "services/comment/changes.h"
#include "services/comment/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::comment {

absl::StatusOr<v1::Comment> RetractComment(ledger::UnitOfWork& unit, const v1::RetractCommentRequest& request,
                                           const std::string& provider) {
  ASSIGN_OR_RETURN(v1::Comment comment, OpenOwnComment(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowComment(unit, comment, "retract", provider));
  fact.reason = request.reason();
  comment.clear_new_mentions();
  comment.set_retract_reason(request.reason());
  return KeepComment(unit, std::move(comment), std::move(fact));
}

}  // namespace waarborg::comment
