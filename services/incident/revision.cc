#include "services/incident/revision.h"

#include "absl/strings/str_cat.h"
#include "services/call/authorization.h"
#include "services/call/etag.h"
#include "services/incident/deadlines.h"
#include "services/incident/errors.h"
#include "services/incident/names.h"
#include "services/incident/records.h"
#include "services/incident/rules/lifecycle.h"
#include "services/incident/visibility.h"
#include "services/ledger/follow.h"
#include "services/registry/records.h"
#include "services/registry/rules/policy.h"

namespace waarborg::incident {

absl::StatusOr<v1::Incident> OpenIncident(const ledger::UnitOfWork& unit, absl::string_view name,
                                          absl::string_view etag) {
  ASSIGN_OR_RETURN(const IncidentName parsed, IncidentName::Parse(name));
  ASSIGN_OR_RETURN(v1::Incident incident, Load(unit.reader(), parsed));
  RETURN_IF_ERROR(CheckVisible(unit.call().caller, incident));
  RETURN_IF_ERROR(call::CheckEtag(incident.name(), etag, incident.etag()));
  return incident;
}

absl::StatusOr<ledger::Fact> FollowIncident(const ledger::UnitOfWork& unit, v1::Incident& incident,
                                            absl::string_view event) {
  ASSIGN_OR_RETURN(ledger::Followed<IncidentState> followed,
                   ledger::Follow(unit, kIncidentLifecycle, incident.state(), event, incident.name(),
                                  incident.provider()));
  incident.set_state(followed.to);
  return std::move(followed.fact);
}

absl::StatusOr<v1::Incident> KeepIncident(ledger::UnitOfWork& unit, v1::Incident incident,
                                          ledger::Fact fact) {
  ASSIGN_OR_RETURN(const IncidentName name, IncidentName::Parse(incident.name()));
  incident.set_etag(call::NextEtag(incident.etag()));
  *incident.mutable_update_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kIncidents, name.Key(), incident));
  unit.Record(std::move(fact));
  return VisibleTo(unit.call().caller, std::move(incident));
}

absl::StatusOr<registry::v1::PolicyVersion> PolicyOf(const ledger::UnitOfWork& unit,
                                                     const v1::Incident& incident) {
  ASSIGN_OR_RETURN(const registry::PolicyVersionName name,
                   registry::PolicyVersionName::Parse(incident.policy_version()));
  return registry::Load(unit.reader(), name);
}

absl::Status StartInquiryTerm(ledger::UnitOfWork& unit, const google::type::Date& due_date,
                              v1::Incident& incident) {
  absl::Time due;
  std::string rule = "due_date";
  if (ledger::HasDate(due_date)) {
    const absl::CivilDay today = ledger::Today(unit.now());
    if (ledger::DayOf(due_date) < today) {
      return errors::Violation("due_date", "DUE_DATE_IN_PAST", absl::FormatCivilTime(today));
    }
    due = ledger::EndOfDay(ledger::DayOf(due_date));
  } else {
    ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit, incident));
    const int weeks = TermsOf(policy).inquiry_weeks;
    due = registry::WeeksAfter(unit.now(), weeks);
    rule = absl::StrCat("incident_inquiry_weeks=", weeks);
  }
  *incident.mutable_inquiry()->mutable_due_time() = ledger::Stamp(due);
  incident.mutable_inquiry()->set_overdue(false);
  return unit.SetDeadline(incident.name(), kInquiryDue, due, rule);
}

absl::Status EndInquiryTerm(ledger::UnitOfWork& unit, v1::Incident& incident) {
  return unit.ClearDeadline(incident.name(), kInquiryDue);
}

absl::Status EndAcknowledgeTerm(ledger::UnitOfWork& unit, v1::Incident& incident) {
  return unit.ClearDeadline(incident.name(), kAcknowledgeDue);
}

}  // namespace waarborg::incident
