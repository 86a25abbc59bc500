#ifndef WAARBORG_SERVICES_INCIDENT_INTAKE_H_
#define WAARBORG_SERVICES_INCIDENT_INTAKE_H_

// How a report comes in: read and checked on the handler, then kept in a unit of work of its own.

#include "services/call/call.h"
#include "services/ledger/ledger.h"
#include "waarborg/incident/v1/incident.pb.h"

namespace waarborg::incident {

// The errors of ReadSubmission (reading.h), and: NOT_FOUND (REGION_NOT_FOUND, PROVIDER_NOT_FOUND,
// LOCATION_NOT_FOUND), PERMISSION_DENIED (OTHER_PROVIDER), INVALID_ARGUMENT (EVENT_SOURCE_OF_ANOTHER),
// ALREADY_EXISTS (INCIDENT_EXISTS, INCIDENT_CONTENT_DIFFERS; INCIDENT_EVENT_TAKEN for who may not see the
// first). `ledger` must outlive the handlers. An event that was received before, with the same content,
// changes nothing and is answered with its first receipt.
call::Handler<v1::SubmitIncidentRequest, v1::IncidentReceipt> Submission(ledger::Ledger& ledger);

// The same for one item of a stream.
call::Handler<v1::PushIncidentsRequest, v1::IncidentReceipt> Item(ledger::Ledger& ledger);

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_INTAKE_H_
