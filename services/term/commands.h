#ifndef WAARBORG_SERVICES_TERM_COMMANDS_H_
#define WAARBORG_SERVICES_TERM_COMMANDS_H_

// The changing rpcs of TermService, one file each in commands/. `rules` are the deadlines of all rooms: they
// say which terms may be moved, by whom, and how the noun's record follows. All of them: NOT_FOUND
// (TERM_NOT_FOUND), PERMISSION_DENIED (ROLE_NOT_ALLOWED), ABORTED (ETAG_MISMATCH), FAILED_PRECONDITION
// (TERM_FIXED, TERM_CHANGED_TOO_OFTEN), and what UnitOfWork says of the change.

#include <vector>

#include "absl/status/statusor.h"
#include "services/ledger/deadlines.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/term/v1/term.pb.h"

namespace waarborg::term {

using Rules = std::vector<ledger::DeadlineRule>;

// The last day is prolonged to a working day (Atw art. 1).
absl::StatusOr<v1::Term> ExtendTerm(ledger::UnitOfWork& unit, const v1::ExtendTermRequest& request,
                                    const Rules& rules);

absl::StatusOr<v1::Term> SuspendTerm(ledger::UnitOfWork& unit, const v1::SuspendTermRequest& request,
                                     const Rules& rules);

absl::StatusOr<v1::Term> ResumeTerm(ledger::UnitOfWork& unit, const v1::ResumeTermRequest& request,
                                    const Rules& rules);

}  // namespace waarborg::term

#endif  // WAARBORG_SERVICES_TERM_COMMANDS_H_
