#ifndef WAARBORG_SERVICES_ASSESSMENT_DEADLINES_H_
#define WAARBORG_SERVICES_ASSESSMENT_DEADLINES_H_

// The moments an assessment waits for. A deadline moves on what nobody answered, or raises a flag; it never
// decides.

#include <vector>

#include "services/ledger/deadlines.h"

namespace waarborg::assessment {

// "assessment.response-due": the response term passed, so the response is marked none.
// "assessment.confirmation-due": a confirmation that policy wants later is overdue.
const std::vector<ledger::DeadlineRule>& Deadlines();

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_DEADLINES_H_
