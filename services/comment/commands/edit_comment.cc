#include <utility>

#include "services/comment/changes.h"
#include "services/comment/mentions.h"
#include "services/comment/revision.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::comment {

absl::StatusOr<v1::Comment> EditComment(ledger::UnitOfWork& unit, const v1::EditCommentRequest& request,
                                        const std::string& provider) {
  ASSIGN_OR_RETURN(v1::Comment comment, OpenOwnComment(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowComment(unit, comment, "edit", provider));
  RETURN_IF_ERROR(CheckMentions(unit.reader(), request.mentions(), comment.shared_with_provider(), provider));
  v1::EarlierText& earlier = *comment.add_earlier();
  earlier.set_text(comment.text());
  *earlier.mutable_time() = ledger::Stamp(unit.now());
  comment.set_text(request.text());
  *comment.mutable_new_mentions() = AddedBy(request.mentions(), comment.mentions());
  *comment.mutable_mentions() = request.mentions();
  return KeepComment(unit, std::move(comment), std::move(fact));
}

}  // namespace waarborg::comment
