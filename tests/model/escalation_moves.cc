#include "services/escalation/commands.h"
#include "services/registry/commands.h"
#include "tests/model/moves.h"

namespace waarborg::model {
namespace {

using namespace escalation::v1;  // NOLINT(google-build-using-namespace): the requests of one service

constexpr const char* kBodies[] = {"assen", "tynaarlo"};

const Step& StepAt(const World& world, const std::string& name) { return world.shelves().Find<Step>(name); }
const AcuteCase& CaseAt(const World& world, const std::string& name) {
  return world.shelves().Find<AcuteCase>(name);
}

Level LevelOf(const World& world, const std::string& body) {
  const Shelf<Standing>& all = world.shelves().Of<Standing>();
  const auto found = all.find(absl::StrCat(kEscalation, "/standings/", body));
  return found == all.end() ? registry::v1::LEVEL_MONITORING : found->second.level();
}

// The end of a contract is rare, so that histories go on.
Level SomeLevel(World& world) {
  return world.Chance(4) ? registry::v1::LEVEL_CONTRACT_TERMINATION : static_cast<Level>(1 + world.Below(5));
}

registry::v1::LegalBasis SomeBasis(World& world) {
  return static_cast<registry::v1::LegalBasis>(1 + world.Below(4));
}

void SetTerms(World& world, MeasureTerms& terms) {
  *terms.mutable_start_date() = world.Day(0);
  if (!world.Chance(2)) *terms.mutable_end_date() = world.Day(30 + world.Below(200));
  if (!world.Chance(2)) terms.set_continuity_plan("De bewoners blijven waar zij wonen.");
}

absl::Status Publish(World& world, const std::string& /*target*/, const call::Caller& /*who*/) {
  registry::v1::PublishPolicyVersionRequest request;
  request.set_parent(kRegion);
  *request.mutable_policy() = NewPolicy(world);
  request.set_reason(world.Reason());
  return world.Do(&registry::PublishPolicyVersion, request, world.Member("administrator"));
}

absl::Status Propose(World& world, const std::string& /*target*/, const call::Caller& who) {
  ProposeStepsRequest request;
  request.set_parent(kEscalation);
  const std::string body = world.Pick(kBodies);
  request.add_commissioning_bodies(body);
  if (world.Chance(20)) request.add_commissioning_bodies(body == kBodies[0] ? kBodies[1] : kBodies[0]);
  request.set_level(SomeLevel(world));
  request.set_legal_basis(SomeBasis(world));
  const bool down = request.level() < LevelOf(world, body);
  const bool wrong = world.Chance(3);
  request.add_grounds(down != wrong ? Step::GROUND_IMPROVED : Step::GROUND_SEVERITY);
  request.mutable_advice()->set_quality_and_law("Veiligheid is te laag.");
  request.mutable_advice()->set_context("Veel wisselingen.");
  request.mutable_advice()->set_trust("Afspraken zijn niet nagekomen.");
  if (world.Chance(95)) request.set_skip_reason("Een lichtere trede helpt hier niet.");
  request.set_urgent(world.Chance(20));
  return world.Do(&escalation::ProposeSteps, request, who);
}

absl::Status ConfirmProposal(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<ConfirmStepRequest>(target);
  ConfirmStepActRequest chosen;
  Choose(world, StepAt(world, target), chosen);
  request.set_content_digest(chosen.content_digest());
  return world.Do(&escalation::ConfirmStep, request, who);
}

absl::Status Open(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<OpenHearingRequest>(target);
  if (world.Chance(20)) request.add_joint_with(SomeName<Step>(world));
  return world.Do(&escalation::OpenHearing, request, who);
}

template <auto command, class Request>
absl::Status Tell(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<Request>(target);
  request.set_text("Er is nu een achterwacht.");
  NameDocument(world, who, request);
  return world.Do(command, request, who);
}

// The first view without an answer.
template <class Views>
int Unanswered(const Views& views) {
  int index = 0;
  while (index < views.size() && !views[index].answer().empty()) ++index;
  return index;
}

absl::Status AnswerStep(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<AnswerViewRequest>(target);
  request.set_view(Unanswered(StepAt(world, target).hearing().views()));
  request.set_answer("Dat is meegewogen.");
  return world.Do(&escalation::AnswerView, request, who);
}

absl::Status Align(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<RecordAlignmentRequest>(target);
  request.mutable_alignment()->add_partners(world.Chance(90) ? "IGJ" : "Inspectie");
  *request.mutable_alignment()->mutable_date() = world.Day(0);
  request.mutable_alignment()->set_text("Besproken.");
  return world.Do(&escalation::RecordAlignment, request, who);
}

absl::Status Decide(World& world, const std::string& target, const call::Caller& who) {
  auto request = Because<DecideStepRequest>(world, target);
  SetTerms(world, *request.mutable_terms());
  request.set_validate_only(world.Chance(5));
  return world.Do(&escalation::DecideStep, request, who);
}

absl::Status Lighten(World& world, const std::string& target, const call::Caller& who) {
  auto request = Because<DecideLighterRequest>(world, target);
  request.set_level(SomeLevel(world));
  SetTerms(world, *request.mutable_terms());
  return world.Do(&escalation::DecideLighter, request, who);
}

absl::Status Reopen(World& world, const std::string& target, const call::Caller& who) {
  auto request = Because<ReopenHearingRequest>(world, target);
  request.set_level(SomeLevel(world));
  return world.Do(&escalation::ReopenHearing, request, who);
}

template <auto command, class Request, class Record>
absl::Status ConfirmEnding(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<Request>(target);
  Choose(world, world.shelves().Find<Record>(target), request);
  return world.Do(command, request, who);
}

template <auto command, class Request>
absl::Status AddMeasure(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<Request>(target);
  request.mutable_side_measure()->set_kind(static_cast<SideMeasure::Kind>(1 + world.Below(6)));
  request.mutable_side_measure()->set_reason(world.Reason());
  return world.Do(command, request, who);
}

template <auto command, class Request>
absl::Status Object(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<Request>(target);
  *request.mutable_objection()->mutable_date() = world.Day(-world.Below(3));
  request.mutable_objection()->set_text("Wij zijn het er niet mee eens.");
  if (world.Chance(40)) request.mutable_objection()->set_outcome("Ongegrond.");
  NameDocument(world, who, request);
  return world.Do(command, request, who);
}

absl::Status Prolong(World& world, const std::string& /*target*/, const call::Caller& /*who*/) {
  auto request =
      Because<ProlongMeasureRequest>(world, absl::StrCat(kEscalation, "/standings/", world.Pick(kBodies)));
  *request.mutable_end_date() = world.Day(world.Below(400));
  const call::Caller& who =
      world.SomeoneWith({team::v1::ROLE_DECISION_MAKER, team::v1::ROLE_QUALITY_MANAGER});
  return world.Do(&escalation::ProlongMeasure, request, who);
}

absl::Status Evaluate(World& world, const std::string& /*target*/, const call::Caller& /*who*/) {
  auto request =
      Because<RecordEvaluationRequest>(world, absl::StrCat(kEscalation, "/standings/", world.Pick(kBodies)));
  if (world.Chance(50)) *request.mutable_evaluation_date() = world.Day(world.Below(60));
  const call::Caller& who =
      world.SomeoneWith({team::v1::ROLE_DECISION_MAKER, team::v1::ROLE_QUALITY_MANAGER});
  return world.Do(&escalation::RecordEvaluation, request, who);
}

absl::Status Raise(World& world, const std::string& /*target*/, const call::Caller& who) {
  RaiseAcuteCasesRequest request;
  request.set_parent(kEscalation);
  request.add_commissioning_bodies(world.Pick(kBodies));
  request.set_danger("Bewoners zijn 's nachts alleen.");
  request.set_persons("Zes bewoners.");
  request.set_source("Gezien tijdens een bezoek.");
  request.set_legal_basis(SomeBasis(world));
  return world.Do(&escalation::RaiseAcuteCases, request, who);
}

absl::Status Impose(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<ImposeProvisionalRequest>(target);
  request.set_level(static_cast<Level>(registry::v1::LEVEL_HEIGHTENED_SUPERVISION + world.Below(3)));
  request.set_acute_reason("Nieuwe plaatsingen zijn onveilig.");
  request.set_no_hearing_reason("Vanavond staat een plaatsing gepland.");
  return world.Do(&escalation::ImposeProvisional, request, who);
}

absl::Status AnswerCase(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<AnswerAcuteViewRequest>(target);
  request.set_view(Unanswered(CaseAt(world, target).views()));
  request.set_answer("Dat neemt de oorzaak niet weg.");
  return world.Do(&escalation::AnswerAcuteView, request, who);
}

absl::Status Ratify(World& world, const std::string& target, const call::Caller& who) {
  auto request = Because<RatifyProvisionalRequest>(world, target);
  SetTerms(world, *request.mutable_terms());
  return world.Do(&escalation::RatifyProvisional, request, who);
}

absl::Status Notify(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<NotifyPartnerRequest>(target);
  request.mutable_notice()->set_partner(world.Chance(80) ? "IGJ" : "Veilig Thuis");
  request.mutable_notice()->set_text("Ter kennisgeving.");
  return world.Do(&escalation::NotifyPartner, request, who);
}

}  // namespace

const std::vector<Move>& EscalationMoves() {
  using namespace escalation;  // NOLINT(google-build-using-namespace): the commands of one service
  static constexpr char kStep[] = "step";
  static constexpr char kCase[] = "acute_case";
  static const std::vector<Move>& moves = *new std::vector<Move>{
      {"Publish", "", "", Way::kOpens, 1, &Publish},
      {"Prolong", "", "", Way::kBeside, 1, &Prolong},
      {"Evaluate", "", "", Way::kBeside, 1, &Evaluate},
      {"Propose", kStep, "propose", Way::kOpens, 8, &Propose},
      {"ConfirmProposal", kStep, "confirm", Way::kOn, 5, &ConfirmProposal},
      {"SkipConfirmation", kStep, "skip_confirmation", Way::kOn, 3,
       &Simply<&SkipConfirmation, SkipConfirmationRequest>},
      {"Reject", kStep, "reject", Way::kOn, 1, &For<&RejectStep, RejectStepRequest>},
      {"SkipHearing", kStep, "skip_hearing", Way::kOn, 5, &Simply<&SkipHearing, SkipHearingRequest>},
      {"Open", kStep, "open_hearing", Way::kOn, 5, &Open},
      {"RecordView", kStep, "record_view", Way::kBeside, 2, &Tell<&RecordView, RecordViewRequest>},
      {"CloseHearing", kStep, "close_hearing", Way::kOn, 4, &Simply<&CloseHearing, CloseHearingRequest>},
      {"AnswerStep", kStep, "answer_view", Way::kBeside, 5, &AnswerStep},
      {"Align", kStep, "record_alignment", Way::kBeside, 2, &Align},
      {"Decide", kStep, "decide", Way::kOn, 7, &Decide},
      {"Lighten", kStep, "decide_lighter", Way::kOn, 6, &Lighten},
      {"DecideNot", kStep, "decide_not", Way::kOn, 2, &For<&DecideNot, DecideNotRequest>},
      {"Reopen", kStep, "reopen_hearing", Way::kBack, 4, &Reopen},
      {"Withdraw", kStep, "withdraw", Way::kOn, 1, &For<&WithdrawStep, WithdrawStepRequest>},
      {"ConfirmAct", kStep, "confirm_act", Way::kBeside, 1,
       &ConfirmEnding<&ConfirmStepAct, ConfirmStepActRequest, Step>},
      {"AddMeasure", kStep, "add_side_measure", Way::kBeside, 1,
       &AddMeasure<&AddSideMeasure, AddSideMeasureRequest>},
      {"Object", kStep, "register_objection", Way::kBeside, 1,
       &Object<&RegisterObjection, RegisterObjectionRequest>},
      {"Raise", kCase, "raise", Way::kOpens, 2, &Raise},
      {"Dismiss", kCase, "dismiss", Way::kOn, 2, &For<&DismissAcuteCase, DismissAcuteCaseRequest>},
      {"ConfirmCase", kCase, "confirm_act", Way::kBeside, 2,
       &ConfirmEnding<&ConfirmAcuteCase, ConfirmAcuteCaseRequest, AcuteCase>},
      {"Impose", kCase, "impose_provisional", Way::kOn, 8, &Impose},
      {"HearAfterwards", kCase, "hear_afterwards", Way::kBeside, 4,
       &Tell<&HearAfterwards, HearAfterwardsRequest>},
      {"AnswerCase", kCase, "answer_view", Way::kBeside, 6, &AnswerCase},
      {"Ratify", kCase, "ratify", Way::kOn, 8, &Ratify},
      {"Lift", kCase, "lift", Way::kOn, 2, &For<&LiftProvisional, LiftProvisionalRequest>},
      {"Notify", kCase, "notify_partner", Way::kBeside, 2, &Notify},
      {"AddMeasureToCase", kCase, "add_side_measure", Way::kBeside, 1,
       &AddMeasure<&AddAcuteSideMeasure, AddAcuteSideMeasureRequest>},
      {"ObjectToCase", kCase, "register_objection", Way::kBeside, 1,
       &Object<&RegisterAcuteObjection, RegisterAcuteObjectionRequest>}};
  return moves;
}

}  // namespace waarborg::model
