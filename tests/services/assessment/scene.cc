#include "tests/services/assessment/scene.h"

#include "services/assessment/records.h"
#include "services/call/code.h"
#include "services/flow/conclude_judgement.h"
#include "services/flow/create_assessment.h"
#include "services/flow/finalise_assessment.h"
#include "services/framework/records.h"
#include "services/framework/rules/content_hash.h"
#include "services/registry/records.h"
#include "services/team/records.h"
#include "tests/golden/frameworks.h"

namespace waarborg::testing {
namespace {

using assessment::State;
using assessment::v1::Assessment;

constexpr char kPolicy[] = R"pb(
  name: "regions/nmd/policyVersions/1"
  overall_reading: READING_POINTS_TEXT
  four_eyes { act: ACT_SCORES rule: FOUR_EYES_LATER }
  four_eyes { act: ACT_DEVIATION rule: FOUR_EYES_BEFORE }
  four_eyes { act: ACT_CANCEL_ASSESSMENT rule: FOUR_EYES_NONE }
  terms {
    draft_response_working_days: 10
    view_working_days: 10
    view_urgent_working_days: 5
    plan_submission_working_days: 20
    plan_judgement_working_days: 10
    re_assessment_weeks: 6
    plan_running_months: 6
    confirmation_working_days: 10
    provisional_days: 7
    hear_afterwards_working_days: 2
    objection_weeks: 6
  }
  kinds { kind: ASSESSMENT_KIND_URGENT skip_announcement: true skip_preparation: true skip_closing: true }
  re_assessments_per_plan: 2
  partial_results_per_plan: 1
  returns_before_giving_up: 2
)pb";

constexpr char kRegion[] = R"pb(
  name: "regions/nmd"
  title: "North and Mid Drenthe"
  kind: KIND_MUNICIPALITIES
  commissioning_bodies { id: "assen" title: "Assen" }
  commissioning_bodies { id: "tynaarlo" title: "Tynaarlo" }
  current_policy: "regions/nmd/policyVersions/1"
)pb";

constexpr char kFarm[] = R"pb(
  name: "regions/nmd/providers/farm"
  title: "De Esdoorn"
  profile: PROFILE_ZIN
  kvk_number: "12345678"
  kinds_of_care: KIND_OF_CARE_DAY_ACTIVITIES
)pb";

constexpr char kContract[] = R"pb(
  name: "regions/nmd/providers/farm/contracts/assen"
  commissioning_body: "assen"
  legal_basis: LEGAL_BASIS_CONTRACT
  framework_version: "frameworks/dkk/versions/2019"
  start_date { year: 2024 month: 1 day: 1 }
)pb";

template <class Name, class Message>
void Store(Desk& desk, const ledger::RecordTable<Message>& table, const Message& message) {
  const absl::Status status = desk.Write([&](ledger::UnitOfWork& unit) -> absl::Status {
    ASSIGN_OR_RETURN(const Name name, Name::Parse(message.name()));
    RETURN_IF_ERROR(unit.Put(table, name.Key(), message));
    unit.Record({.kind = "SceneSet", .resource = message.name()});
    return absl::OkStatus();
  });
  EXPECT_THAT(status, IsOk());
}

// Whatever was chosen, whether a resource carries it or not.
assessment::v1::CloseAssessmentRequest HandingOverAll(const Assessment& assessment) {
  assessment::v1::CloseAssessmentRequest request;
  request.set_name(assessment.name());
  for (const int follow_up : assessment.judgement().conclusion().follow_up()) {
    assessment::v1::HandOver& each = *request.add_hand_overs();
    each.set_follow_up(static_cast<framework::v1::FollowUp>(follow_up));
    each.set_text("Handed to the contract manager of Assen.");
  }
  return request;
}

}  // namespace

Scene::Scene() {
  Put(framework::Dkk2019());
  Govern(Proto<registry::v1::PolicyVersion>(kPolicy));
  Store<registry::RegionName>(desk, registry::kRegions, Proto<registry::v1::Region>(kRegion));
  registry::v1::Provider farm = Proto<registry::v1::Provider>(kFarm);
  for (const framework::v1::Term& condition : framework::Dkk2019().conditions()) {
    farm.add_conditions(condition.id());
  }
  Put(farm);
  farm.set_name(kOtherProvider);
  Put(farm);
  Put(Proto<registry::v1::Contract>(kContract));
  for (const call::Caller& each : {qm, sr, tm, auditor, farmer}) {
    team::v1::Member member;
    member.set_name(each.member);
    member.mutable_roles()->Assign(each.roles.begin(), each.roles.end());
    Store<team::MemberName>(desk, team::kMembers, member);
  }
}

void Scene::Govern(const registry::v1::PolicyVersion& wanted) {
  policy = wanted;
  Store<registry::PolicyVersionName>(desk, registry::kPolicyVersions, policy);
}

void Scene::SetFourEyes(team::v1::Act act, team::v1::FourEyes rule) {
  registry::v1::PolicyVersion changed = policy;
  changed.clear_four_eyes();
  for (const registry::v1::FourEyesRule& each : policy.four_eyes()) {
    if (each.act() != act) *changed.add_four_eyes() = each;
  }
  registry::v1::FourEyesRule& row = *changed.add_four_eyes();
  row.set_act(act);
  row.set_rule(rule);
  Govern(changed);
}

void Scene::SetKindRule(const registry::v1::KindRule& rule) {
  registry::v1::PolicyVersion changed = policy;
  changed.clear_kinds();
  for (const registry::v1::KindRule& each : policy.kinds()) {
    if (each.kind() != rule.kind()) *changed.add_kinds() = each;
  }
  *changed.add_kinds() = rule;
  Govern(changed);
}

void Scene::Put(const registry::v1::Provider& provider) {
  Store<registry::ProviderName>(desk, registry::kProviders, provider);
}

void Scene::Put(const registry::v1::Contract& contract) {
  Store<registry::ContractName>(desk, registry::kContracts, contract);
}

void Scene::Put(const framework::v1::FrameworkVersion& framework) {
  framework::v1::FrameworkVersion published = framework;
  published.set_content_hash(framework::ContentHash(framework));
  Store<framework::FrameworkVersionName>(desk, framework::kFrameworkVersions, published);
}

absl::StatusOr<Assessment> Scene::TryCreate(const std::string& fields, const std::string& id) {
  assessment::v1::CreateAssessmentRequest request;
  request.set_parent("regions/nmd");
  request.set_assessment_id(id);
  Assessment& wish = *request.mutable_assessment();
  wish.set_provider(kProvider);
  wish.set_kind(registry::v1::ASSESSMENT_KIND_FULL);
  wish.set_selection_reason(Assessment::SELECTION_REASON_RISK);
  wish.set_legal_basis(registry::v1::LEGAL_BASIS_CONTRACT);
  wish.MergeFrom(Proto<Assessment>(fields));
  return desk.Run(&flow::CreateAssessment, request, qm);
}

std::string Scene::Create(const std::string& fields) {
  const absl::StatusOr<Assessment> created = TryCreate(fields);
  EXPECT_THAT(created, IsOk());
  return created.ok() ? created->name() : "";
}

Assessment Scene::Get(const std::string& name) {
  const auto found =
      desk.Ask(&assessment::GetAssessment, About<assessment::v1::GetAssessmentRequest>(name), auditor);
  EXPECT_THAT(found, IsOk());
  return found.value_or(Assessment());
}

assessment::v1::Finding Scene::GetFinding(const std::string& name, const std::string& criterion) {
  const auto found = desk.Ask(
      &assessment::GetFinding,
      About<assessment::v1::GetFindingRequest>(absl::StrCat(name, "/findings/", criterion)), auditor);
  EXPECT_THAT(found, IsOk());
  return found.value_or(assessment::v1::Finding());
}

assessment::v1::DecisionRecord Scene::GetDecision(const std::string& name) {
  const auto found = desk.Ask(&assessment::GetDecisionRecord,
                              About<assessment::v1::GetDecisionRecordRequest>(name), auditor);
  EXPECT_THAT(found, IsOk());
  return found.value_or(assessment::v1::DecisionRecord());
}

absl::StatusOr<assessment::v1::ScoreFindingsResponse> Scene::Score(const std::string& name,
                                                                   const std::string& criterion,
                                                                   framework::v1::Score score) {
  assessment::v1::ScoreFindingsRequest request;
  request.set_name(name);
  assessment::v1::FindingScore& wish = *request.add_scores();
  wish.set_criterion(criterion);
  wish.set_score(score);
  wish.set_motivation("Seen in three files.");
  return desk.Run(&assessment::ScoreFindings, request, qm);
}

void Scene::ScoreScope(const std::string& name) {
  assessment::v1::ScoreFindingsRequest request;
  request.set_name(name);
  const assessment::v1::Assessment scoped = Get(name);
  for (const assessment::v1::ScopeItem& item : scoped.scope().items()) {
    if (!item.in_scope()) continue;
    assessment::v1::FindingScore& score = *request.add_scores();
    score.set_criterion(item.criterion());
    const auto found = scores.find(item.criterion());
    score.set_score(found == scores.end() ? ordinary_score : found->second);
    score.set_motivation("Seen during the visit.");
  }
  EXPECT_THAT(desk.Run(&assessment::ScoreFindings, request, qm), IsOk());
}

void Scene::JudgeThreeParts(const std::string& name) {
  EXPECT_THAT(desk.Run(&assessment::JudgeQuality,
                       About<assessment::v1::JudgeQualityRequest>(name, "text: 'Care is in order.'"), qm),
              IsOk());
  EXPECT_THAT(desk.Run(&assessment::JudgeContext,
                       About<assessment::v1::JudgeContextRequest>(name, "text: 'Grew fast.'"), qm),
              IsOk());
  EXPECT_THAT(desk.Run(&assessment::JudgeTrust, About<assessment::v1::JudgeTrustRequest>(name, R"pb(
    trust { judgement: TRUST_JUDGEMENT_PRESENT change: CHANGE_UNCHANGED }
  )pb"),
                       qm),
              IsOk());
}

assessment::v1::Conclusion Scene::FollowingAdvice(const std::string& name, assessment::v1::Outcome outcome) {
  const Assessment record = Get(name);
  const framework::v1::Evaluation& advice =
      record.has_merged_evaluation() ? record.merged_evaluation() : record.evaluation();
  assessment::v1::Conclusion conclusion;
  conclusion.set_severity(framework::v1::SEVERITY_NONE);
  *conclusion.mutable_follow_up() = advice.follow_up();
  for (const std::string& choice : advice.choices_required()) {
    assessment::v1::ChoiceAnswer& answer = *conclusion.add_answers();
    answer.set_choice(choice);
    answer.set_text("Covered by the plan.");
  }
  conclusion.set_outcome(outcome);
  return conclusion;
}

absl::StatusOr<Assessment> Scene::Conclude(const std::string& name,
                                           const assessment::v1::Conclusion& conclusion) {
  assessment::v1::ConcludeJudgementRequest request;
  request.set_name(name);
  *request.mutable_conclusion() = conclusion;
  return desk.Run(&flow::ConcludeJudgement, request, qm);
}

absl::StatusOr<Assessment> Scene::Confirm(const std::string& name, team::v1::Act act) {
  const Assessment record = Get(name);
  const team::v1::Confirmation* asked = Asked(record, act);
  assessment::v1::ConfirmAssessmentRequest request;
  request.set_name(name);
  request.set_act(act);
  request.set_content_digest(asked == nullptr ? "none" : asked->content_digest());
  return desk.Run(&assessment::ConfirmAssessment, request, sr);
}

void Scene::TakeOneStep(const std::string& name, State from) {
  using namespace assessment;  // NOLINT: the verbs read as what they do
  switch (from) {
    case kPlanned:
      EXPECT_THAT(
          desk.Run(&AnnounceAssessment,
                   About<v1::AnnounceAssessmentRequest>(name, "visit_date { year: 2025 month: 6 day: 20 }"),
                   qm),
          IsOk());
      return;
    case kAnnounced:
      EXPECT_THAT(desk.Run(&OpenPreparation, About<v1::OpenPreparationRequest>(name), qm), IsOk());
      return;
    case kPreparing:
      EXPECT_THAT(desk.Run(&SetScope, About<v1::SetScopeRequest>(name), qm), IsOk());
      EXPECT_THAT(desk.Run(&StartFieldwork,
                           About<v1::StartFieldworkRequest>(
                               name, "delegation: 'regions/nmd/members/quality-manager'"),
                           qm),
                  IsOk());
      return;
    case kFieldwork:
      EXPECT_THAT(desk.Run(&FinishFieldwork, About<v1::FinishFieldworkRequest>(name), qm), IsOk());
      return;
    case kScoring:
      ScoreScope(name);
      EXPECT_THAT(desk.Run(&SubmitScores, About<v1::SubmitScoresRequest>(name), qm), IsOk());
      return;
    case kReview:
      JudgeThreeParts(name);
      EXPECT_THAT(Conclude(name, FollowingAdvice(name)), IsOk());
      EXPECT_THAT(desk.Run(&SendDraft, About<v1::SendDraftRequest>(name), qm), IsOk());
      return;
    case kDraftSent:
      EXPECT_THAT(
          desk.Run(&SubmitResponse, About<v1::SubmitResponseRequest>(name, "text: 'Agreed.'"), farmer),
          IsOk());
      return;
    case kResponseIn:
      EXPECT_THAT(desk.Run(&flow::FinaliseAssessment, About<v1::FinaliseAssessmentRequest>(name), qm),
                  IsOk());
      return;
    case kFinal:
      EXPECT_THAT(desk.Run(&CloseAssessment, HandingOverAll(Get(name)), qm), IsOk());
      return;
    default:
      ADD_FAILURE() << "the course ends here";
  }
}

void Scene::Take(const std::string& name, State target) {
  for (State state = Get(name).state(); state != target;) {
    TakeOneStep(name, state);
    const State next = Get(name).state();
    ASSERT_NE(next, state) << "no step from " << call::CodeOf(state);
    state = next;
  }
}

const team::v1::Confirmation* Asked(const Assessment& assessment, team::v1::Act act) {
  for (const team::v1::Confirmation& each : assessment.confirmations()) {
    if (each.act() == act) return &each;
  }
  return nullptr;
}

}  // namespace waarborg::testing
