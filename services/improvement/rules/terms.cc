#include "services/improvement/rules/terms.h"

#include "services/rules/calendar.h"

namespace waarborg::improvement {
namespace {

absl::CivilDay EndDay(const v1::ImprovementPlan& plan) {
  return absl::CivilDay(plan.end_date().year(), plan.end_date().month(), plan.end_date().day());
}

}  // namespace

absl::CivilDay EndOfRunning(const registry::v1::PolicyVersion& policy, absl::CivilDay start) {
  return rules::LastDay(start,
                        {.amount = policy.terms().plan_running_months(), .unit = rules::Term::Unit::kMonths});
}

absl::CivilDay ReAssessmentDay(const registry::v1::PolicyVersion& policy, absl::CivilDay day) {
  return rules::LastDay(day,
                        {.amount = policy.terms().re_assessment_weeks(), .unit = rules::Term::Unit::kWeeks});
}

Window DueWindow(const v1::ImprovementPlan& plan, const registry::v1::PolicyVersion& policy,
                 absl::CivilDay today) {
  return {.first = today, .last = plan.has_end_date() ? EndDay(plan) : EndOfRunning(policy, today)};
}

bool EndPassed(const v1::ImprovementPlan& plan, absl::CivilDay today) {
  return plan.has_end_date() && EndDay(plan) < today;
}

}  // namespace waarborg::improvement
