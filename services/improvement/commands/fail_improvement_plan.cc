#include <utility>

#include "services/improvement/commands.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/terms.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::improvement {

absl::StatusOr<v1::ImprovementPlan> FailImprovementPlan(ledger::UnitOfWork& unit,
                                                        const v1::FailImprovementPlanRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "fail_by_end_date"));
  if (!EndPassed(plan, ledger::Today(unit.now()))) {
    return errors::EndNotPassed(plan.name(), absl::FormatCivilTime(ledger::DayOf(plan.end_date())));
  }
  fact.reason = request.reason();
  RETURN_IF_ERROR(EndPlan(unit, request.reason(), plan));
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::improvement
