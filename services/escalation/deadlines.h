#ifndef WAARBORG_SERVICES_ESCALATION_DEADLINES_H_
#define WAARBORG_SERVICES_ESCALATION_DEADLINES_H_

// The moments of this room. A timer closes a hearing whose term is over, ends a provisional measure by its
// date, and raises flags; it never raises a level (reference 4.0, G7).

#include <vector>

#include "absl/strings/string_view.h"
#include "services/ledger/deadlines.h"

namespace waarborg::escalation {

// On a step: the term for the provider's view is over.
inline constexpr absl::string_view kHearingDue = "escalation.hearing-due";
// On a step: the second person's confirmation of the step, or of its withdrawal, should be there.
inline constexpr absl::string_view kStepConfirmationDue = "escalation.step-confirmation-due";
inline constexpr absl::string_view kWithdrawalConfirmationDue = "escalation.withdrawal-confirmation-due";
// On an acute case: somebody should have acted; the measure ends unless ratified; the provider should be
// heard; the dismissal confirmed.
inline constexpr absl::string_view kAcuteResponseDue = "escalation.acute-response-due";
inline constexpr absl::string_view kProvisionalLapse = "escalation.provisional-lapse";
inline constexpr absl::string_view kHearAfterwardsDue = "escalation.hear-afterwards-due";
inline constexpr absl::string_view kDismissalConfirmationDue = "escalation.dismissal-confirmation-due";
// On a standing: the measure in force must be evaluated.
inline constexpr absl::string_view kEvaluationDue = "escalation.evaluation-due";

const std::vector<ledger::DeadlineRule>& Deadlines();

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_DEADLINES_H_
