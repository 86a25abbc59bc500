// Of changes.h: the first judgement of a report.

#include <utility>

#include "services/incident/changes.h"
#include "services/incident/errors.h"
#include "services/incident/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {
namespace {

constexpr framework::v1::Severity kAcute = framework::v1::SEVERITY_ACUTE;

// The corrected kind counts from here, also for the statutory clock.
absl::Status CorrectKind(const ledger::UnitOfWork& unit, v1::Incident::Kind kind, v1::Incident& incident) {
  if (kind == v1::Incident::KIND_UNSPECIFIED || kind == incident.kind()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit, incident));
  incident.set_kind(kind);
  const absl::Time received = ledger::TimeOf(incident.receive_time());
  const v1::Timeliness timeliness = TimelinessOf(kind, KnownAt(incident), received, TermsOf(policy));
  incident.clear_timeliness();
  if (timeliness.has_due_time()) *incident.mutable_timeliness() = timeliness;
  return absl::OkStatus();
}

absl::Status CheckAcute(const v1::TriageIncidentRequest& request) {
  const bool acute = request.triage().severity() == kAcute;
  if (acute == request.has_acute()) return absl::OkStatus();
  return errors::Violation("acute", acute ? "ACUTE_REQUIRED" : "ACUTE_NOT_ALLOWED");
}

}  // namespace

absl::StatusOr<v1::Incident> CheckTriage(const ledger::UnitOfWork& unit,
                                         const v1::TriageIncidentRequest& request) {
  ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "triage"));
  RETURN_IF_ERROR(CheckAcute(request));
  return std::move(revision.incident);
}

absl::StatusOr<v1::Incident> Triage(ledger::UnitOfWork& unit, const v1::TriageIncidentRequest& request,
                                    const std::vector<std::string>& acute_cases) {
  ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "triage"));
  RETURN_IF_ERROR(CheckAcute(request));
  v1::Incident& incident = revision.incident;
  RETURN_IF_ERROR(CorrectKind(unit, request.kind(), incident));
  *incident.mutable_triage() = request.triage();
  Sign(unit, *incident.mutable_triage());
  for (const std::string& acute_case : acute_cases) incident.add_acute_cases(acute_case);
  revision.fact.reason = request.triage().reason();
  RETURN_IF_ERROR(EndAcknowledgeTerm(unit, incident));
  return KeepIncident(unit, std::move(revision));
}

}  // namespace waarborg::incident
