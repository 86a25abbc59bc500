#include "services/assessment/rules/evaluation.h"

#include "services/framework/rules/applicability.h"
#include "services/framework/rules/decision.h"

namespace waarborg::assessment {

framework::v1::Evaluation Evaluate(const framework::v1::FrameworkVersion& framework,
                                   const registry::v1::PolicyVersion& policy,
                                   const v1::Assessment& assessment, const framework::Scores& scores,
                                   const Weighing& weighing) {
  const framework::Conditions conditions(assessment.conditions().begin(), assessment.conditions().end());
  framework::DecisionInput input{.profile = assessment.profile(),
                                 .conditions = conditions,
                                 .scores = scores,
                                 .severity = weighing.severity,
                                 .recidivism = weighing.recidivism,
                                 .trust = weighing.trust};
  if (policy.has_level_policy()) input.level_policy = policy.level_policy();
  if (policy.overall_reading() != framework::v1::READING_UNSPECIFIED)
    input.reading = policy.overall_reading();
  return framework::Decide(framework, input);
}

}  // namespace waarborg::assessment
