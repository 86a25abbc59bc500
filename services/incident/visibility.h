#ifndef WAARBORG_SERVICES_INCIDENT_VISIBILITY_H_
#define WAARBORG_SERVICES_INCIDENT_VISIBILITY_H_

// Who gets to see what of an incident (reference 4.0, 5). The team and the auditor see all of it but the
// reporter, who is kept apart. A provider sees the reports that it made itself, and of a report by another
// only what it is asked to look into: never the words of a reporter, for they may show who that is. A machine
// client sees what it sent and how far it has come.

#include "absl/status/status.h"
#include "services/call/call.h"
#include "waarborg/incident/v1/incident.pb.h"

namespace waarborg::incident {

// The caller holds no other role than this one.
bool ActsOnlyAs(const call::Caller& caller, call::Role role);

// Whether the caller may know that the incident is there.
bool IsVisible(const call::Caller& caller, const v1::Incident& incident);

// PERMISSION_DENIED (OTHER_PROVIDER) for a provider's user and an incident of another provider; NOT_FOUND
// (INCIDENT_NOT_FOUND) for all else that is not visible.
absl::Status CheckVisible(const call::Caller& caller, const v1::Incident& incident);

// The incident as this caller may read it. REQUIRES: IsVisible.
v1::Incident VisibleTo(const call::Caller& caller, v1::Incident incident);

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_VISIBILITY_H_
