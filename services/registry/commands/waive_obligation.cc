#include <utility>

#include "services/language/status_macros.h"
#include "services/registry/deadlines.h"
#include "services/registry/obligation_commands.h"
#include "services/registry/revision.h"

namespace waarborg::registry {

absl::StatusOr<v1::Obligation> WaiveObligation(ledger::UnitOfWork& unit,
                                               const v1::WaiveObligationRequest& request) {
  ASSIGN_OR_RETURN(v1::Obligation obligation, OpenObligation(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowObligation(unit, obligation, "waive"));
  obligation.set_waive_reason(request.reason());
  obligation.clear_due_date();
  obligation.set_overdue(false);
  RETURN_IF_ERROR(unit.ClearDeadline(obligation.name(), kObligationDue));
  fact.reason = request.reason();
  return KeepObligation(unit, std::move(obligation), std::move(fact));
}

}  // namespace waarborg::registry
