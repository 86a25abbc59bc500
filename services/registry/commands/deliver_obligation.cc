#include <algorithm>
#include <utility>

#include "services/call/request_check.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/holdings.h"
#include "services/registry/obligation_changes.h"
#include "services/registry/obligation_commands.h"
#include "services/registry/revision.h"
#include "services/registry/rules/obligation.h"

namespace waarborg::registry {
namespace {

// What was received, with the due date it answers; one of an earlier time answers none.
v1::Delivery Received(const ledger::UnitOfWork& unit, const v1::DeliverObligationRequest& request,
                      const v1::Obligation& obligation) {
  v1::Delivery delivery = request.delivery();
  call::ClearOutputOnly(delivery);
  const absl::CivilDay due = ledger::DayOf(obligation.due_date());
  const absl::CivilDay received = ledger::DayOf(delivery.date());
  if (Answers(obligation.rule(), due, received)) {
    *delivery.mutable_due_date() = obligation.due_date();
    delivery.set_late(received > due);
  }
  Sign(unit, request, delivery);
  *delivery.mutable_time() = ledger::Stamp(unit.now());
  return delivery;
}

absl::CivilDay LastReceived(const v1::Obligation& obligation) {
  absl::CivilDay last = absl::CivilDay::min();
  for (const v1::Delivery& delivery : obligation.deliveries()) {
    last = std::max(last, ledger::DayOf(delivery.date()));
  }
  return last;
}

}  // namespace

absl::StatusOr<v1::Obligation> DeliverObligation(ledger::UnitOfWork& unit,
                                                 const v1::DeliverObligationRequest& request) {
  ASSIGN_OR_RETURN(v1::Obligation obligation, OpenObligation(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowObligation(unit, obligation, "deliver"));
  call::Violations violations;
  const absl::CivilDay today = ledger::Today(unit.now());
  const absl::CivilDay received = ledger::DayOf(request.delivery().date());
  if (received > today) violations.Add("delivery.date", "DATE_IN_FUTURE", absl::FormatCivilTime(today));
  NoteProvidersAct(unit, DocumentOf(request), fact, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  *obligation.add_deliveries() = Received(unit, request, obligation);
  const absl::CivilDay due = ledger::DayOf(obligation.due_date());
  const absl::CivilDay next = NextDueDay(obligation.rule(), due, received, LastReceived(obligation));
  if (next != due) RETURN_IF_ERROR(SetDue(unit, next, obligation));
  return KeepObligation(unit, std::move(obligation), std::move(fact));
}

}  // namespace waarborg::registry
