#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_RULE_VALIDATION_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_RULE_VALIDATION_H_

#include "absl/strings/string_view.h"
#include "services/framework/rules/faults.h"
#include "waarborg/framework/v1/framework.pb.h"

// Whether the numbers of a version can decide: scale, decision rule and level policy.

namespace waarborg::framework {

// Each score at most once, with labels, worth 0 to 4 quarter points, no two worth the same, the highest worth
// a full point, and every sufficient score worth more than every insufficient one.
void CheckScale(const v1::FrameworkVersion& version, Faults& faults);

// Each reading at most once. The bands of a percentage reading stand from high to low and cover 0 to 100
// without gap or overlap; those of an ABSOLUTE reading cover 0 to absolute_n and may overlap. The default
// reading exists and is a percentage reading. Every band has its follow-up.
void CheckDecisionRule(const v1::DecisionRule& rule, Faults& faults);

// No number is negative, and none but the additions exceeds the highest level. `field` is the path of the
// policy.
void CheckLevelPolicy(const v1::LevelPolicy& policy, absl::string_view field, Faults& faults);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_RULE_VALIDATION_H_
