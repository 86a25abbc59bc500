#include "services/incident/visibility.h"

#include <algorithm>
#include <utility>

#include "services/call/authorization.h"
#include "services/call/error.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {
namespace {

// What happened, when, and how far it has come.
v1::Incident Outline(const v1::Incident& incident) {
  v1::Incident outline;
  outline.set_name(incident.name());
  outline.set_provider(incident.provider());
  outline.set_location(incident.location());
  outline.set_kind(incident.kind());
  outline.set_state(incident.state());
  *outline.mutable_occurrence_time() = incident.occurrence_time();
  *outline.mutable_receive_time() = incident.receive_time();
  outline.set_etag(incident.etag());
  *outline.mutable_create_time() = incident.create_time();
  *outline.mutable_update_time() = incident.update_time();
  return outline;
}

// The report as it was sent, with its receipt.
void AddReport(const v1::Incident& incident, v1::Incident& shown) {
  shown.set_reported_kind(incident.reported_kind());
  if (incident.has_knowledge_time()) *shown.mutable_knowledge_time() = incident.knowledge_time();
  if (incident.has_log_time()) *shown.mutable_log_time() = incident.log_time();
  shown.set_receipt_number(incident.receipt_number());
  shown.set_event_source(incident.event_source());
  shown.set_event_id(incident.event_id());
  shown.set_summary(incident.summary());
  shown.set_description(incident.description());
  shown.set_measures(incident.measures());
  shown.set_data_ref(incident.data_ref());
  if (incident.has_timeliness()) *shown.mutable_timeliness() = incident.timeliness();
  shown.set_personal_number_suspected(incident.personal_number_suspected());
  shown.set_author(incident.author());
  shown.set_reported_by_provider(incident.reported_by_provider());
  if (incident.has_on_behalf_of_provider()) {
    *shown.mutable_on_behalf_of_provider() = incident.on_behalf_of_provider();
  }
}

// What the provider was asked, and what it delivered.
void AddInquiry(const v1::Incident& incident, v1::Incident& shown) {
  if (incident.has_inquiry()) *shown.mutable_inquiry() = incident.inquiry();
  *shown.mutable_reports() = incident.reports();
  shown.set_insufficient_count(incident.insufficient_count());
}

bool OnlyMachine(const call::Caller& caller) { return ActsOnlyAs(caller, team::v1::ROLE_INCIDENT_CLIENT); }

}  // namespace

bool ActsOnlyAs(const call::Caller& caller, call::Role role) {
  return !caller.roles.empty() && std::all_of(caller.roles.begin(), caller.roles.end(),
                                              [role](call::Role held) { return held == role; });
}

bool IsVisible(const call::Caller& caller, const v1::Incident& incident) {
  if (OnlyMachine(caller)) return incident.author() == caller.member;
  if (caller.Holds(team::v1::ROLE_PROVIDER_USER) && caller.provider != incident.provider()) return false;
  return !caller.IsOnlyProvider() || incident.reported_by_provider() || incident.has_inquiry();
}

absl::Status CheckVisible(const call::Caller& caller, const v1::Incident& incident) {
  RETURN_IF_ERROR(call::CheckOwnProvider(caller, incident.provider()));
  if (IsVisible(caller, incident)) return absl::OkStatus();
  return call::error::NotFound("INCIDENT", incident.name());
}

v1::Incident VisibleTo(const call::Caller& caller, v1::Incident incident) {
  const bool machine = OnlyMachine(caller);
  if (!machine && !caller.IsOnlyProvider()) return incident;
  v1::Incident shown = Outline(incident);
  if (machine || incident.reported_by_provider()) AddReport(incident, shown);
  if (!machine) AddInquiry(incident, shown);
  return shown;
}

}  // namespace waarborg::incident
