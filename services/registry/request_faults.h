#ifndef WAARBORG_SERVICES_REGISTRY_REQUEST_FAULTS_H_
#define WAARBORG_SERVICES_REGISTRY_REQUEST_FAULTS_H_

// What the fields of a request get wrong, gathered before anything happens. Shape (required, lengths, enum
// values, dates) is the edge's; what is here needs to know what a field means, and takes fields of any shape.

#include "absl/strings/string_view.h"
#include "services/call/error.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::registry {

// INVALID_ID for an id that a person could not have chosen.
void CheckChosenId(absl::string_view field, absl::string_view id, call::Violations& violations);

// Commissioning bodies once each; roles and expertise once each, and never SYSTEM.
void CheckRegion(const v1::Region& region, call::Violations& violations);

// All of rules/policy.h, and members named as members of `region` (of any, when it is ""). Whether such a
// member exists is not asked: a policy may be there before the team.
void CheckPolicy(const v1::PolicyVersion& policy, absl::string_view region, call::Violations& violations);

// All of rules/provider.h.
void CheckProvider(const v1::Provider& provider, call::Violations& violations);

// Kinds of care once each.
void CheckLocation(const v1::Location& location, call::Violations& violations);

// An end that is not before the start; kinds of care once each; a framework version by its long or short name.
void CheckContract(const v1::Contract& contract, call::Violations& violations);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_REQUEST_FAULTS_H_
