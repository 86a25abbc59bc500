#ifndef WAARBORG_SERVICES_ASSESSMENT_RULES_HAND_OVER_H_
#define WAARBORG_SERVICES_ASSESSMENT_RULES_HAND_OVER_H_

// Closing: every follow-up that was chosen is in someone's hands (reference 4.1). Pure.

#include <string>
#include <vector>

#include "google/protobuf/repeated_ptr_field.h"
#include "services/assessment/rules/fault.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::assessment {

using HandOvers = google::protobuf::RepeatedPtrField<v1::HandOver>;

// What does not hold in `hand_overs`. Reasons: FOLLOW_UP_NOT_CHOSEN, FOLLOW_UP_TWICE.
Faults HandOverFaults(const v1::Assessment& assessment, const HandOvers& hand_overs);

// Codes of the follow-ups chosen that neither a resource carries nor a hand-over names, in the order chosen.
// A plan carries the plan, the re-assessment it leads to, and the monitoring of what it mends; attention
// points carry monitoring; an acute case carries the urgent path. A re-assessment that improved in part goes
// on in the plan it checked.
std::vector<std::string> NotHandedOver(const v1::Assessment& assessment, const HandOvers& hand_overs);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_RULES_HAND_OVER_H_
