#include "tests/model/world.h"

#include <algorithm>
#include <array>

#include "absl/strings/match.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "google/protobuf/text_format.h"
#include "services/assessment/deadlines.h"
#include "services/call/code.h"
#include "services/escalation/deadlines.h"
#include "services/framework/records.h"
#include "services/framework/rules/content_hash.h"
#include "services/improvement/deadlines.h"
#include "services/language/die.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"
#include "services/team/records.h"
#include "tests/golden/frameworks.h"
#include "tests/services/registry/sample_files.h"

namespace waarborg::model {
namespace {

using team::v1::ROLE_ADMINISTRATOR;
using team::v1::ROLE_AUDITOR;
using team::v1::ROLE_CONTRACT_MANAGER;
using team::v1::ROLE_DECISION_MAKER;
using team::v1::ROLE_PROVIDER_USER;
using team::v1::ROLE_QUALITY_MANAGER;
using team::v1::ROLE_SECOND_READER;
using team::v1::ROLE_TEAM_MEMBER;
using testing::Desk;

Cast NewCast() {
  const std::vector<call::Role> all = {ROLE_TEAM_MEMBER, ROLE_QUALITY_MANAGER, ROLE_SECOND_READER,
                                       ROLE_CONTRACT_MANAGER, ROLE_DECISION_MAKER};
  return {Desk::As("quality-manager", {ROLE_QUALITY_MANAGER}),
          Desk::As("quality-manager-2", {ROLE_QUALITY_MANAGER, ROLE_TEAM_MEMBER}),
          Desk::As("second-reader", {ROLE_SECOND_READER}),
          Desk::As("second-reader-2", {ROLE_SECOND_READER}),
          Desk::As("team-member", {ROLE_TEAM_MEMBER}),
          Desk::As("contract-manager", {ROLE_CONTRACT_MANAGER}),
          Desk::As("decision-maker", {ROLE_DECISION_MAKER}),
          Desk::As("decision-maker-2", {ROLE_DECISION_MAKER}),
          Desk::As("all-in-one", all),
          Desk::As("all-in-one-2", all),
          Desk::As("auditor", {ROLE_AUDITOR}),
          Desk::As("administrator", {ROLE_ADMINISTRATOR}),
          Desk::As("provider-farm", {ROLE_PROVIDER_USER}, kProvider),
          Desk::As("provider-other", {ROLE_PROVIDER_USER}, "regions/nmd/providers/other")};
}

// SUFFICIENT asks for a plan here, so that plans come about often.
framework::v1::FrameworkVersion NewFramework() {
  framework::v1::FrameworkVersion version = framework::SecondFramework();
  for (framework::v1::BandFollowUp& each : *version.mutable_decision_rule()->mutable_follow_ups()) {
    if (each.band() != framework::v1::BAND_SUFFICIENT) continue;
    each.clear_follow_ups();
    each.add_follow_ups(framework::v1::FOLLOW_UP_IMPROVEMENT_PLAN);
    each.add_follow_ups(framework::v1::FOLLOW_UP_RE_ASSESSMENT);
  }
  version.set_content_hash(framework::ContentHash(version));
  return version;
}

template <class Message>
Message Text(const std::string& text) {
  Message message;
  if (!google::protobuf::TextFormat::ParseFromString(text, &message)) language::Die(text);
  return message;
}

registry::v1::Provider NewProvider() {
  return Text<registry::v1::Provider>(R"pb(
    name: "regions/nmd/providers/farm"
    title: "De Esdoorn"
    profile: PROFILE_ZIN
    kvk_number: "12345678"
    kinds_of_care: KIND_OF_CARE_DAY_ACTIVITIES
    conditions: "HAS_PETS"
  )pb");
}

registry::v1::Contract NewContract() {
  return Text<registry::v1::Contract>(R"pb(
    name: "regions/nmd/providers/farm/contracts/assen"
    commissioning_body: "assen"
    legal_basis: LEGAL_BASIS_CONTRACT
    framework_version: "frameworks/buurt/versions/1"
    start_date { year: 2024 month: 1 day: 1 }
  )pb");
}

registry::v1::Region NewRegion() {
  return Text<registry::v1::Region>(R"pb(
    name: "regions/nmd"
    title: "Noord- en Midden-Drenthe"
    kind: KIND_MUNICIPALITIES
    commissioning_bodies { id: "assen" title: "Assen" }
    commissioning_bodies { id: "tynaarlo" title: "Tynaarlo" }
    current_policy: "regions/nmd/policyVersions/1"
  )pb");
}

bool IsClean(const absl::Status& status) {
  constexpr std::array kClean = {absl::StatusCode::kInvalidArgument,    absl::StatusCode::kNotFound,
                                 absl::StatusCode::kAlreadyExists,      absl::StatusCode::kPermissionDenied,
                                 absl::StatusCode::kFailedPrecondition, absl::StatusCode::kAborted};
  const bool says_why = !call::ReasonOf(status).empty() || !testing::FieldFaults(status).empty();
  return says_why && std::find(kClean.begin(), kClean.end(), status.code()) != kClean.end();
}

}  // namespace

std::vector<ledger::DeadlineRule> CaseTimers() {
  std::vector<ledger::DeadlineRule> rules = assessment::Deadlines();
  for (const auto* more : {&improvement::Deadlines(), &escalation::Deadlines()}) {
    rules.insert(rules.end(), more->begin(), more->end());
  }
  return rules;
}

registry::v1::PolicyVersion NewPolicy(World& world) {
  using registry::v1::CreateRegionRequest;
  registry::v1::PolicyVersion policy =
      testing::SampleRequest<CreateRegionRequest>("nmd/region.json").policy();
  policy.set_overall_reading(framework::v1::READING_COUNT_TABLE);
  for (registry::v1::FourEyesRule& each : *policy.mutable_four_eyes()) {
    each.set_rule(static_cast<team::v1::FourEyes>(1 + world.Below(3)));
  }
  for (registry::v1::LadderLevel& row : *policy.mutable_ladder()) {
    const bool last = row.level() == registry::v1::LEVEL_CONTRACT_TERMINATION;
    if (!last) row.add_legal_bases(registry::v1::LEGAL_BASIS_WLZ_CONTRACT);
    const bool named = row.level() == registry::v1::LEVEL_FORMAL_WARNING && world.Chance(50);
    if (named) row.add_mandated_members("quality-manager-2");
  }
  return policy;
}

World::World(unsigned seed, ledger::Epilogue epilogue)
    : timers(CaseTimers()), random_(seed), cast_(NewCast()), framework_(NewFramework()) {
  desk.epilogue = std::move(epilogue);
  SetScene();
  Observe();
}

void World::SetScene() {
  registry::v1::PolicyVersion policy = NewPolicy(*this);
  policy.set_name("regions/nmd/policyVersions/1");
  const absl::Status set = Plant([&](ledger::UnitOfWork& unit) -> absl::Status {
    const auto keep = [&unit](const auto& table, const auto& name, const auto& record) {
      return unit.Put(table, name->Key(), record);
    };
    using framework::FrameworkVersionName;
    RETURN_IF_ERROR(
        keep(framework::kFrameworkVersions, FrameworkVersionName::Parse(framework_.name()), framework_));
    RETURN_IF_ERROR(keep(registry::kRegions, registry::RegionName::Parse(kRegion), NewRegion()));
    RETURN_IF_ERROR(
        keep(registry::kPolicyVersions, registry::PolicyVersionName::Parse(policy.name()), policy));
    RETURN_IF_ERROR(keep(registry::kProviders, registry::ProviderName::Parse(kProvider), NewProvider()));
    RETURN_IF_ERROR(
        keep(registry::kContracts, registry::ContractName::Parse(NewContract().name()), NewContract()));
    for (const call::Caller& each : cast_) {
      team::v1::Member member;
      member.set_name(each.member);
      member.mutable_roles()->Assign(each.roles.begin(), each.roles.end());
      RETURN_IF_ERROR(keep(team::kMembers, team::MemberName::Parse(each.member), member));
    }
    return absl::OkStatus();
  });
  if (!set.ok()) language::Die(set.ToString());
}

absl::Status World::Plant(const std::function<absl::Status(ledger::UnitOfWork&)>& work) {
  return desk.Write([&work](ledger::UnitOfWork& unit) {
    const absl::Status status = work(unit);
    unit.Record({.kind = "SceneSet", .resource = kRegion});
    return status;
  });
}

google::type::Date World::Day(int offset) const {
  return ledger::DateOf(ledger::Today(desk.clock.Now()) + offset);
}

void World::Pass(absl::Duration duration) {
  desk.clock.Advance(duration);
  const absl::StatusOr<int> fired = desk.RunDeadlines(timers);
  story_.push_back(absl::StrCat(absl::FormatDuration(duration), " pass"));
  if (!fired.ok()) breaches_.push_back(absl::StrCat("TimersFire: ", fired.status().ToString()));
  Observe();
}

void World::Observe() {
  const std::unique_ptr<const storage::Snapshot> snapshot = desk.store->Read();
  while (true) {
    const auto event = ledger::ReadEvent(*snapshot, "nmd", seen_events_ + 1);
    if (!event.ok()) language::Die(event.status().ToString());
    if (!event->has_value()) return;
    ++seen_events_;
    const Moment moment = shelves_.Take(**event);
    const Scene scene{.moment = moment, .shelves = shelves_, .past = past_, .cast = cast_};
    for (const Invariant& invariant : Invariants()) {
      Breaches found;
      invariant.check(scene, found);
      for (const std::string& each : found) {
        breaches_.push_back(absl::StrCat(invariant.name, ": ", each, " (event ", seen_events_, ", ",
                                         moment.event.kind(), " on ", moment.event.resource(), ")"));
      }
    }
    Remember(moment, shelves_, past_);
    coverage_.Count(moment.event);
  }
}

void World::Audit() {
  const std::unique_ptr<const storage::Snapshot> snapshot = desk.store->Read();
  const auto add = [this](absl::string_view name, const Breaches& found) {
    for (const std::string& each : found) breaches_.push_back(absl::StrCat(name, ": ", each));
  };
  add("JournalHoldsTogether", JournalHoldsTogether(*snapshot, "nmd"));
  add("ReplayIsWhatIsStored", ReplayIsWhatIsStored(*snapshot, shelves_.replayed()));
}

void World::Look(const std::string& wish, const call::Caller& who, const absl::Status& status) {
  status.ok() ? ++accepted_ : ++refused_;
  const std::string outcome = status.ok() ? "done" : std::string(status.message());
  story_.push_back(absl::StrCat(wish, " by ", who.member, ": ", outcome));
  const std::uint64_t before = seen_events_;
  Observe();
  if (status.ok()) return;
  if (!IsClean(status))
    breaches_.push_back(absl::StrCat("RefusalsAreClean: ", wish, ": ", status.ToString()));
  if (seen_events_ != before) breaches_.push_back(absl::StrCat("RefusalsLeaveNothing: ", wish));
}

void World::LookAgain(const std::string& wish, const absl::Status& status, bool same_answer) {
  const std::uint64_t before = seen_events_;
  Observe();
  if (same_answer && seen_events_ == before) return;
  breaches_.push_back(absl::StrCat("OneIdOneExecution: ", wish, ": ", status.ToString()));
}

void World::SpoilEtag(google::protobuf::Message& request) {
  const google::protobuf::FieldDescriptor* const etag = request.GetDescriptor()->FindFieldByName("etag");
  if (etag != nullptr) request.GetReflection()->SetString(&request, etag, "stale");
}

const call::Caller& World::Member(const std::string& id) const {
  for (const call::Caller& each : cast_) {
    if (absl::EndsWith(each.member, absl::StrCat("/", id))) return each;
  }
  language::Die("nobody is called " + id);
}

const call::Caller& World::SomeoneWith(const std::vector<call::Role>& roles) {
  std::vector<const call::Caller*> fit;
  for (const call::Caller& each : cast_) {
    if (each.FirstOf(roles) != team::v1::ROLE_UNSPECIFIED) fit.push_back(&each);
  }
  return fit.empty() ? cast_.front() : *Pick(fit);
}

std::string World::Story() const {
  const std::size_t first = story_.size() > 60 ? story_.size() - 60 : 0;
  return absl::StrJoin(story_.begin() + static_cast<std::ptrdiff_t>(first), story_.end(), "\n");
}

}  // namespace waarborg::model
