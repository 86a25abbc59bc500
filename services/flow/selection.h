#ifndef WAARBORG_SERVICES_FLOW_SELECTION_H_
#define WAARBORG_SERVICES_FLOW_SELECTION_H_

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "services/assessment/rules/fault.h"
#include "storage/store.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::flow {

// What does not hold, seen by itself, of what a person says they chose the provider on (R-002-06).
assessment::Faults SelectionFaults(const assessment::v1::Assessment& wish);

// What does not hold beside what is stored. NOT_FOUND (POLICY_VERSION_NOT_FOUND), INVALID_ARGUMENT
// (DATE_IN_FUTURE).
absl::Status CheckSelection(const storage::Reader& reader, const assessment::v1::Assessment& wish,
                            absl::CivilDay today);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_SELECTION_H_
