#ifndef WAARBORG_SERVICES_FLOW_CONCLUDE_INCIDENT_H_
#define WAARBORG_SERVICES_FLOW_CONCLUDE_INCIDENT_H_

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/incident/v1/incident.pb.h"

namespace waarborg::flow {

// Concludes, with links to what the incident has to do with. INVALID_ARGUMENT (LINK_NOT_FOUND,
// LINK_OF_OTHER_PROVIDER) for each link that is not there or is about another provider; else the errors of
// incident::Conclude.
absl::StatusOr<incident::v1::Incident> ConcludeIncident(ledger::UnitOfWork& unit,
                                                        const incident::v1::ConcludeIncidentRequest& request);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_CONCLUDE_INCIDENT_H_
