#ifndef WAARBORG_SERVICES_FLOW_REPORT_ACUTE_UNSAFETY_H_
#define WAARBORG_SERVICES_FLOW_REPORT_ACUTE_UNSAFETY_H_

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::flow {

// The bodies that the request shows to be named twice; as CheckMeaning of the room's own commands.
void CheckMeaning(const assessment::v1::ReportAcuteUnsafetyRequest& request, call::Violations& violations);

// In FIELDWORK: notes what was seen on the assessment and raises an acute case for each commissioning body,
// in the same commit (R-003-29). The assessment goes on. Errors: those of the lifecycle and of
// escalation::RaiseCases.
absl::StatusOr<assessment::v1::Assessment> ReportAcuteUnsafety(
    ledger::UnitOfWork& unit, const assessment::v1::ReportAcuteUnsafetyRequest& request);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_REPORT_ACUTE_UNSAFETY_H_
