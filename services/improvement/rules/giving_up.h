#ifndef WAARBORG_SERVICES_IMPROVEMENT_RULES_GIVING_UP_H_
#define WAARBORG_SERVICES_IMPROVEMENT_RULES_GIVING_UP_H_

// When a plan that does not come, or does not become good, may be given up (reference 4.2). Pure.

#include "absl/time/time.h"
#include "waarborg/improvement/v1/improvement.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::improvement {

// The end of the reminder that follows a missed submission term: as many working days as the provider gets
// for any answer (draft_response_working_days).
absl::Time ReminderEnd(const registry::v1::PolicyVersion& policy, absl::Time submission_due);

// Returned as often as policy allows, or overdue and the reminder has passed as well.
bool MayGiveUp(const v1::ImprovementPlan& plan, const registry::v1::PolicyVersion& policy, absl::Time now);

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_RULES_GIVING_UP_H_
