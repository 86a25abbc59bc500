#include <utility>

#include "services/improvement/commands.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/progress.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::improvement {

absl::StatusOr<v1::ImprovementPlan> StartImprovementPlan(ledger::UnitOfWork& unit,
                                                         const v1::StartImprovementPlanRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "start"));
  RETURN_IF_ERROR(NoteProvidersAct(unit, plan, request, fact));
  SignProvidersAct(unit, request, *plan.mutable_start());
  const bool late_already = !OverdueItems(plan.items(), ledger::Today(unit.now())).empty();
  RETURN_IF_ERROR(WatchItems(unit, plan, late_already));
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::improvement
