#ifndef WAARBORG_SERVICES_REGISTRY_RULES_RISK_POLICY_H_
#define WAARBORG_SERVICES_REGISTRY_RULES_RISK_POLICY_H_

// How a policy weighs whom to assess next: the region's own words, or those that ship with the product where
// it has none (R-002-06; the numbers are a proposal, no source gives any). Pure.

#include <vector>

#include "services/registry/rules/policy.h"
#include "waarborg/registry/v1/catalogue.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::registry {

// What ships with the product.
const v1::RiskPolicy& DefaultRisk();

// What holds under a policy; ages that it leaves out are filled in.
v1::RiskPolicy RiskOf(const v1::PolicyVersion& policy);

// Everything in a region's own weighing that does not hold together: factors once each, points in range, ages
// that rise. Adds paths in PolicyVersion.
void AddRiskFaults(const v1::PolicyVersion& policy, std::vector<PolicyFault>& faults);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_RULES_RISK_POLICY_H_
