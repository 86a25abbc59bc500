#ifndef WAARBORG_SERVICES_INCIDENT_CHANGES_H_
#define WAARBORG_SERVICES_INCIDENT_CHANGES_H_

// Acts on an incident that go together with another noun's; `flow` calls these in its own unit of work. Each
// follows the table of rules/lifecycle.h for the caller, puts the record and records one fact. Errors as in
// commands.h.

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/incident/v1/incident.pb.h"

namespace waarborg::incident {

// The incident, when it is fresh and may be triaged; nothing is changed.
absl::StatusOr<v1::Incident> CheckTriage(const ledger::UnitOfWork& unit,
                                         const v1::TriageIncidentRequest& request);

// RECEIVED to TRIAGED, with the names of the acute cases that it opens. INVALID_ARGUMENT (ACUTE_REQUIRED,
// ACUTE_NOT_ALLOWED).
absl::StatusOr<v1::Incident> Triage(ledger::UnitOfWork& unit, const v1::TriageIncidentRequest& request,
                                    const std::vector<std::string>& acute_cases);

// To CONCLUDED. That the links exist is checked before.
absl::StatusOr<v1::Incident> Conclude(ledger::UnitOfWork& unit, const v1::ConcludeIncidentRequest& request);

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_CHANGES_H_
