#ifndef WAARBORG_SERVICES_INCIDENT_QUERIES_H_
#define WAARBORG_SERVICES_INCIDENT_QUERIES_H_

// Reading incidents, as visibility.h says. Lists: INVALID_ARGUMENT (INVALID_PAGE_SIZE, INVALID_PAGE_TOKEN).

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/incident/v1/incident.pb.h"

namespace waarborg::incident {

absl::StatusOr<v1::Incident> GetIncident(const ledger::View& view, const v1::GetIncidentRequest& request);

// Newest first. A provider that names no provider gets its own, a machine client what it sent. A page may be
// short, or empty, before the end of the list: the token says whether there is more.
absl::StatusOr<v1::ListIncidentsResponse> ListIncidents(const ledger::View& view,
                                                        const v1::ListIncidentsRequest& request);

absl::StatusOr<v1::IncidentReporter> GetIncidentReporter(const ledger::View& view,
                                                         const v1::GetIncidentReporterRequest& request);

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_QUERIES_H_
