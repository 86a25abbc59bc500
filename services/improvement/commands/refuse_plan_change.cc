#include <utility>

#include "services/improvement/commands.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::improvement {

absl::StatusOr<v1::ImprovementPlan> RefusePlanChange(ledger::UnitOfWork& unit,
                                                     const v1::RefusePlanChangeRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "refuse_change"));
  if (!plan.has_pending_change()) return errors::NoPendingChange(plan.name());
  plan.clear_pending_change();
  fact.reason = request.reason();
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::improvement
