#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/rules/calendar.h"
#include "services/term/commands.h"
#include "services/term/moving.h"

namespace waarborg::term {

absl::StatusOr<v1::Term> ExtendTerm(ledger::UnitOfWork& unit, const v1::ExtendTermRequest& request,
                                    const Rules& rules) {
  if (request.validate_only()) unit.Rehearse();
  const Wish wish = WishOf(request);
  ASSIGN_OR_RETURN(const ledger::Moving moving, MovingOf(unit, rules, wish));
  const absl::Time due = ledger::EndOfDay(rules::EndOfTerm(ledger::DayOf(request.due_date())));
  ASSIGN_OR_RETURN(const internal::v1::Deadline deadline,
                   unit.ExtendDeadline(wish.resource, wish.kind, due, wish.reason));
  return TellOfMove(unit, moving, deadline, wish, "TermExtended");
}

}  // namespace waarborg::term
