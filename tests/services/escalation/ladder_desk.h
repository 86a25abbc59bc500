#ifndef WAARBORG_TESTS_SERVICES_ESCALATION_LADDER_DESK_H_
#define WAARBORG_TESTS_SERVICES_ESCALATION_LADDER_DESK_H_

// A desk at which the ladder is climbed: what people do with steps and acute cases, in a few words each.

#include <string>
#include <vector>

#include "tests/services/escalation/ladder_scene.h"

namespace waarborg::escalation {

class LadderDesk : public LadderScene {
 protected:
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

  // Alignment of today with these partners.
  absl::StatusOr<v1::Step> Align(const std::string& name, const std::vector<std::string>& partners) {
    v1::RecordAlignmentRequest request;
    request.set_name(name);
    for (const std::string& partner : partners) request.mutable_alignment()->add_partners(partner);
    request.mutable_alignment()->set_text("Besproken.");
    *request.mutable_alignment()->mutable_date() = Day(0);
    return desk.Run(&RecordAlignment, request, qm);
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
  absl::StatusOr<v1::AcuteCase> Notify(const std::string& name, const std::string& partner = "IGJ") {
    v1::NotifyPartnerRequest request;
    request.set_name(name);
    request.mutable_notice()->set_partner(partner);
    request.mutable_notice()->set_text("Gebeld en schriftelijk bevestigd.");
    return desk.Run(&NotifyPartner, request, qm);
  }
  // A case with a client stop in force, imposed by `dec`.
  std::string Provisional(const std::string& body = "assen") {
    EXPECT_THAT(Raise(Danger({body})), IsOk());
    EXPECT_THAT(ImposeAtOnce(CaseOf(body), LEVEL_CLIENT_STOP, dec), IsOk());
    return CaseOf(body);
  }
};

}  // namespace waarborg::escalation

#endif  // WAARBORG_TESTS_SERVICES_ESCALATION_LADDER_DESK_H_
