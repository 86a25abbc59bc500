#ifndef WAARBORG_SERVICES_ASSESSMENT_RULES_EVALUATION_H_
#define WAARBORG_SERVICES_ASSESSMENT_RULES_EVALUATION_H_

// The decision rule, asked as the pinned policy wants it asked. Pure.

#include "services/framework/rules/scale.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::assessment {

// What a person adds to the scores. The defaults add nothing.
struct Weighing {
  framework::v1::Severity severity = framework::v1::SEVERITY_NONE;
  bool recidivism = false;
  framework::v1::TrustJudgement trust = framework::v1::TRUST_JUDGEMENT_NOT_JUDGED;
};

// For the profile and the conditions that the assessment pins. REQUIRES: the scores are of criteria of the
// framework and on its scale.
framework::v1::Evaluation Evaluate(const framework::v1::FrameworkVersion& framework,
                                   const registry::v1::PolicyVersion& policy,
                                   const v1::Assessment& assessment, const framework::Scores& scores,
                                   const Weighing& weighing);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_RULES_EVALUATION_H_
