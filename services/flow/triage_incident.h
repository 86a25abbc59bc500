#ifndef WAARBORG_SERVICES_FLOW_TRIAGE_INCIDENT_H_
#define WAARBORG_SERVICES_FLOW_TRIAGE_INCIDENT_H_

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/incident/v1/incident.pb.h"

namespace waarborg::flow {

// Triages the report; where it is acute, raises an acute case for each commissioning body in the same commit
// (R-003-29). Errors: those of incident::Triage, of escalation::RaiseCases, and those of a legal basis that
// does not fit the provider.
absl::StatusOr<incident::v1::Incident> TriageIncident(ledger::UnitOfWork& unit,
                                                      const incident::v1::TriageIncidentRequest& request);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_TRIAGE_INCIDENT_H_
