#include "services/improvement/rules/giving_up.h"

#include "services/registry/rules/policy.h"

namespace waarborg::improvement {

absl::Time ReminderEnd(const registry::v1::PolicyVersion& policy, absl::Time submission_due) {
  return registry::WorkingDaysAfter(submission_due, policy.terms().draft_response_working_days());
}

bool MayGiveUp(const v1::ImprovementPlan& plan, const registry::v1::PolicyVersion& policy, absl::Time now) {
  const bool returned_too_often =
      plan.return_count() > 0 && plan.return_count() >= policy.returns_before_giving_up();
  const absl::Time due = absl::FromUnixSeconds(plan.submission_due_time().seconds()) +
                         absl::Nanoseconds(plan.submission_due_time().nanos());
  return returned_too_often || (plan.overdue() && now >= ReminderEnd(policy, due));
}

}  // namespace waarborg::improvement
