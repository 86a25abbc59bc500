#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_VALIDATION_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_VALIDATION_H_

#include <vector>

#include "services/framework/rules/faults.h"
#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::framework {

// Every reason why a version may not be published, in the order of its fields; empty when it holds together.
// Checked: the name; texts in both languages; ids unique; every reference resolves; every theme has criteria;
// every criterion has a profile; and all that rule_validation.h says of scale, decision rule and level
// policy. What is given out by the server (content hash, publish time) is not looked at.
[[nodiscard]] std::vector<Fault> VersionFaults(const v1::FrameworkVersion& version);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_VALIDATION_H_
