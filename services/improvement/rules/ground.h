#ifndef WAARBORG_SERVICES_IMPROVEMENT_RULES_GROUND_H_
#define WAARBORG_SERVICES_IMPROVEMENT_RULES_GROUND_H_

// What an improvement plan may rest on (reference 4.2, R-002-30). Pure.

#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::improvement {

// The band by the reading that the conclusion chose; the lowest where the source lists a value twice.
framework::v1::Band BandOf(const assessment::v1::Conclusion& conclusion);

// A band below GOOD, a flagged theme, a plan that the conclusion chose, or a ladder level from L1. After a
// GOOD result at L0 there is no plan: its points are for the contract manager (R-002-29).
bool CallsForPlan(const assessment::v1::Conclusion& conclusion, registry::v1::Level level);

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_RULES_GROUND_H_
