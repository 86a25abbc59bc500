#include "services/escalation/changes.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/etag.h"
#include "services/call/name.h"
#include "services/escalation/bodies.h"
#include "services/escalation/deadlines.h"
#include "services/escalation/errors.h"
#include "services/escalation/records.h"
#include "services/escalation/rules/lifecycle.h"
#include "services/ledger/follow.h"
#include "services/ledger/time.h"
#include "services/registry/names.h"
#include "services/registry/records.h"
#include "services/registry/rules/policy.h"

namespace waarborg::escalation {
namespace {

// The acute clock of the policy in force (reference 4.4.3).
absl::Status StartClock(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                        v1::AcuteCase& record) {
  const int hours = policy.terms().acute_response_hours();
  const absl::Time due = unit.now() + absl::Hours(hours);
  *record.mutable_response_due_time() = ledger::Stamp(due);
  return unit.SetDeadline(record.name(), kAcuteResponseDue, due,
                          absl::StrCat("acute_response_hours=", hours));
}

v1::AcuteCase NewCase(const ledger::UnitOfWork& unit, const AcuteSeed& seed, const AcuteCaseName& name,
                      const std::string& body, const std::string& policy) {
  v1::AcuteCase record;
  record.set_name(name.ToString());
  record.set_commissioning_body(body);
  record.set_policy_version(policy);
  record.set_legal_basis(seed.legal_basis);
  record.set_danger(seed.danger);
  record.set_persons(seed.persons);
  record.set_source(seed.source);
  record.set_assessment(seed.assessment);
  *record.mutable_seen_time() = ledger::Stamp(seed.seen);
  record.set_author(unit.call().caller.member);
  record.set_etag(call::NextEtag(""));
  *record.mutable_create_time() = ledger::Stamp(unit.now());
  *record.mutable_update_time() = ledger::Stamp(unit.now());
  return record;
}

absl::StatusOr<v1::AcuteCase> RaiseCase(ledger::UnitOfWork& unit, const AcuteSeed& seed,
                                        const AcuteCaseName& name, const std::string& body,
                                        const registry::v1::PolicyVersion& policy) {
  ASSIGN_OR_RETURN(const std::optional<v1::AcuteCase> existing, unit.Get(kAcuteCases, name.Key()));
  if (existing.has_value()) return call::error::Exists("ACUTE_CASE", name.ToString());
  ASSIGN_OR_RETURN(
      v1::Standing standing,
      LoadStanding(unit.reader(), {.region = name.region, .provider = name.provider, .body = body}));
  if (!standing.open_acute_case().empty()) return errors::AcuteCaseOpen(body, standing.open_acute_case());
  ASSIGN_OR_RETURN(ledger::Followed<v1::AcuteCase::State> followed,
                   ledger::Follow(unit, kAcuteCaseLifecycle, v1::AcuteCase::STATE_UNSPECIFIED, "raise",
                                  name.ToString(), seed.provider));
  v1::AcuteCase record = NewCase(unit, seed, name, body, policy.name());
  record.set_state(followed.to);
  RETURN_IF_ERROR(StartClock(unit, policy, record));
  standing.set_open_acute_case(record.name());
  RETURN_IF_ERROR(PutStanding(unit, standing));
  RETURN_IF_ERROR(unit.Put(kAcuteCases, name.Key(), record));
  followed.fact.reason = seed.danger;
  unit.Record(std::move(followed.fact));
  return record;
}

}  // namespace

absl::StatusOr<std::vector<v1::AcuteCase>> RaiseCases(ledger::UnitOfWork& unit, const AcuteSeed& seed) {
  ASSIGN_OR_RETURN(const registry::ProviderName provider, registry::ProviderName::Parse(seed.provider));
  RETURN_IF_ERROR(registry::Load(unit.reader(), provider).status());
  ASSIGN_OR_RETURN(const registry::v1::Region region,
                   registry::Load(unit.reader(), registry::RegionName{seed.region}));
  ASSIGN_OR_RETURN(const registry::PolicyVersionName policy_name,
                   registry::PolicyVersionName::Parse(region.current_policy()));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, registry::Load(unit.reader(), policy_name));
  ASSIGN_OR_RETURN(
      const std::vector<std::string> ids,
      IdsForBodies(unit.call(), region, seed.commissioning_bodies, seed.case_id, "acute_case_id"));
  std::vector<v1::AcuteCase> cases;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const AcuteCaseName name{.region = seed.region, .provider = provider.provider, .acute_case = ids[i]};
    ASSIGN_OR_RETURN(v1::AcuteCase record, RaiseCase(unit, seed, name, seed.commissioning_bodies[i], policy));
    cases.push_back(std::move(record));
  }
  return cases;
}

absl::StatusOr<v1::Standing> LoadStanding(const storage::Reader& reader, const StandingName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Standing> record,
                   storage::Table<v1::Standing>(kStandings.id).Get(reader, name.Key()));
  if (record.has_value()) return *std::move(record);
  v1::Standing standing;
  standing.set_name(name.ToString());
  standing.set_commissioning_body(name.body);
  standing.set_level(registry::v1::LEVEL_MONITORING);
  return standing;
}

absl::Status PutStanding(ledger::UnitOfWork& unit, v1::Standing& standing) {
  ASSIGN_OR_RETURN(const StandingName name, StandingName::Parse(standing.name()));
  standing.set_etag(call::NextEtag(standing.etag()));
  return unit.Put(kStandings, name.Key(), standing);
}

void MoveLevel(const ledger::UnitOfWork& unit, v1::Standing& standing, registry::v1::Level to,
               absl::string_view cause) {
  v1::LevelChange& change = *standing.add_history();
  change.set_from(standing.level());
  change.set_to(to);
  change.set_cause(std::string(cause));
  change.set_member(unit.call().caller.member);
  *change.mutable_time() = ledger::Stamp(unit.now());
  if (standing.level() != to) *standing.mutable_since() = ledger::Stamp(unit.now());
  standing.set_level(to);
  standing.set_cause(std::string(cause));
}

absl::Status SetEvaluation(ledger::UnitOfWork& unit, v1::Standing& standing,
                           std::optional<absl::CivilDay> next) {
  standing.clear_evaluation_date();
  standing.set_evaluation_due(false);
  if (!next.has_value()) return unit.ClearDeadline(standing.name(), kEvaluationDue);
  *standing.mutable_evaluation_date() = ledger::DateOf(*next);
  const absl::Time due = absl::FromCivil(*next, registry::LocalZone());
  return unit.SetDeadline(standing.name(), kEvaluationDue, due, "evaluation_date");
}

absl::Status SetMeasureDates(ledger::UnitOfWork& unit, v1::Standing& standing, const v1::Decision& decision) {
  standing.clear_end_date();
  if (decision.has_end_date()) *standing.mutable_end_date() = decision.end_date();
  standing.set_end_condition(decision.end_condition());
  std::optional<absl::CivilDay> evaluation;
  if (decision.has_evaluation_date()) evaluation = ledger::DayOf(decision.evaluation_date());
  return SetEvaluation(unit, standing, evaluation);
}

}  // namespace waarborg::escalation
