#ifndef WAARBORG_SERVICES_ASSESSMENT_DRAFT_CHANGES_H_
#define WAARBORG_SERVICES_ASSESSMENT_DRAFT_CHANGES_H_

// The draft report and its response term.

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/assessment/case_file.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::assessment {

inline constexpr absl::string_view kResponseDue = "assessment.response-due";

// The next version of the draft: the scores it shows, and the trust text where trust was weighed. The term is
// left as it is.
void WriteDraft(absl::Time now, const Findings& findings, v1::Assessment& assessment);

// Sets the term of the draft, and its deadline.
absl::Status SetResponseTerm(ledger::UnitOfWork& unit, absl::Time due, absl::string_view rule,
                             v1::Assessment& assessment);

// FAILED_PRECONDITION (RESPONSE_TERM_OVER).
absl::Status CheckWithinTerm(absl::Time now, const v1::Assessment& assessment);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_DRAFT_CHANGES_H_
