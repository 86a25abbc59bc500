#include <optional>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/call/authorization.h"
#include "services/incident/commands.h"
#include "services/incident/deadlines.h"
#include "services/incident/errors.h"
#include "services/incident/names.h"
#include "services/incident/records.h"
#include "services/incident/revision.h"
#include "services/incident/rules/envelope.h"
#include "services/incident/visibility.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"
#include "services/registry/rules/policy.h"

namespace waarborg::incident {
namespace {

using internal::v1::IncidentIntake;
using internal::v1::ReceiptCounter;

// The provider that the report is about, by name or by KvK number.
absl::StatusOr<registry::v1::Provider> ProviderOf(const ledger::UnitOfWork& unit,
                                                  const IncidentIntake& intake) {
  const v1::IncidentReport& report = intake.report();
  if (!report.provider().empty()) {
    ASSIGN_OR_RETURN(const registry::ProviderName name, registry::ProviderName::Parse(report.provider()));
    return registry::Load(unit.reader(), name);
  }
  const std::string& number = report.provider_kvk_number();
  ASSIGN_OR_RETURN(
      const std::optional<std::string> key,
      unit.reader().Get(registry::kProviders.index_id, registry::KvkKey(intake.region(), number)));
  if (!key.has_value()) return call::error::NotFound("PROVIDER", absl::StrCat("KvK ", number));
  ASSIGN_OR_RETURN(std::optional<registry::v1::Provider> provider, unit.Get(registry::kProviders, *key));
  if (!provider.has_value()) return call::error::NotFound("PROVIDER", absl::StrCat("KvK ", number));
  return *std::move(provider);
}

absl::Status CheckLocation(const ledger::UnitOfWork& unit, const std::string& location,
                           const std::string& provider) {
  if (location.empty()) return absl::OkStatus();
  if (!absl::StartsWith(location, absl::StrCat(provider, "/"))) {
    return errors::Violation("location", "LOCATION_OF_OTHER_PROVIDER", provider);
  }
  ASSIGN_OR_RETURN(const registry::LocationName name, registry::LocationName::Parse(location));
  return registry::Load(unit.reader(), name).status();
}

// The receipt of an event that was received before; nothing for a new one.
absl::StatusOr<std::optional<v1::IncidentReceipt>> FirstReceipt(const ledger::UnitOfWork& unit,
                                                                const EventName& event,
                                                                const std::string& digest) {
  ASSIGN_OR_RETURN(std::optional<v1::IncidentReceipt> first, unit.Get(kIncidentReceipts, event.Key()));
  if (!first.has_value() || first->payload_digest() == digest) return first;
  ASSIGN_OR_RETURN(const IncidentName name, IncidentName::Parse(first->incident()));
  ASSIGN_OR_RETURN(const v1::Incident incident, Load(unit.reader(), name));
  if (!IsVisible(unit.call().caller, incident)) return errors::EventTaken(event.source, event.id, digest);
  return errors::ContentDiffers(event.source, event.id, first->incident(), first->payload_digest(), digest);
}

// A provider's user speaks for its own company alone, also to the machines that listen.
absl::Status CheckSource(const call::Caller& caller, const std::string& source,
                         const registry::v1::Provider& provider) {
  if (source.empty() || !caller.Holds(team::v1::ROLE_PROVIDER_USER)) return absl::OkStatus();
  if (IsSourceOf(provider.kvk_number(), source)) return absl::OkStatus();
  return errors::Violation("event.source", "EVENT_SOURCE_OF_ANOTHER",
                           absl::StrCat("urn:nld:kvknr:", provider.kvk_number()));
}

// Counts within region and year.
absl::StatusOr<std::string> NextReceiptNumber(ledger::UnitOfWork& unit, const std::string& region) {
  const auto year = static_cast<std::uint64_t>(ledger::Today(unit.now()).year());
  const std::string key = storage::KeyBuilder().Text(region).Number(year).Take();
  ASSIGN_OR_RETURN(const std::optional<ReceiptCounter> found, unit.Get(kReceiptCounters, key));
  ReceiptCounter counter = found.value_or(ReceiptCounter());
  counter.set_last(counter.last() + 1);
  RETURN_IF_ERROR(unit.Put(kReceiptCounters, key, counter));
  return absl::StrFormat("%d-%06d", year, counter.last());
}

void CopyReport(const IncidentIntake& intake, v1::Incident& incident) {
  const v1::IncidentReport& report = intake.report();
  incident.set_location(report.location());
  incident.set_kind(report.kind());
  incident.set_reported_kind(report.kind());
  *incident.mutable_occurrence_time() = report.occurrence_time();
  if (report.has_knowledge_time()) *incident.mutable_knowledge_time() = report.knowledge_time();
  if (intake.has_log_time()) *incident.mutable_log_time() = intake.log_time();
  incident.set_event_source(intake.event_source());
  incident.set_event_id(intake.event_id());
  incident.set_summary(report.summary());
  incident.set_description(report.description());
  incident.set_measures(report.measures());
  incident.set_data_ref(intake.data_ref());
  incident.set_personal_number_suspected(intake.personal_number_suspected());
}

// Who reported, and for whom.
absl::Status NoteSender(const ledger::UnitOfWork& unit, const IncidentIntake& intake, v1::Incident& incident,
                        ledger::Fact& fact) {
  const bool by_provider = fact.role == team::v1::ROLE_PROVIDER_USER;
  if (intake.has_on_behalf_of_provider()) {
    const team::v1::OnBehalfOfProvider& document = intake.on_behalf_of_provider();
    const absl::CivilDay today = ledger::Today(unit.now());
    if (fact.role != team::v1::ROLE_QUALITY_MANAGER) {
      return errors::Violation("on_behalf_of_provider", "ON_BEHALF_NOT_ALLOWED");
    }
    if (ledger::DayOf(document.date()) > today) {
      return errors::Violation("on_behalf_of_provider.date", "DATE_IN_FUTURE", absl::FormatCivilTime(today));
    }
    *incident.mutable_on_behalf_of_provider() = document;
    fact.on_behalf_of = incident.provider();
  }
  incident.set_reported_by_provider(by_provider || intake.has_on_behalf_of_provider());
  incident.set_author(unit.call().caller.member);
  return absl::OkStatus();
}

// Lateness, and the clock of the one who has to look.
absl::Status StartClocks(ledger::UnitOfWork& unit, v1::Incident& incident) {
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit, incident));
  const IncidentTerms terms = TermsOf(policy);
  const v1::Timeliness timeliness = TimelinessOf(incident.kind(), KnownAt(incident), unit.now(), terms);
  if (timeliness.has_due_time()) *incident.mutable_timeliness() = timeliness;
  const absl::Time due = registry::WorkingDaysAfter(unit.now(), terms.acknowledge_working_days);
  *incident.mutable_acknowledge_due_time() = ledger::Stamp(due);
  return unit.SetDeadline(incident.name(), kAcknowledgeDue, due,
                          absl::StrCat("incident_acknowledge_working_days=", terms.acknowledge_working_days));
}

absl::Status KeepReporter(ledger::UnitOfWork& unit, const IncidentName& name,
                          const v1::IncidentReport& report) {
  if (!report.has_reporter()) return absl::OkStatus();
  v1::IncidentReporter reporter;
  reporter.set_name(name.Reporter());
  *reporter.mutable_reporter() = report.reporter();
  return unit.Put(kIncidentReporters, name.Key(), reporter);
}

v1::IncidentReceipt ReceiptOf(const v1::Incident& incident, const std::string& digest) {
  v1::IncidentReceipt receipt;
  receipt.set_incident(incident.name());
  receipt.set_receipt_number(incident.receipt_number());
  *receipt.mutable_receive_time() = incident.receive_time();
  receipt.set_payload_digest(digest);
  if (incident.has_timeliness()) *receipt.mutable_timeliness() = incident.timeliness();
  return receipt;
}

}  // namespace

absl::StatusOr<v1::IncidentReceipt> ReceiveIncident(ledger::UnitOfWork& unit, const IncidentIntake& intake) {
  ASSIGN_OR_RETURN(const registry::v1::Region region,
                   registry::Load(unit.reader(), registry::RegionName{.region = intake.region()}));
  ASSIGN_OR_RETURN(const registry::v1::Provider provider, ProviderOf(unit, intake));
  RETURN_IF_ERROR(call::CheckOwnProvider(unit.call().caller, provider.name()));
  RETURN_IF_ERROR(CheckSource(unit.call().caller, intake.event_source(), provider));
  const EventName event{.region = intake.region(), .source = intake.event_source(), .id = intake.event_id()};
  if (!event.id.empty()) {
    ASSIGN_OR_RETURN(std::optional<v1::IncidentReceipt> first,
                     FirstReceipt(unit, event, intake.payload_digest()));
    if (first.has_value()) return *std::move(first);
  }
  const IncidentName name{
      .region = intake.region(),
      .incident = intake.incident_id().empty() ? unit.call().NewId() : intake.incident_id()};
  v1::Incident incident;
  incident.set_name(name.ToString());
  incident.set_provider(provider.name());
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowIncident(unit, incident, "submit_incident"));
  ASSIGN_OR_RETURN(const std::optional<v1::Incident> taken, unit.Get(kIncidents, name.Key()));
  if (taken.has_value()) return call::error::Exists("INCIDENT", incident.name());
  RETURN_IF_ERROR(CheckLocation(unit, intake.report().location(), provider.name()));
  CopyReport(intake, incident);
  RETURN_IF_ERROR(NoteSender(unit, intake, incident, fact));
  incident.set_policy_version(region.current_policy());
  *incident.mutable_receive_time() = *incident.mutable_create_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(StartClocks(unit, incident));
  RETURN_IF_ERROR(KeepReporter(unit, name, intake.report()));
  ASSIGN_OR_RETURN(*incident.mutable_receipt_number(), NextReceiptNumber(unit, intake.region()));
  v1::IncidentReceipt receipt = ReceiptOf(incident, intake.payload_digest());
  if (!event.id.empty()) RETURN_IF_ERROR(unit.Put(kIncidentReceipts, event.Key(), receipt));
  RETURN_IF_ERROR(KeepIncident(unit, std::move(incident), std::move(fact)).status());
  return receipt;
}

}  // namespace waarborg::incident
