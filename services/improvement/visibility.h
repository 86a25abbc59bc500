#ifndef WAARBORG_SERVICES_IMPROVEMENT_VISIBILITY_H_
#define WAARBORG_SERVICES_IMPROVEMENT_VISIBILITY_H_

// What a provider gets to see of its plan: all of it but the four eyes of the team.


#include "services/call/call.h"
#include "waarborg/improvement/v1/improvement.pb.h"

namespace waarborg::improvement {

// The plan as this caller may read it.
inline v1::ImprovementPlan VisibleTo(const call::Caller& caller, v1::ImprovementPlan plan) {
  if (caller.IsOnlyProvider()) plan.clear_confirmations();
  return plan;
}

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_VISIBILITY_H_
