#ifndef WAARBORG_SERVICES_INCIDENT_READING_H_
#define WAARBORG_SERVICES_INCIDENT_READING_H_

// From what was sent to a report: takes the data out of its envelope and checks all that can be checked
// without the store, so that the write function has little left to do. Thread-safe.

#include "absl/status/statusor.h"
#include "services/call/call.h"
#include "waarborg/incident/v1/incident.pb.h"
#include "waarborg/internal/v1/intake.pb.h"

namespace waarborg::incident {

// INVALID_ARGUMENT with every fault of envelope and report. Paths into the data of an event start with
// `event.data`. What could be a BSN is refused in fields, where a person can mend it, and noted in an event.
absl::StatusOr<internal::v1::IncidentIntake> ReadSubmission(const call::Call& call,
                                                            const v1::SubmitIncidentRequest& request);

// The same for one item of a stream.
absl::StatusOr<internal::v1::IncidentIntake> ReadItem(const call::Call& call,
                                                      const v1::PushIncidentsRequest& request);

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_READING_H_
