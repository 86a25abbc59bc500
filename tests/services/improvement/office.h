#ifndef WAARBORG_TESTS_SERVICES_IMPROVEMENT_OFFICE_H_
#define WAARBORG_TESTS_SERVICES_IMPROVEMENT_OFFICE_H_

// A region at work on one provider's improvement plan: a final assessment with two shortcomings (VE03 before
// VE02 in its scope), and verbs that walk the plan to where a test begins. The day is Monday 2 June 2025.

#include <functional>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/escalation/names.h"
#include "services/escalation/records.h"
#include "services/flow/request_improvement_plan.h"
#include "services/improvement/changes.h"
#include "services/improvement/commands.h"
#include "services/improvement/deadlines.h"
#include "services/improvement/names.h"
#include "services/improvement/queries.h"
#include "services/improvement/records.h"
#include "services/ledger/time.h"
#include "services/registry/names.h"
#include "services/registry/records.h"
#include "tests/services/improvement/plans.h"
#include "tests/support/desk.h"

namespace waarborg::improvement {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using waarborg::testing::Desk;
using waarborg::testing::FieldFaults;
using waarborg::testing::IsOk;
using waarborg::testing::ReasonIs;
using waarborg::testing::StatusIs;

using Plan = v1::ImprovementPlan;
using PlanOr = absl::StatusOr<Plan>;
using assessment::v1::Assessment;
using escalation::v1::Decision;
using escalation::v1::Step;

inline constexpr char kProvider[] = "regions/nmd/providers/zorgboerderij";
inline constexpr char kOtherProvider[] = "regions/nmd/providers/ander";
inline constexpr char kPolicy[] = "regions/nmd/policyVersions/1";
inline constexpr char kAssessment[] = "regions/nmd/assessments/toets-1";
inline constexpr char kPlan[] = "regions/nmd/improvementPlans/plan-1";

inline const std::vector<std::string> kScope{"VE03", "VE02", "VE01", "LK01"};

class Office : public ::testing::Test {
 protected:
  Office() {
    SetPolicy(team::v1::FOUR_EYES_LATER);
    PutAssessment(kAssessment, Assessment::STATE_FINAL);
    PutFinding(kAssessment, "VE01", framework::v1::SCORE_MEETS);
    PutFinding(kAssessment, "VE02", framework::v1::SCORE_LARGELY_MEETS);
    PutFinding(kAssessment, "VE03", framework::v1::SCORE_MEETS_NOT);
    PutFinding(kAssessment, "LK01", framework::v1::SCORE_NOT_TESTED);
  }

  // --- The scene.
  void Scene(const std::function<absl::Status(ledger::UnitOfWork&)>& work) {
    ASSERT_THAT(desk.Write([&work](ledger::UnitOfWork& unit) {
      RETURN_IF_ERROR(work(unit));
      unit.Record({.kind = "SceneSet", .resource = "regions/nmd"});
      return absl::OkStatus();
    }),
                IsOk());
  }

  void SetPolicy(team::v1::FourEyes giving_up) {
    policy.set_name(kPolicy);
    policy.clear_four_eyes();
    registry::v1::FourEyesRule& rule = *policy.add_four_eyes();
    rule.set_act(team::v1::ACT_GIVE_UP_PLAN);
    rule.set_rule(giving_up);
    registry::v1::PolicyTerms& terms = *policy.mutable_terms();
    terms.set_draft_response_working_days(10);
    terms.set_plan_submission_working_days(20);
    terms.set_plan_judgement_working_days(10);
    terms.set_re_assessment_weeks(6);
    terms.set_plan_running_months(6);
    terms.set_confirmation_working_days(10);
    policy.set_re_assessments_per_plan(2);
    policy.set_partial_results_per_plan(1);
    policy.set_returns_before_giving_up(2);
    Scene([this](ledger::UnitOfWork& unit) {
      return unit.Put(registry::kPolicyVersions, registry::PolicyVersionName::Parse(kPolicy)->Key(), policy);
    });
  }

  // `scope` names every criterion in framework order; one with '-' before it is out of scope.
  void PutAssessment(const std::string& name, Assessment::State state,
                     const std::vector<std::string>& scope = kScope, const std::string& parent = "",
                     framework::v1::Band band = framework::v1::BAND_SUFFICIENT) {
    Assessment record;
    record.set_name(name);
    record.set_provider(kProvider);
    record.set_state(state);
    record.set_policy_version(kPolicy);
    record.mutable_judgement()->mutable_conclusion()->mutable_advice()->set_band(band);
    record.set_parent_assessment(parent);
    record.set_kind(parent.empty() ? registry::v1::ASSESSMENT_KIND_FULL
                                   : registry::v1::ASSESSMENT_KIND_RE_ASSESSMENT);
    for (const std::string& criterion : scope) {
      assessment::v1::ScopeItem& item = *record.mutable_scope()->add_items();
      item.set_criterion(criterion);
      item.set_in_scope(criterion.front() != '-');
      if (!item.in_scope()) item.set_criterion(criterion.substr(1));
    }
    Scene([&](ledger::UnitOfWork& unit) {
      return unit.Put(assessment::kAssessments, assessment::AssessmentName::Parse(name)->Key(), record);
    });
  }

  void PutFinding(const std::string& of, const std::string& criterion, framework::v1::Score score,
                  const std::string& motivation = "gezien in de praktijk") {
    assessment::v1::Finding record;
    record.set_name(of + "/findings/" + criterion);
    record.set_score(score);
    record.set_motivation(motivation);
    Scene([&](ledger::UnitOfWork& unit) {
      return unit.Put(assessment::kFindings, assessment::FindingName::Parse(record.name())->Key(), record);
    });
  }

  void PutStep(const std::string& name, Step::State state, registry::v1::Level from, registry::v1::Level to,
               Decision::Kind kind = Decision::KIND_IMPOSED) {
    Step step;
    step.set_name(name);
    step.set_state(state);
    step.set_from_level(from);
    step.set_decided_level(to);
    step.mutable_decision()->set_kind(kind);
    Scene([&](ledger::UnitOfWork& unit) {
      return unit.Put(escalation::kSteps, escalation::StepName::Parse(name)->Key(), step);
    });
  }

  // Where the provider stands with one commissioning body.
  void PutStanding(const std::string& body, registry::v1::Level level) {
    const escalation::StandingName name{.region = "nmd", .provider = "zorgboerderij", .body = body};
    escalation::v1::Standing standing;
    standing.set_name(name.ToString());
    standing.set_level(level);
    Scene([&](ledger::UnitOfWork& unit) { return unit.Put(escalation::kStandings, name.Key(), standing); });
  }

  // Runs what a flow runs, as the caller.
  absl::Status InFlow(const call::Caller& caller,
                      const std::function<absl::Status(ledger::UnitOfWork&)>& work) {
    const call::Call call{.caller = caller,
                          .region = "nmd",
                          .method = "test/flow",
                          .now = desk.clock.Now(),
                          .deadline = absl::InfiniteFuture(),
                          .entropy = desk.entropy};
    return desk.ledger.RunAndWait(call, work);
  }

  // --- Verbs. A provider's acts are done by its own user unless the test says otherwise.
  template <class Request>
  static Request Named() {
    Request request;
    request.set_name(kPlan);
    return request;
  }

  // As Named, with a reason.
  template <class Request>
  static Request Because(const std::string& reason) {
    Request request = Named<Request>();
    request.set_reason(reason);
    return request;
  }

  PlanOr Request(const std::string& id = "plan-1", const std::string& of = kAssessment) {
    v1::RequestImprovementPlanRequest request;
    request.set_parent("regions/nmd");
    request.set_improvement_plan_id(id);
    request.set_assessment(of);
    request.set_reason("Voldoende, met tekortkomingen");
    return desk.Run(&flow::RequestImprovementPlan, request, manager);
  }

  static v1::SubmitImprovementPlanRequest WholePlan() {
    auto request = Named<v1::SubmitImprovementPlanRequest>();
    *request.add_items() = Proposal("VE02", Date(2025, 8, 1));
    *request.add_items() = Proposal("VE03", Date(2025, 9, 1));
    return request;
  }

  PlanOr Submit() { return desk.Run(&SubmitImprovementPlan, WholePlan(), provider_user); }

  PlanOr Return() {
    auto request = Named<v1::ReturnImprovementPlanRequest>();
    *request.add_reasons() = Reason("VE03", "De maatstaf is niet meetbaar");
    return desk.Run(&ReturnImprovementPlan, request, manager);
  }

  PlanOr Approve() {
    return desk.Run(&ApproveImprovementPlan, Named<v1::ApproveImprovementPlanRequest>(), manager);
  }
  PlanOr Start() {
    return desk.Run(&StartImprovementPlan, Named<v1::StartImprovementPlanRequest>(), provider_user);
  }

  PlanOr ReportOn(const std::vector<v1::ItemProgress>& reports) {
    auto request = Named<v1::ReportProgressRequest>();
    *request.mutable_items() = All(reports);
    return desk.Run(&ReportProgress, request, provider_user);
  }

  PlanOr Complete() {
    return desk.Run(&ReportCompletion, Named<v1::ReportCompletionRequest>(), provider_user);
  }

  PlanOr GiveUp(const std::string& reason = "Het komt er niet van") {
    return desk.Run(&GiveUpImprovementPlan, Because<v1::GiveUpImprovementPlanRequest>(reason), manager);
  }

  PlanOr Get(const call::Caller& caller) {
    return desk.Ask(&GetImprovementPlan, Named<v1::GetImprovementPlanRequest>(), caller);
  }
  Plan Stored() { return Get(manager).value_or(Plan()); }

  // --- Where a test begins. Every walk starts from nothing.
  void WalkToRequested() { ASSERT_THAT(Request(), IsOk()); }
  void WalkToSubmitted() {
    WalkToRequested();
    ASSERT_THAT(Submit(), IsOk());
  }
  void WalkToReturned() {
    WalkToSubmitted();
    ASSERT_THAT(Return(), IsOk());
  }
  void WalkToReturnedTwice() {
    WalkToReturned();
    ASSERT_THAT(Submit(), IsOk());
    ASSERT_THAT(Return(), IsOk());
  }
  void WalkToApproved() {
    WalkToSubmitted();
    ASSERT_THAT(Approve(), IsOk());
  }
  void WalkToInProgress() {
    WalkToApproved();
    ASSERT_THAT(Start(), IsOk());
  }
  void WalkToCompleted() {
    WalkToInProgress();
    FinishItems();
    ASSERT_THAT(Complete(), IsOk());
  }
  void FinishItems() {
    ASSERT_THAT(
        ReportOn({Report("VE02", v1::PlanItem::STATE_DONE), Report("VE03", v1::PlanItem::STATE_DONE)}),
        IsOk());
  }

  // Moves the clock to 09:00 in Amsterdam (summer time or not) of the day and lets the timer run.
  int WaitUntil(absl::CivilDay day) {
    desk.clock.Set(ledger::EndOfDay(day - 1) + absl::Hours(9));
    const absl::StatusOr<int> fired = desk.RunDeadlines(Deadlines());
    EXPECT_THAT(fired, IsOk());
    return fired.value_or(-1);
  }

  static absl::CivilDay DayOf(const google::type::Date& date) { return ledger::DayOf(date); }
  // The last day of a term that ends with the moment.
  static absl::CivilDay LastDayOf(const google::protobuf::Timestamp& due) {
    return ledger::Today(ledger::TimeOf(due) - absl::Seconds(1));
  }

  static team::v1::OnBehalfOfProvider Letter(const google::type::Date& date) {
    team::v1::OnBehalfOfProvider letter;
    letter.set_document("Brief van de zorgboerderij");
    *letter.mutable_date() = date;
    return letter;
  }

  Desk desk;
  registry::v1::PolicyVersion policy;
  const call::Caller manager = Desk::As("quality-manager", {team::v1::ROLE_QUALITY_MANAGER});
  const call::Caller reader = Desk::As("second-reader", {team::v1::ROLE_SECOND_READER});
  const call::Caller contract_manager = Desk::As("contract-manager", {team::v1::ROLE_CONTRACT_MANAGER});
  const call::Caller provider_user =
      Desk::As("provider-zorgboerderij", {team::v1::ROLE_PROVIDER_USER}, kProvider);
  const call::Caller other_provider =
      Desk::As("provider-ander", {team::v1::ROLE_PROVIDER_USER}, kOtherProvider);
};

}  // namespace waarborg::improvement

#endif  // WAARBORG_TESTS_SERVICES_IMPROVEMENT_OFFICE_H_
