#ifndef WAARBORG_SERVICES_IMPROVEMENT_RULES_TERMS_H_
#define WAARBORG_SERVICES_IMPROVEMENT_RULES_TERMS_H_

// The days that shape a plan, from the policy's terms (reference 4.4.4). Pure.

#include "absl/time/civil_time.h"
#include "services/improvement/rules/smart.h"
#include "waarborg/improvement/v1/improvement.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::improvement {

// The last day of a running time that starts on `start`: plan_running_months later.
absl::CivilDay EndOfRunning(const registry::v1::PolicyVersion& policy, absl::CivilDay start);

// By when to assess again after `day`: re_assessment_weeks later.
absl::CivilDay ReAssessmentDay(const registry::v1::PolicyVersion& policy, absl::CivilDay day);

// The days on which items of a plan may be due: from today, up to the plan's end; before approval, when no
// end is set yet, up to the end it would have if it were approved today.
Window DueWindow(const v1::ImprovementPlan& plan, const registry::v1::PolicyVersion& policy,
                 absl::CivilDay today);

// Whether the plan has an end date and it lies before `today`.
bool EndPassed(const v1::ImprovementPlan& plan, absl::CivilDay today);

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_RULES_TERMS_H_
