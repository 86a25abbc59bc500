#include <utility>

#include "services/call/error.h"
#include "services/incident/commands.h"
#include "services/incident/revision.h"
#include "services/incident/rules/envelope.h"
#include "services/language/status_macros.h"

namespace waarborg::incident {
namespace {

// By the provider itself, or by the quality manager from a document with a date.
absl::Status NoteDelivery(const ledger::UnitOfWork& unit, const v1::DeliverInquiryReportRequest& request,
                          Revision& revision) {
  const bool by_provider = revision.fact.role == team::v1::ROLE_PROVIDER_USER;
  call::Violations violations;
  if (by_provider == request.has_on_behalf_of_provider()) {
    violations.Add("on_behalf_of_provider", by_provider ? "ON_BEHALF_NOT_ALLOWED" : "ON_BEHALF_REQUIRED");
  }
  const absl::CivilDay today = ledger::Today(unit.now());
  if (request.has_on_behalf_of_provider() && ledger::DayOf(request.on_behalf_of_provider().date()) > today) {
    violations.Add("on_behalf_of_provider.date", "DATE_IN_FUTURE", absl::FormatCivilTime(today));
  }
  const absl::Time reflected = ledger::TimeOf(request.report().team_reflection_time());
  if (reflected > unit.now() + kClockSkew) {
    violations.Add("report.team_reflection_time", "INCIDENT_TIME_IN_FUTURE",
                   absl::FormatTime(unit.now(), absl::UTCTimeZone()));
  }
  if (!by_provider) revision.fact.on_behalf_of = revision.incident.provider();
  return violations.ToStatus();
}

}  // namespace

absl::StatusOr<v1::Incident> DeliverInquiryReport(ledger::UnitOfWork& unit,
                                                  const v1::DeliverInquiryReportRequest& request) {
  ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "deliver_report"));
  RETURN_IF_ERROR(NoteDelivery(unit, request, revision));
  v1::InquiryReport& report = *revision.incident.add_reports();
  report = request.report();
  report.clear_insufficient_reason();
  report.clear_on_behalf_of_provider();
  if (request.has_on_behalf_of_provider()) {
    *report.mutable_on_behalf_of_provider() = request.on_behalf_of_provider();
  }
  Sign(unit, report);
  RETURN_IF_ERROR(EndInquiryTerm(unit, revision.incident));
  return KeepIncident(unit, std::move(revision));
}

}  // namespace waarborg::incident
