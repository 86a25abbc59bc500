#include <utility>

#include "services/call/each_once.h"
#include "services/improvement/commands.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/smart.h"
#include "services/improvement/rules/terms.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::improvement {

void CheckMeaning(const v1::ProposePlanChangeRequest& request, call::Violations& violations) {
  const auto criterion = [](const v1::ItemProposal& each) { return each.criterion(); };
  call::CheckEachOnce(request.items(), "items", ".criterion", "DUPLICATE_ITEM", criterion, violations);
}

absl::StatusOr<v1::ImprovementPlan> ProposePlanChange(ledger::UnitOfWork& unit,
                                                      const v1::ProposePlanChangeRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "propose_change"));
  RETURN_IF_ERROR(NoteProvidersAct(unit, plan, request, fact));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit, plan));
  const Window window = DueWindow(plan, policy, ledger::Today(unit.now()));
  RETURN_IF_ERROR(errors::Faults(ChangeFaults(plan.items(), request.items(), window)));
  plan.clear_pending_change();
  v1::PlanChange& change = *plan.mutable_pending_change();
  *change.mutable_items() = request.items();
  change.set_reason(request.reason());
  SignProvidersAct(unit, request, change);
  fact.reason = request.reason();
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::improvement
