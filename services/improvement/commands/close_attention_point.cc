#include <utility>

#include "services/improvement/commands.h"
#include "services/improvement/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::improvement {

absl::StatusOr<v1::AttentionPoint> CloseAttentionPoint(ledger::UnitOfWork& unit,
                                                       const v1::CloseAttentionPointRequest& request) {
  ASSIGN_OR_RETURN(v1::AttentionPoint point, OpenPoint(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPoint(unit, point, "close"));
  fact.reason = request.reason();
  return KeepPoint(unit, std::move(point), std::move(fact));
}

}  // namespace waarborg::improvement
