#ifndef WAARBORG_TESTS_SERVICES_ESCALATION_LADDER_SCENE_H_
#define WAARBORG_TESTS_SERVICES_ESCALATION_LADDER_SCENE_H_

// Where the ladder stands: region nmd of the sample with its policy, one provider, and everyone
// who takes part.

#include <functional>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/escalation/commands.h"
#include "services/escalation/deadlines.h"
#include "services/escalation/names.h"
#include "services/escalation/queries.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"
#include "tests/services/registry/sample_files.h"
#include "tests/support/desk.h"

namespace waarborg::escalation {

using registry::v1::Level;
using registry::v1::LEVEL_CLIENT_STOP;
using registry::v1::LEVEL_CONTRACT_TERMINATION;
using registry::v1::LEVEL_FORMAL_WARNING;
using registry::v1::LEVEL_HEIGHTENED_SUPERVISION;
using registry::v1::LEVEL_IMPROVEMENT_PLAN;
using registry::v1::LEVEL_MONITORING;
using testing::FieldFaults;
using testing::IsOk;
using testing::ReasonIs;
using testing::StatusIs;

inline registry::v1::PolicyVersion SamplePolicy() {
  return testing::SampleRequest<registry::v1::CreateRegionRequest>("nmd/region.json").policy();
}

class LadderScene : public ::testing::Test {
 protected:
  static constexpr char kProvider[] = "regions/nmd/providers/de-esdoorn";
  static constexpr char kEscalation[] = "regions/nmd/escalations/de-esdoorn";

  LadderScene() {
    PutRegion("");
    SetPolicy([](registry::v1::PolicyVersion&) {});
    SetProvider([](registry::v1::Provider&) {});
  }

  // Writes a record as it stands, to set the scene.
  template <class Message>
  void Put(const ledger::RecordTable<Message>& table, const std::string& key, const Message& record) {
    EXPECT_THAT(desk.Write([&](ledger::UnitOfWork& unit) {
      const absl::Status status = unit.Put(table, key, record);
      unit.Record({.kind = "SceneSet", .resource = "scene"});
      return status;
    }),
                IsOk());
  }

  // A next policy version in force: the sample's, changed.
  void SetPolicy(const std::function<void(registry::v1::PolicyVersion&)>& change) {
    const registry::PolicyVersionName name{"nmd", ++policy_number};
    registry::v1::PolicyVersion policy = SamplePolicy();
    policy.set_name(name.ToString());
    change(policy);
    Put(registry::kPolicyVersions, name.Key(), policy);
    PutRegion(name.ToString());
  }

  // The sample's region as a tenant of this kind, with this policy in force.
  void PutRegion(const std::string& current_policy,
                 registry::v1::Region::Kind kind = registry::v1::Region::KIND_MUNICIPALITIES) {
    registry::v1::Region region =
        testing::SampleRequest<registry::v1::CreateRegionRequest>("nmd/region.json").region();
    region.set_name("regions/nmd");
    region.set_kind(kind);
    region.set_current_policy(current_policy);
    Put(registry::kRegions, registry::RegionName{"nmd"}.Key(), region);
  }

  // Wlz contracts belong to a care office, and its policy knows them.
  void BecomeACareOffice() {
    SetPolicy([](registry::v1::PolicyVersion& policy) {
      for (registry::v1::LadderLevel& row : *policy.mutable_ladder()) {
        row.add_legal_bases(registry::v1::LEGAL_BASIS_WLZ_CONTRACT);
      }
    });
    const registry::PolicyVersionName policy{"nmd", policy_number};
    PutRegion(policy.ToString(), registry::v1::Region::KIND_CARE_OFFICE);
  }

  void SetFourEyes(team::v1::Act act, team::v1::FourEyes rule) {
    SetPolicy([act, rule](registry::v1::PolicyVersion& policy) {
      for (registry::v1::FourEyesRule& row : *policy.mutable_four_eyes()) {
        if (row.act() == act) row.set_rule(rule);
      }
    });
  }

  void SetProvider(const std::function<void(registry::v1::Provider&)>& change) {
    registry::v1::Provider provider;
    provider.set_name(kProvider);
    provider.set_title("Woonzorg De Esdoorn");
    provider.set_profile(framework::v1::PROFILE_ZIN);
    change(provider);
    Put(registry::kProviders, registry::ProviderName{"nmd", "de-esdoorn"}.Key(), provider);
  }

  v1::Step StepAt(const std::string& name) {
    v1::GetStepRequest request;
    request.set_name(name);
    return desk.Ask(&GetStep, request, auditor).value_or(v1::Step());
  }
  v1::AcuteCase CaseAt(const std::string& name) {
    v1::GetAcuteCaseRequest request;
    request.set_name(name);
    return desk.Ask(&GetAcuteCase, request, auditor).value_or(v1::AcuteCase());
  }
  v1::Standing StandingFor(const std::string& body = "assen") {
    v1::GetEscalationRequest request;
    request.set_name(kEscalation);
    const v1::Escalation escalation = desk.Ask(&GetEscalation, request, auditor).value_or(v1::Escalation());
    for (const v1::Standing& standing : escalation.standings()) {
      if (standing.commissioning_body() == body) return standing;
    }
    return {};
  }

  template <class Confirmations>
  static std::string DigestIn(const Confirmations& confirmations, int index) {
    return index < confirmations.size() ? confirmations[index].content_digest() : "no confirmation asked";
  }

  void RunDeadlines() { ASSERT_THAT(desk.RunDeadlines(Deadlines()), IsOk()); }
  void PassDays(int days) { desk.clock.Advance(absl::Hours(24 * days)); }

  testing::Desk desk;
  int policy_number = 0;
  call::Caller qm = testing::Desk::As("quality-manager", {team::v1::ROLE_QUALITY_MANAGER});
  call::Caller sr = testing::Desk::As("second-reader", {team::v1::ROLE_SECOND_READER});
  call::Caller dec = testing::Desk::As("decision-maker", {team::v1::ROLE_DECISION_MAKER});
  call::Caller dec2 = testing::Desk::As("decision-maker-2", {team::v1::ROLE_DECISION_MAKER});
  call::Caller cm = testing::Desk::As("contract-manager", {team::v1::ROLE_CONTRACT_MANAGER});
  call::Caller team_member = testing::Desk::As("team-member", {team::v1::ROLE_TEAM_MEMBER});
  call::Caller auditor = testing::Desk::As("auditor", {team::v1::ROLE_AUDITOR});
  call::Caller provider_user =
      testing::Desk::As("provider-de-esdoorn", {team::v1::ROLE_PROVIDER_USER}, kProvider);
  call::Caller other_provider = testing::Desk::As("provider-het-veenhuis", {team::v1::ROLE_PROVIDER_USER},
                                                  "regions/nmd/providers/het-veenhuis");
  // One who may do all that a team does; four eyes look at the person, not at the role.
  call::Caller everything = testing::Desk::As(
      "alleskunner",
      {team::v1::ROLE_QUALITY_MANAGER, team::v1::ROLE_SECOND_READER, team::v1::ROLE_DECISION_MAKER});
};

}  // namespace waarborg::escalation

#endif  // WAARBORG_TESTS_SERVICES_ESCALATION_LADDER_SCENE_H_
