#include "services/incident/deadlines.h"

#include <utility>

#include "services/incident/names.h"
#include "services/incident/records.h"
#include "services/incident/revision.h"
#include "services/incident/rules/lifecycle.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {
namespace {

using internal::v1::Deadline;

absl::StatusOr<v1::Incident> IncidentOf(const ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(const IncidentName name, IncidentName::Parse(deadline.resource()));
  return Load(unit.reader(), name);
}

// Follows the row and keeps the incident.
absl::Status Note(ledger::UnitOfWork& unit, v1::Incident incident, absl::string_view event) {
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowIncident(unit, incident, event));
  return KeepIncident(unit, std::move(incident), std::move(fact)).status();
}

absl::Status AcknowledgeDue(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(v1::Incident incident, IncidentOf(unit, deadline));
  if (incident.state() != table::kReceived || incident.acknowledge_overdue()) return absl::OkStatus();
  incident.set_acknowledge_overdue(true);
  return Note(unit, std::move(incident), "mark_acknowledge_overdue");
}

absl::Status InquiryDue(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(v1::Incident incident, IncidentOf(unit, deadline));
  if (incident.state() != table::kProviderInquiry || incident.inquiry().overdue()) return absl::OkStatus();
  incident.mutable_inquiry()->set_overdue(true);
  return Note(unit, std::move(incident), "mark_inquiry_overdue");
}

absl::StatusOr<v1::Incident> IncidentOf(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const IncidentName name, IncidentName::Parse(resource));
  return Load(reader, name);
}

absl::StatusOr<bool> WaitsForAcknowledgement(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::Incident incident, IncidentOf(reader, resource));
  return incident.state() == table::kReceived && incident.acknowledge_overdue();
}

absl::StatusOr<bool> WaitsForInquiry(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::Incident incident, IncidentOf(reader, resource));
  return incident.state() == table::kProviderInquiry && incident.inquiry().overdue();
}

}  // namespace

const std::vector<ledger::DeadlineRule>& Deadlines() {
  static const std::vector<ledger::DeadlineRule>& rules = *new std::vector<ledger::DeadlineRule>{
      {kAcknowledgeDue, &AcknowledgeDue, &WaitsForAcknowledgement},
      {kInquiryDue, &InquiryDue, &WaitsForInquiry},
  };
  return rules;
}

}  // namespace waarborg::incident
