#include <utility>

#include "services/improvement/commands.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::improvement {

absl::StatusOr<v1::ImprovementPlan> FlagStagnation(ledger::UnitOfWork& unit,
                                                   const v1::FlagStagnationRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact,
                   FollowPlan(unit, plan, request.flagged() ? "flag_stagnation" : "clear_stagnation"));
  if (!request.flagged() && !plan.stagnation().flagged()) return errors::StagnationNotFlagged(plan.name());
  v1::Stagnation& stagnation = *plan.mutable_stagnation();
  stagnation.set_flagged(request.flagged());
  stagnation.set_reason(request.reason());
  *stagnation.mutable_time() = ledger::Stamp(unit.now());
  if (!request.flagged()) plan.set_reports_without_progress(0);
  RETURN_IF_ERROR(WatchItems(unit, plan, /*at_once=*/false));
  fact.reason = request.reason();
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::improvement
