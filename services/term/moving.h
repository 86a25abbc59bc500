#ifndef WAARBORG_SERVICES_TERM_MOVING_H_
#define WAARBORG_SERVICES_TERM_MOVING_H_

// One move of a term, as every command makes it: may this be moved by the caller, move, let the noun follow,
// tell.

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/ledger/deadlines.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/internal/v1/stored.pb.h"
#include "waarborg/term/v1/term.pb.h"

namespace waarborg::term {

// The deadline as people see it.
v1::Term TermOf(const internal::v1::Deadline& deadline);

// What is asked of which term; of any of the three requests.
struct Wish {
  std::string resource, kind, reason, etag;
};
template <class Request>
Wish WishOf(const Request& request) {
  return {request.resource(), request.kind(), request.reason(), request.etag()};
}

// How the term is moved. TERM_NOT_FOUND, TERM_FIXED, ROLE_NOT_ALLOWED, ETAG_MISMATCH.
absl::StatusOr<ledger::Moving> MovingOf(const ledger::UnitOfWork& unit,
                                        const std::vector<ledger::DeadlineRule>& rules, const Wish& wish);

// The noun's record follows the moved deadline, and the fact is told; the term as it is now.
absl::StatusOr<v1::Term> TellOfMove(ledger::UnitOfWork& unit, const ledger::Moving& moving,
                                    const internal::v1::Deadline& deadline, const Wish& wish,
                                    absl::string_view fact);

}  // namespace waarborg::term

#endif  // WAARBORG_SERVICES_TERM_MOVING_H_
