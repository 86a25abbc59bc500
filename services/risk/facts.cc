#include "services/risk/facts.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "services/assessment/records.h"
#include "services/assessment/rules/lifecycle.h"
#include "services/improvement/records.h"
#include "services/incident/records.h"
#include "services/language/status_macros.h"
#include "services/ledger/deadline_table.h"
#include "services/ledger/page_scan.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"

namespace waarborg::risk {
namespace {

using assessment::v1::Assessment;
using incident::v1::Incident;
using registry::v1::Certificate;
using registry::v1::RiskFactor;

// Where the entries of a provider begin, in an index by region and provider.
std::string OfProvider(const registry::ProviderName& name) {
  return storage::KeyBuilder().Text(name.region).Text(name.ToString()).Take();
}

call::Page OnePage() { return {.size = kMostOfAKind, .next_key = "", .list = ""}; }

RiskFactor FactorOf(Incident::Kind kind) {
  switch (kind) {
    case Incident::KIND_INCIDENT:
      return registry::v1::RISK_FACTOR_INCIDENT;
    case Incident::KIND_CALAMITY:
      return registry::v1::RISK_FACTOR_CALAMITY;
    case Incident::KIND_VIOLENCE:
      return registry::v1::RISK_FACTOR_VIOLENCE;
    case Incident::KIND_DATA_BREACH:
      return registry::v1::RISK_FACTOR_DATA_BREACH;
    case Incident::KIND_SIGNAL:
      return registry::v1::RISK_FACTOR_SIGNAL;
    case Incident::KIND_CLIENT_SIGNAL:
      return registry::v1::RISK_FACTOR_CLIENT_SIGNAL;
    case Incident::KIND_COMPLAINT:
      return registry::v1::RISK_FACTOR_COMPLAINT;
    default:
      return registry::v1::RISK_FACTOR_UNSPECIFIED;
  }
}

// Gathers the facts of one provider, one kind of record after the other.
class Gathering final {
 public:
  Gathering(const storage::Reader& reader, const registry::ProviderName& name,
            const registry::v1::Provider& provider, absl::Time now)
      : reader_(reader), name_(name), today_(ledger::Today(now)) {
    facts_.provider = provider.name();
    facts_.last_contact = {ledger::Today(ledger::TimeOf(provider.create_time())), provider.name()};
    may_hold_certificates_ = !provider.entrant();
  }

  absl::Status Reports(absl::Time since) {
    const std::string prefix = OfProvider(name_);
    const std::uint64_t oldest = incident::NewestFirst(since) + 1;
    storage::ScanRange range{.begin = prefix,
                             .end = absl::StrCat(prefix, storage::KeyBuilder().Number(oldest).Take()),
                             .limit = kMostOfAKind + 1};
    std::vector<std::string> keys;
    RETURN_IF_ERROR(reader_.Scan(storage::tables::kIncidentByProvider, range,
                                 [&keys](absl::string_view /*entry*/, absl::string_view key) {
                                   keys.emplace_back(key);
                                   return true;
                                 }));
    if (keys.size() > kMostOfAKind) {
      facts_.partial = true;
      keys.resize(kMostOfAKind);
    }
    for (const std::string& key : keys) RETURN_IF_ERROR(Report(key));
    return absl::OkStatus();
  }

  absl::Status Terms() {
    ASSIGN_OR_RETURN(const ledger::Records records,
                     ledger::ScanPage(reader_, storage::tables::kDeadlineByProvider, ledger::kDeadlines.id,
                                      OfProvider(name_), OnePage()));
    ASSIGN_OR_RETURN(const ledger::PageOf<internal::v1::Deadline> deadlines,
                     ledger::ParsePageOf(ledger::kDeadlines, records));
    for (const internal::v1::Deadline& deadline : Taken(deadlines)) {
      // Without a rule it is a clock of the house, not a term (services/term/queries.cc).
      if (!deadline.rule().empty()) facts_.open_terms.push_back(deadline.resource());
    }
    return absl::OkStatus();
  }

  absl::Status Assessments() {
    ASSIGN_OR_RETURN(const ledger::PageOf<Assessment> assessments,
                     ledger::ListByIndex(reader_, assessment::kAssessments, OfProvider(name_), OnePage()));
    absl::Time newest = absl::InfinitePast();
    for (const Assessment& each : Taken(assessments)) {
      if (each.state() == assessment::kCancelled) continue;
      if (ledger::HasDate(each.visit_date())) Heard(ledger::DayOf(each.visit_date()), each.name());
      if (each.has_response() && !each.response().none()) Heard(each.response().time(), each.name());
      if (assessment::kDecided.Contains(each.state())) {
        Decided(each);
      } else if (const absl::Time created = ledger::TimeOf(each.create_time()); created > newest) {
        newest = created;
        facts_.open_assessment = each.name();
      }
    }
    return absl::OkStatus();
  }

  absl::Status Plans() {
    ASSIGN_OR_RETURN(
        const ledger::PageOf<improvement::v1::ImprovementPlan> plans,
        ledger::ListByIndex(reader_, improvement::kImprovementPlans, OfProvider(name_), OnePage()));
    for (const improvement::v1::ImprovementPlan& plan : Taken(plans)) {
      for (const auto& version : plan.versions()) Heard(version.time(), plan.name());
      for (const auto& completion : plan.completions()) Heard(completion.time(), plan.name());
      if (plan.has_start()) Heard(plan.start().time(), plan.name());
      if (IsOverdue(plan)) facts_.overdue_plans.push_back(plan.name());
    }
    return absl::OkStatus();
  }

  absl::Status Obligations() {
    ASSIGN_OR_RETURN(const ledger::PageOf<registry::v1::Obligation> obligations,
                     ledger::ListRecords(reader_, registry::kObligations, name_.Key(), OnePage()));
    for (const registry::v1::Obligation& each : Taken(obligations)) {
      for (const auto& delivery : each.deliveries()) Heard(ledger::DayOf(delivery.date()), each.name());
      const bool open = each.state() == registry::v1::Obligation::STATE_OPEN;
      if (open && each.overdue()) facts_.overdue_obligations.push_back(each.name());
    }
    return absl::OkStatus();
  }

  absl::Status Certificates() {
    ASSIGN_OR_RETURN(const ledger::PageOf<Certificate> certificates,
                     ledger::ListRecords(reader_, registry::kCertificates, name_.Key(), OnePage()));
    absl::flat_hash_set<std::string> norms_held;
    for (const Certificate& each : Taken(certificates)) {
      if (IsHeld(each)) norms_held.insert(each.norm());
    }
    for (const Certificate& each : certificates.items) Certify(each, norms_held.contains(each.norm()));
    facts_.no_certificate = may_hold_certificates_ && norms_held.empty();
    return absl::OkStatus();
  }

  Facts Done() { return std::move(facts_); }

 private:
  // The records of a page that is all that is looked at.
  template <class Message>
  const std::vector<Message>& Taken(const ledger::PageOf<Message>& page) {
    facts_.partial = facts_.partial || !page.next_page_token.empty();
    return page.items;
  }

  void Heard(absl::CivilDay day, const std::string& resource) {
    if (day <= today_ && day > facts_.last_contact.day) facts_.last_contact = {day, resource};
  }
  void Heard(const google::protobuf::Timestamp& time, const std::string& resource) {
    Heard(ledger::Today(ledger::TimeOf(time)), resource);
  }

  absl::Status Report(const std::string& key) {
    ASSIGN_OR_RETURN(const std::optional<Incident> record,
                     storage::Table<Incident>(incident::kIncidents.id).Get(reader_, key));
    if (!record.has_value()) return absl::OkStatus();
    // One event counts once, and what was taken back not at all.
    if (record->state() == Incident::STATE_DUPLICATE || record->state() == Incident::STATE_WITHDRAWN) {
      return absl::OkStatus();
    }
    const absl::CivilDay day = ledger::Today(ledger::TimeOf(record->receive_time()));
    if (record->reported_by_provider()) Heard(day, record->name());
    facts_.reports.push_back({.factor = FactorOf(record->kind()), .day = day, .incident = record->name()});
    return absl::OkStatus();
  }

  // The last result that says something: where nothing was tested there is no band.
  void Decided(const Assessment& each) {
    const framework::v1::Band band =
        each.has_merged_evaluation() ? each.merged_evaluation().band() : each.evaluation().band();
    if (band == framework::v1::BAND_UNSPECIFIED) return;
    const absl::CivilDay day = ledger::Today(ledger::TimeOf(each.judgement().conclusion().time()));
    if (facts_.last_result.has_value() && day < facts_.last_result->day) return;
    facts_.last_result = Result{.band = band, .day = day, .assessment = each.name()};
  }

  static bool IsOverdue(const improvement::v1::ImprovementPlan& plan) {
    using Plan = improvement::v1::ImprovementPlan;
    switch (plan.state()) {
      case Plan::STATE_REQUESTED:
      case Plan::STATE_RETURNED:
        return plan.overdue();
      case Plan::STATE_APPROVED:
      case Plan::STATE_IN_PROGRESS:
        return plan.end_passed();
      default:
        return false;
    }
  }

  static bool IsHeld(const Certificate& each) {
    return each.state() == Certificate::STATE_VALID || each.state() == Certificate::STATE_EXPIRING;
  }

  static bool HasFallen(const Certificate& each) {
    return each.state() == Certificate::STATE_EXPIRED || each.state() == Certificate::STATE_SUSPENDED ||
           each.state() == Certificate::STATE_WITHDRAWN;
  }

  void Certify(const Certificate& each, bool norm_held) {
    if (HasFallen(each) && !norm_held) facts_.fallen_certificates.push_back(each.name());
    if (each.state() == Certificate::STATE_EXPIRING) facts_.expiring_certificates.push_back(each.name());
    if (IsHeld(each) && each.surveillance_overdue()) facts_.overdue_surveillances.push_back(each.name());
  }

  const storage::Reader& reader_;
  const registry::ProviderName& name_;
  const absl::CivilDay today_;
  bool may_hold_certificates_ = false;
  Facts facts_;
};

}  // namespace

absl::StatusOr<Facts> FactsOf(const storage::Reader& reader, const registry::ProviderName& name,
                              const registry::v1::Provider& provider, absl::Time since, absl::Time now) {
  Gathering gathering(reader, name, provider, now);
  RETURN_IF_ERROR(gathering.Reports(since));
  RETURN_IF_ERROR(gathering.Terms());
  RETURN_IF_ERROR(gathering.Assessments());
  RETURN_IF_ERROR(gathering.Plans());
  RETURN_IF_ERROR(gathering.Obligations());
  RETURN_IF_ERROR(gathering.Certificates());
  return gathering.Done();
}

}  // namespace waarborg::risk
