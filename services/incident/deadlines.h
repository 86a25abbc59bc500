#ifndef WAARBORG_SERVICES_INCIDENT_DEADLINES_H_
#define WAARBORG_SERVICES_INCIDENT_DEADLINES_H_

// What the timer notices about incidents. It raises flags; it decides nothing (G7).

#include <vector>

#include "absl/strings/string_view.h"
#include "services/ledger/deadlines.h"

namespace waarborg::incident {

// Someone must have looked at the report.
inline constexpr absl::string_view kAcknowledgeDue = "incident.acknowledge-due";
// The provider must have delivered the report of its inquiry.
inline constexpr absl::string_view kInquiryDue = "incident.inquiry-due";

// The write function of each kind. An incident that has moved on since is left alone.
const std::vector<ledger::DeadlineRule>& Deadlines();

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_DEADLINES_H_
