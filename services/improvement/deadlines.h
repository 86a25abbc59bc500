#ifndef WAARBORG_SERVICES_IMPROVEMENT_DEADLINES_H_
#define WAARBORG_SERVICES_IMPROVEMENT_DEADLINES_H_

// What the timer notices about improvement plans. It raises flags; it decides nothing (G7).

#include <vector>

#include "absl/strings/string_view.h"
#include "services/ledger/deadlines.h"

namespace waarborg::improvement {

// The provider must have submitted; when it fires again, the reminder has passed as well.
inline constexpr absl::string_view kSubmissionDue = "improvement.submission-due";
// The quality manager must have judged.
inline constexpr absl::string_view kJudgementDue = "improvement.judgement-due";
// The first open item must be done, or a report asked to look at once.
inline constexpr absl::string_view kItemDue = "improvement.item-due";
// The running time ends.
inline constexpr absl::string_view kEndDate = "improvement.end-date";
// A completed plan must have been assessed again.
inline constexpr absl::string_view kReAssessmentDue = "improvement.re-assessment-due";
// The second person must have confirmed.
inline constexpr absl::string_view kConfirmationDue = "improvement.confirmation-due";

// The write function of each kind. A plan that has moved on since is left alone.
const std::vector<ledger::DeadlineRule>& Deadlines();

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_DEADLINES_H_
