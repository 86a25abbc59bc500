#include "services/language/status_macros.h"
#include "services/term/commands.h"
#include "services/term/moving.h"

namespace waarborg::term {

absl::StatusOr<v1::Term> ResumeTerm(ledger::UnitOfWork& unit, const v1::ResumeTermRequest& request,
                                    const Rules& rules) {
  if (request.validate_only()) unit.Rehearse();
  const Wish wish = WishOf(request);
  ASSIGN_OR_RETURN(const ledger::Moving moving, MovingOf(unit, rules, wish));
  ASSIGN_OR_RETURN(const internal::v1::Deadline deadline,
                   unit.ResumeDeadline(wish.resource, wish.kind, wish.reason));
  return TellOfMove(unit, moving, deadline, wish, "TermResumed");
}

}  // namespace waarborg::term
