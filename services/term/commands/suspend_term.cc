#include "services/language/status_macros.h"
#include "services/term/commands.h"
#include "services/term/errors.h"
#include "services/term/moving.h"

namespace waarborg::term {

absl::StatusOr<v1::Term> SuspendTerm(ledger::UnitOfWork& unit, const v1::SuspendTermRequest& request,
                                     const Rules& rules) {
  if (request.validate_only()) unit.Rehearse();
  const Wish wish = WishOf(request);
  ASSIGN_OR_RETURN(const ledger::Moving moving, MovingOf(unit, rules, wish));
  if (!moving.may_stand_still) return errors::TermFixed(wish.resource, wish.kind);
  ASSIGN_OR_RETURN(const internal::v1::Deadline deadline,
                   unit.SuspendDeadline(wish.resource, wish.kind, wish.reason));
  return TellOfMove(unit, moving, deadline, wish, "TermSuspended");
}

}  // namespace waarborg::term
