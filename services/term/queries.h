#ifndef WAARBORG_SERVICES_TERM_QUERIES_H_
#define WAARBORG_SERVICES_TERM_QUERIES_H_

// Reading the terms that run. Lists: INVALID_ARGUMENT (INVALID_PAGE_SIZE, INVALID_PAGE_TOKEN).

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/term/v1/term.pb.h"

namespace waarborg::term {

// Moments that are nobody's term, such as the reminders of tasks, are left out. Violations: ONLY_ONE_FILTER.
absl::StatusOr<v1::ListTermsResponse> ListTerms(const ledger::View& view,
                                                const v1::ListTermsRequest& request);

}  // namespace waarborg::term

#endif  // WAARBORG_SERVICES_TERM_QUERIES_H_
