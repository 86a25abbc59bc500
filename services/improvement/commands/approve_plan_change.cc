#include <utility>

#include "services/improvement/commands.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/progress.h"
#include "services/improvement/rules/smart.h"
#include "services/improvement/rules/terms.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::improvement {
absl::StatusOr<v1::ImprovementPlan> ApprovePlanChange(ledger::UnitOfWork& unit,
                                                      const v1::ApprovePlanChangeRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "approve_change"));
  if (!plan.has_pending_change()) return errors::NoPendingChange(plan.name());
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit, plan));
  const v1::PlanChange change = plan.pending_change();
  plan.clear_pending_change();
  Adopt(change.items(), *plan.mutable_items());
  AddVersion(unit, change.author(), DocumentOf(change), plan);
  *plan.mutable_re_assessment_date() =
      ledger::DateOf(ReAssessmentDay(policy, LastDueDay(plan.items()).value_or(absl::CivilDay())));
  RETURN_IF_ERROR(WatchItems(unit, plan, /*at_once=*/false));
  fact.reason = request.reason();
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::improvement
