#ifndef WAARBORG_TESTS_SERVICES_ESCALATION_LADDER_DESK_H_
#define WAARBORG_TESTS_SERVICES_ESCALATION_LADDER_DESK_H_

// A desk at which the ladder is climbed: region nmd of the sample with its policy, one provider, and everyone
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

class LadderDesk : public ::testing::Test {
 protected:
  static constexpr char kProvider[] = "regions/nmd/providers/de-esdoorn";
  static constexpr char kEscalation[] = "regions/nmd/escalations/de-esdoorn";

  LadderDesk() {
    registry::v1::Region region =
        testing::SampleRequest<registry::v1::CreateRegionRequest>("nmd/region.json").region();
    region.set_name("regions/nmd");
    Put(registry::kRegions, registry::RegionName{"nmd"}.Key(), region);
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
    registry::v1::Region region =
        testing::SampleRequest<registry::v1::CreateRegionRequest>("nmd/region.json").region();
    region.set_name("regions/nmd");
    region.set_current_policy(name.ToString());
    Put(registry::kRegions, registry::RegionName{"nmd"}.Key(), region);
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

  static std::string StepOf(const std::string& body, const std::string& id = "stap") {
    return std::string(kEscalation) + "/steps/" + id + "-" + body;
  }
  static std::string CaseOf(const std::string& body, const std::string& id = "acuut") {
    return std::string(kEscalation) + "/acuteCases/" + id + "-" + body;
  }

  static v1::ProposeStepsRequest Proposal(Level level, const std::vector<std::string>& bodies = {"assen"}) {
    v1::ProposeStepsRequest request;
    request.set_parent(kEscalation);
    for (const std::string& body : bodies) request.add_commissioning_bodies(body);
    request.set_level(level);
    request.set_legal_basis(registry::v1::LEGAL_BASIS_CONTRACT);
    request.add_grounds(v1::Step::GROUND_SEVERITY);
    request.mutable_advice()->set_quality_and_law("Veiligheid is te laag.");
    request.mutable_advice()->set_context("Veel wisselingen in de leiding.");
    request.mutable_advice()->set_trust("Afspraken zijn niet nagekomen.");
    request.set_skip_reason("Een lichtere trede helpt hier niet.");
    request.set_step_id("stap");
    return request;
  }
  static v1::ProposeStepsRequest ProposalDown(Level level,
                                              const std::vector<std::string>& bodies = {"assen"}) {
    v1::ProposeStepsRequest request = Proposal(level, bodies);
    request.set_step_id("af");
    request.clear_grounds();
    request.add_grounds(v1::Step::GROUND_IMPROVED);
    return request;
  }

  absl::StatusOr<v1::ProposeStepsResponse> Propose(const v1::ProposeStepsRequest& request) {
    return desk.Run(&ProposeSteps, request, qm);
  }

  absl::StatusOr<v1::Step> Confirm(const std::string& name, const call::Caller& who) {
    v1::ConfirmStepRequest request;
    request.set_name(name);
    request.set_content_digest(DigestIn(StepAt(name).confirmations(), 0));
    return desk.Run(&ConfirmStep, request, who);
  }

  // One of the requests that hold nothing but a name.
  template <class Request>
  absl::StatusOr<v1::Step> Do(absl::StatusOr<v1::Step> (*command)(ledger::UnitOfWork&, const Request&),
                              const std::string& name, const call::Caller& who) {
    Request request;
    request.set_name(name);
    return desk.Run(command, request, who);
  }

  // One of the requests that hold a name and a reason.
  template <class Request, class Response>
  absl::StatusOr<Response> DoFor(absl::StatusOr<Response> (*command)(ledger::UnitOfWork&, const Request&),
                                 const std::string& name, const call::Caller& who,
                                 const std::string& reason = "Omdat het nodig is.") {
    Request request;
    request.set_name(name);
    request.set_reason(reason);
    return desk.Run(command, request, who);
  }

  absl::StatusOr<v1::Step> GiveView(const std::string& name, const call::Caller& who) {
    v1::RecordViewRequest request;
    request.set_name(name);
    request.set_text("Wij hebben een interim-manager aangesteld.");
    if (who.member != provider_user.member) *request.mutable_on_behalf_of_provider() = Letter();
    return desk.Run(&RecordView, request, who);
  }

  absl::StatusOr<v1::Step> GiveAnswer(const std::string& name, int view = 0) {
    v1::AnswerViewRequest request;
    request.set_name(name);
    request.set_view(view);
    request.set_answer("Dat is meegewogen.");
    return desk.Run(&AnswerView, request, qm);
  }

  team::v1::OnBehalfOfProvider Letter() {
    team::v1::OnBehalfOfProvider letter;
    letter.set_document("Brief van de aanbieder");
    *letter.mutable_date() = Day(0);
    return letter;
  }

  google::type::Date Day(int offset) { return ledger::DateOf(ledger::Today(desk.clock.Now()) + offset); }

  // Terms that every level allows.
  v1::MeasureTerms Terms(int end_day = 182) {
    v1::MeasureTerms terms;
    *terms.mutable_start_date() = Day(0);
    *terms.mutable_end_date() = Day(end_day);
    terms.set_continuity_plan("De bewoners blijven waar zij wonen.");
    return terms;
  }

  v1::DecideStepRequest Decision(const std::string& name) {
    v1::DecideStepRequest request;
    request.set_name(name);
    request.set_reason("Het college volgt het advies.");
    *request.mutable_terms() = Terms();
    return request;
  }
  absl::StatusOr<v1::Step> DecideAsProposed(const std::string& name, const call::Caller& who) {
    return desk.Run(&DecideStep, Decision(name), who);
  }
  absl::StatusOr<v1::Step> DecideLighterThan(const std::string& name, Level level, const call::Caller& who) {
    v1::DecideLighterRequest request;
    request.set_name(name);
    request.set_level(level);
    request.set_reason("Een lichtere maatregel volstaat.");
    *request.mutable_terms() = Terms();
    return desk.Run(&DecideLighter, request, who);
  }
  absl::StatusOr<v1::Step> Reopen(const std::string& name, Level level, const call::Caller& who) {
    v1::ReopenHearingRequest request;
    request.set_name(name);
    request.set_level(level);
    request.set_reason("Er zijn nieuwe feiten.");
    return desk.Run(&ReopenHearing, request, who);
  }

  // Carries a proposed step on to READY, as policy and level ask.
  void MakeReady(const std::string& name) {
    const bool high = StepAt(name).confirmations(0).act() == team::v1::ACT_STEP_HIGH;
    if (high) {
      ASSERT_THAT(Confirm(name, sr), IsOk());
    } else {
      ASSERT_THAT(Do(&SkipConfirmation, name, qm), IsOk());
    }
    if (Do(&SkipHearing, name, qm).ok()) return;
    ASSERT_THAT(Do(&OpenHearing, name, qm), IsOk());
    ASSERT_THAT(GiveView(name, provider_user), IsOk());
    ASSERT_THAT(GiveAnswer(name), IsOk());
    ASSERT_THAT(Do(&CloseHearing, name, qm), IsOk());
  }

  // Puts the provider at this level for the body, by a whole step.
  void Impose(Level level, const std::string& body = "assen", const std::string& id = "eerder") {
    v1::ProposeStepsRequest request = Proposal(level, {body});
    request.set_step_id(id);
    ASSERT_THAT(Propose(request), IsOk());
    MakeReady(StepOf(body, id));
    ASSERT_THAT(DecideAsProposed(StepOf(body, id), dec), IsOk());
  }

  // A step to this level, ready to be decided.
  std::string Ready(Level level, const std::string& body = "assen") {
    EXPECT_THAT(Propose(Proposal(level, {body})), IsOk());
    MakeReady(StepOf(body));
    return StepOf(body);
  }

  static v1::RaiseAcuteCasesRequest Danger(const std::vector<std::string>& bodies = {"assen"}) {
    v1::RaiseAcuteCasesRequest request;
    request.set_parent(kEscalation);
    for (const std::string& body : bodies) request.add_commissioning_bodies(body);
    request.set_danger("Bewoners zijn 's nachts alleen.");
    request.set_persons("Zes bewoners.");
    request.set_source("Gezien tijdens een bezoek.");
    request.set_legal_basis(registry::v1::LEGAL_BASIS_CONTRACT);
    request.set_acute_case_id("acuut");
    return request;
  }
  absl::StatusOr<v1::RaiseAcuteCasesResponse> Raise(const v1::RaiseAcuteCasesRequest& request) {
    return desk.Run(&RaiseAcuteCases, request, team_member);
  }
  absl::StatusOr<v1::AcuteCase> ImposeAtOnce(const std::string& name, Level level, const call::Caller& who) {
    v1::ImposeProvisionalRequest request;
    request.set_name(name);
    request.set_level(level);
    request.set_acute_reason("Nieuwe plaatsingen zijn onveilig.");
    request.set_no_hearing_reason("Vanavond staat een plaatsing gepland.");
    return desk.Run(&ImposeProvisional, request, who);
  }
  absl::StatusOr<v1::AcuteCase> Hear(const std::string& name, const call::Caller& who) {
    v1::HearAfterwardsRequest request;
    request.set_name(name);
    request.set_text("Er is nu een achterwacht.");
    if (who.member != provider_user.member) *request.mutable_on_behalf_of_provider() = Letter();
    return desk.Run(&HearAfterwards, request, who);
  }
  absl::StatusOr<v1::AcuteCase> AnswerAcute(const std::string& name) {
    v1::AnswerAcuteViewRequest request;
    request.set_name(name);
    request.set_answer("Dat neemt de oorzaak niet weg.");
    return desk.Run(&AnswerAcuteView, request, qm);
  }
  absl::StatusOr<v1::AcuteCase> Ratify(const std::string& name, const call::Caller& who) {
    v1::RatifyProvisionalRequest request;
    request.set_name(name);
    request.set_reason("De stop blijft nodig.");
    *request.mutable_terms() = Terms();
    return desk.Run(&RatifyProvisional, request, who);
  }
  // A case with a client stop in force, imposed by `dec`.
  std::string Provisional(const std::string& body = "assen") {
    EXPECT_THAT(Raise(Danger({body})), IsOk());
    EXPECT_THAT(ImposeAtOnce(CaseOf(body), LEVEL_CLIENT_STOP, dec), IsOk());
    return CaseOf(body);
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

#endif  // WAARBORG_TESTS_SERVICES_ESCALATION_LADDER_DESK_H_
