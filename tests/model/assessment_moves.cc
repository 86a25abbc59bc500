#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "google/rpc/error_details.pb.h"
#include "services/assessment/commands.h"
#include "services/assessment/names.h"
#include "services/flow/conclude_judgement.h"
#include "services/flow/create_assessment.h"
#include "services/flow/finalise_assessment.h"
#include "services/flow/report_acute_unsafety.h"
#include "tests/model/moves.h"

namespace waarborg::model {
namespace {

using namespace assessment::v1;  // NOLINT(google-build-using-namespace): the requests of one service

const Assessment& At(const World& world, const std::string& name) {
  return world.shelves().Find<Assessment>(name);
}

std::string SomeCriterion(World& world) { return world.Pick(world.framework().criteria()).id(); }

void AddExtra(World& world, ScopeExtra& extra) {
  extra.add_criteria(SomeCriterion(world));
  extra.set_reason("Er kwamen signalen over.");
}

CreateAssessmentRequest Wanted(World& world) {
  CreateAssessmentRequest request;
  request.set_parent(kRegion);
  Assessment& wish = *request.mutable_assessment();
  wish.set_provider(kProvider);
  wish.set_kind(registry::v1::ASSESSMENT_KIND_FULL);
  wish.set_selection_reason(Assessment::SELECTION_REASON_RISK);
  wish.set_legal_basis(world.Chance(70) ? registry::v1::LEGAL_BASIS_CONTRACT
                                        : registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  return request;
}

absl::Status Create(World& world, const std::string& /*target*/, const call::Caller& who) {
  CreateAssessmentRequest request = Wanted(world);
  Assessment& wish = *request.mutable_assessment();
  const int kind = world.Below(10);
  if (kind == 0) wish.set_kind(registry::v1::ASSESSMENT_KIND_URGENT);
  if (kind == 1) wish.set_kind(registry::v1::ASSESSMENT_KIND_THEMATIC);
  if (kind <= 1 && world.Chance(80)) wish.add_themes("HOME");
  if (kind == 0) wish.clear_themes();
  return world.Do(&flow::CreateAssessment, request, who);
}

// Of the plan's last re-assessment that was decided, else of the assessment it mends.
std::string LatestResult(const World& world, const ImprovementPlan& plan) {
  std::string latest = plan.assessment();
  for (const std::string& each : plan.re_assessments()) {
    const Assessment::State state = At(world, each).state();
    if (state == Assessment::STATE_FINAL || state == Assessment::STATE_CLOSED) latest = each;
  }
  return latest;
}

absl::Status CreateAgain(World& world, const std::string& plan_name, const call::Caller& who) {
  const ImprovementPlan plan = world.shelves().Find<ImprovementPlan>(plan_name);
  CreateAssessmentRequest request = Wanted(world);
  Assessment& wish = *request.mutable_assessment();
  wish.set_kind(registry::v1::ASSESSMENT_KIND_RE_ASSESSMENT);
  wish.set_selection_reason(Assessment::SELECTION_REASON_RE_ASSESSMENT);
  wish.set_improvement_plan(plan.name());
  wish.set_parent_assessment(world.Chance(95) ? LatestResult(world, plan) : plan.assessment());
  if (world.Chance(95)) wish.set_legal_basis(At(world, wish.parent_assessment()).legal_basis());
  if (world.Chance(30)) AddExtra(world, *wish.add_extras());
  return world.Do(&flow::CreateAssessment, request, who);
}

absl::Status Announce(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<AnnounceAssessmentRequest>(target);
  *request.mutable_visit_date() = world.Day(world.Below(30) - 1);
  return world.Do(&assessment::AnnounceAssessment, request, who);
}

template <class Request>
void SetDelegation(World& world, Request& request) {
  request.add_delegation(world.Member("team-member").member);
  if (world.Chance(30)) request.add_delegation(world.Pick(world.cast()).member);
}

absl::Status Unannounced(World& world, const std::string& target, const call::Caller& who) {
  auto request = Because<StartUnannouncedRequest>(world, target);
  request.add_delegation(world.Member("team-member").member);
  return world.Do(&assessment::StartUnannounced, request, who);
}

absl::Status Scope(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<SetScopeRequest>(target);
  if (world.Chance(30)) {
    ScopeExclusion& exclusion = *request.add_exclusions();
    exclusion.add_criteria(SomeCriterion(world));
    exclusion.set_reason("Vorige maand nog gezien.");
  }
  const bool again = At(world, target).kind() == registry::v1::ASSESSMENT_KIND_RE_ASSESSMENT;
  if (again && world.Chance(50)) AddExtra(world, *request.add_extras());
  return world.Do(&assessment::SetScope, request, who);
}

absl::Status StartVisit(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<StartFieldworkRequest>(target);
  SetDelegation(world, request);
  return world.Do(&assessment::StartFieldwork, request, who);
}

absl::Status NoteObservation(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<RecordObservationRequest>(target);
  request.set_text("De gang staat vol.");
  return world.Do(&assessment::RecordObservation, request, who);
}

absl::Status ReportDanger(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<ReportAcuteUnsafetyRequest>(target);
  request.set_danger("Bewoners zijn alleen.");
  request.set_persons("Zes bewoners.");
  request.add_commissioning_bodies(world.Chance(50) ? "assen" : "tynaarlo");
  return world.Do(&flow::ReportAcuteUnsafety, request, who);
}

framework::v1::Score SomeScore(World& world, int weak_percent) {
  if (!world.Chance(weak_percent)) return framework::v1::SCORE_MEETS;
  return world.Pick(std::vector{framework::v1::SCORE_LARGELY_MEETS, framework::v1::SCORE_MEETS_NOT,
                                framework::v1::SCORE_MEETS_NOT, framework::v1::SCORE_NOT_TESTED,
                                framework::v1::SCORE_LARGELY_NOT});
}

// Mostly all that is in scope; how weak differs from one time to another.
absl::Status Score(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<ScoreFindingsRequest>(target);
  const int weak_percent = world.Pick(std::vector{0, 30, 60});
  const bool all = world.Chance(75);
  for (const ScopeItem& item : At(world, target).scope().items()) {
    if (!item.in_scope() && !world.Chance(1)) continue;
    if (!all && world.Chance(60)) continue;
    FindingScore& score = *request.add_scores();
    score.set_criterion(item.criterion());
    score.set_score(SomeScore(world, weak_percent));
    score.set_motivation(world.Chance(2) ? "" : absl::StrCat("Gezien in dossier ", world.Below(9)));
  }
  return world.Do(&assessment::ScoreFindings, request, who);
}

template <auto command, class Request>
absl::Status JudgeInWords(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<Request>(target);
  request.set_text("Op orde, met een kanttekening.");
  return world.Do(command, request, who);
}

absl::Status JudgeTrustNow(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<JudgeTrustRequest>(target);
  TrustRecord& trust = *request.mutable_trust();
  trust.set_judgement(world.Chance(70) ? framework::v1::TRUST_JUDGEMENT_PRESENT
                                       : framework::v1::TRUST_JUDGEMENT_DAMAGED);
  trust.set_change(TrustRecord::CHANGE_UNCHANGED);
  trust.set_text("Afspraken zijn nagekomen.");
  return world.Do(&assessment::JudgeTrust, request, who);
}

void AnswerChoice(const std::string& choice, Conclusion& conclusion) {
  ChoiceAnswer& answer = *conclusion.add_answers();
  answer.set_choice(choice);
  answer.set_text("Gedekt door het plan.");
}

// The choices that a refusal says are still open.
std::vector<std::string> StillOpen(const absl::Status& refusal) {
  google::rpc::ErrorInfo info;
  const google::rpc::Status details = call::DetailsOf(refusal);
  for (const google::protobuf::Any& detail : details.details()) {
    if (!detail.UnpackTo(&info) || info.reason() != "CHOICE_UNANSWERED") continue;
    return absl::StrSplit(info.metadata().at("choices"), ", ");
  }
  return {};
}

// Mostly what the rule advised on the scores alone; grounds are given, whether needed or not.
Conclusion SomeConclusion(World& world, const Assessment& record) {
  const framework::v1::Evaluation& advice =
      record.has_merged_evaluation() ? record.merged_evaluation() : record.evaluation();
  Conclusion conclusion;
  conclusion.set_severity(world.Chance(85) ? framework::v1::SEVERITY_NONE : framework::v1::SEVERITY_SERIOUS);
  *conclusion.mutable_follow_up() = advice.follow_up();
  if (world.Chance(15)) {
    conclusion.clear_follow_up();
    conclusion.add_follow_up(framework::v1::FOLLOW_UP_MONITORING_CONTRACT_MANAGEMENT);
  }
  for (const std::string& choice : advice.choices_required()) AnswerChoice(choice, conclusion);
  if (world.Chance(80)) {
    conclusion.add_deviation_grounds(Conclusion::GROUND_NATURE_AND_SEVERITY);
    conclusion.set_deviation_text("De aard van de tekortkomingen.");
  }
  const bool again = record.kind() == registry::v1::ASSESSMENT_KIND_RE_ASSESSMENT;
  if (again) conclusion.set_outcome(static_cast<Outcome>(1 + world.Below(3)));
  return conclusion;
}

// Whoever is told which choices are open answers them.
absl::Status Conclude(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<ConcludeJudgementRequest>(target);
  *request.mutable_conclusion() = SomeConclusion(world, At(world, target));
  request.set_validate_only(world.Chance(5));
  const absl::Status status = world.Do(&flow::ConcludeJudgement, request, who);
  const std::vector<std::string> open = StillOpen(status);
  if (open.empty()) return status;
  for (const std::string& choice : open) AnswerChoice(choice, *request.mutable_conclusion());
  return world.Do(&flow::ConcludeJudgement, request, who);
}

// The part that is missing, in the fixed order; when nothing is, the draft.
absl::Status JudgeOn(World& world, const std::string& target, const call::Caller& who) {
  const Judgement& judgement = At(world, target).judgement();
  if (!judgement.has_quality_and_law()) {
    return JudgeInWords<&assessment::JudgeQuality, JudgeQualityRequest>(world, target, who);
  }
  if (!judgement.has_context()) {
    return JudgeInWords<&assessment::JudgeContext, JudgeContextRequest>(world, target, who);
  }
  if (!judgement.has_trust()) return JudgeTrustNow(world, target, who);
  if (!judgement.has_conclusion()) return Conclude(world, target, who);
  return Simply<&assessment::SendDraft, SendDraftRequest>(world, target, who);
}

absl::Status Confirm(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<ConfirmAssessmentRequest>(target);
  Choose(world, At(world, target), request);
  return world.Do(&assessment::ConfirmAssessment, request, who);
}

// A finding of the assessment: one with a remark that waits, when that is asked and there is one.
std::string SomeFinding(World& world, const std::string& assessment, bool with_open_remark) {
  std::vector<std::string> open;
  for (const auto& [name, finding] : world.shelves().Of<Finding>()) {
    const bool waits = finding.has_remark() && !finding.has_remark_answer();
    if (absl::StartsWith(name, assessment + "/") && waits) open.push_back(name);
  }
  if (with_open_remark && !open.empty()) return world.Pick(open);
  return absl::StrCat(assessment, "/findings/", SomeCriterion(world));
}

absl::Status GiveRemark(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<RecordRemarkRequest>(SomeFinding(world, target, /*with_open_remark=*/false));
  request.mutable_remark()->set_kind(Remark::KIND_VIEW);
  request.mutable_remark()->set_text("Dat zien wij anders.");
  NameDocument(world, who, request);
  return world.Do(&assessment::RecordRemark, request, who);
}

absl::Status Respond(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<SubmitResponseRequest>(target);
  request.set_text("Wij gaan aan de slag.");
  NameDocument(world, who, request);
  return world.Do(&assessment::SubmitResponse, request, who);
}

absl::Status Extend(World& world, const std::string& target, const call::Caller& who) {
  auto request = Because<ExtendResponseTermRequest>(world, target);
  *request.mutable_due_date() = world.Day(world.Below(40));
  return world.Do(&assessment::ExtendResponseTerm, request, who);
}

absl::Status Answer(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<AnswerRemarkRequest>(SomeFinding(world, target, /*with_open_remark=*/true));
  request.mutable_answer()->set_text("Dat is meegewogen.");
  return world.Do(&assessment::AnswerRemark, request, who);
}

// The same reason brings the same scores, so that a wish can be put forward again.
absl::Status Correct(World& world, const std::string& target, const call::Caller& who) {
  auto request = Because<CorrectAssessmentRequest>(world, target);
  for (const ScopeItem& item : At(world, target).scope().items()) {
    if (!item.in_scope()) continue;
    FindingScore& score = *request.add_scores();
    score.set_criterion(item.criterion());
    score.set_score(request.reason().size() % 2 == 0 ? framework::v1::SCORE_MEETS
                                                     : framework::v1::SCORE_LARGELY_MEETS);
    score.set_motivation("Verkeerd overgenomen.");
    break;
  }
  return world.Do(&assessment::CorrectAssessment, request, who);
}

absl::Status Close(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<CloseAssessmentRequest>(target);
  for (const int follow_up : At(world, target).judgement().conclusion().follow_up()) {
    if (world.Chance(10)) continue;
    HandOver& each = *request.add_hand_overs();
    each.set_follow_up(static_cast<framework::v1::FollowUp>(follow_up));
    each.set_text("Overgedragen aan de contractmanager.");
  }
  return world.Do(&assessment::CloseAssessment, request, who);
}

}  // namespace

const std::vector<Move>& AssessmentMoves() {
  using namespace assessment;  // NOLINT(google-build-using-namespace): the commands of one service
  static constexpr char kNoun[] = "assessment";
  static const std::vector<Move>& moves = *new std::vector<Move>{
      {"Create", kNoun, "create", Way::kOpens, 8, &Create},
      {"CreateAgain", "improvement_plan", "link_re_assessment", Way::kOn, 14, &CreateAgain},
      {"Announce", kNoun, "announce", Way::kOn, 6, &Announce},
      {"Unannounced", kNoun, "start_unannounced", Way::kOn, 2, &Unannounced},
      {"OpenPreparation", kNoun, "open_preparation", Way::kOn, 6,
       &Simply<&OpenPreparation, OpenPreparationRequest>},
      {"Scope", kNoun, "set_scope", Way::kBeside, 4, &Scope},
      {"StartVisit", kNoun, "start_fieldwork", Way::kOn, 5, &StartVisit},
      {"NoteObservation", kNoun, "record_observation", Way::kBeside, 1, &NoteObservation},
      {"ReportDanger", kNoun, "report_acute_unsafety", Way::kOpens, 1, &ReportDanger},
      {"FinishFieldwork", kNoun, "finish_fieldwork", Way::kOn, 6,
       &Simply<&FinishFieldwork, FinishFieldworkRequest>},
      {"Score", kNoun, "score", Way::kBeside, 5, &Score},
      {"Propose", kNoun, "propose_scores", Way::kBeside, 1, &Score},
      {"SubmitScores", kNoun, "submit_scores", Way::kOn, 6, &Simply<&SubmitScores, SubmitScoresRequest>},
      {"ReturnScores", kNoun, "return_scores", Way::kBack, 1, &For<&ReturnScores, ReturnScoresRequest>},
      {"JudgeOn", kNoun, "conclude", Way::kOn, 14, &JudgeOn},
      {"JudgeQuality", kNoun, "judge_quality", Way::kBack, 1,
       &JudgeInWords<&JudgeQuality, JudgeQualityRequest>},
      {"JudgeContext", kNoun, "judge_context", Way::kBack, 1,
       &JudgeInWords<&JudgeContext, JudgeContextRequest>},
      {"JudgeTrust", kNoun, "judge_trust", Way::kBack, 1, &JudgeTrustNow},
      {"Conclude", kNoun, "conclude", Way::kBeside, 1, &Conclude},
      {"Confirm", kNoun, "confirm", Way::kBeside, 2, &Confirm},
      {"SendDraft", kNoun, "send_draft", Way::kOn, 2, &Simply<&SendDraft, SendDraftRequest>},
      {"ResendDraft", kNoun, "resend_draft", Way::kOn, 3, &Simply<&ResendDraft, ResendDraftRequest>},
      {"GiveRemark", kNoun, "record_remark", Way::kBeside, 2, &GiveRemark},
      {"Respond", kNoun, "submit_response", Way::kOn, 5, &Respond},
      {"Extend", kNoun, "extend_response_term", Way::kBack, 1, &Extend},
      {"Answer", kNoun, "answer_remark", Way::kBeside, 5, &Answer},
      {"AmendDraft", kNoun, "amend_draft", Way::kBeside, 1, &For<&AmendDraft, AmendDraftRequest>},
      {"Finalise", kNoun, "finalise", Way::kOn, 8,
       &Simply<&flow::FinaliseAssessment, FinaliseAssessmentRequest>},
      {"Close", kNoun, "close", Way::kOn, 2, &Close},
      {"Cancel", kNoun, "cancel", Way::kBack, 1, &For<&CancelAssessment, CancelAssessmentRequest>},
      {"Correct", kNoun, "correct", Way::kBeside, 1, &Correct}};
  return moves;
}

}  // namespace waarborg::model
