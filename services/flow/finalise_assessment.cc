#include "services/flow/finalise_assessment.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/decision.h"
#include "services/flow/judgements_to_weigh.h"
#include "services/framework/rules/wording.h"
#include "services/improvement/changes.h"
#include "services/improvement/names.h"
#include "services/registry/rules/policy.h"

namespace waarborg::flow {
namespace {

using assessment::v1::Assessment;
using improvement::Shortcoming;

bool Chose(const Assessment& record, framework::v1::FollowUp follow_up) {
  const auto& chosen = record.judgement().conclusion().follow_up();
  return std::find(chosen.begin(), chosen.end(), follow_up) != chosen.end();
}

bool WantsPlan(const Assessment& record) {
  return !assessment::IsReAssessment(record) && Chose(record, framework::v1::FOLLOW_UP_IMPROVEMENT_PLAN);
}

// Monitoring alone hands the shortcomings to the contract manager; where a plan mends them, points would say
// the same twice.
bool WantsPoints(const Assessment& record) {
  return Chose(record, framework::v1::FOLLOW_UP_MONITORING_CONTRACT_MANAGEMENT) &&
         !Chose(record, framework::v1::FOLLOW_UP_IMPROVEMENT_PLAN) &&
         record.outcome() != assessment::v1::OUTCOME_PARTLY;
}

// What stands below MEETS; merged with the parent for a re-assessment.
absl::StatusOr<std::vector<Shortcoming>> LoadShortcomings(const ledger::UnitOfWork& unit,
                                                          const Assessment& record) {
  ASSIGN_OR_RETURN(const framework::SharedVersion framework,
                   assessment::FrameworkOf(unit.reader(), record));
  ASSIGN_OR_RETURN(const assessment::Findings standing, assessment::StandingFindings(unit.reader(), record));
  std::vector<Shortcoming> shortcomings;
  for (const std::string& criterion : assessment::Shortcomings(*framework, assessment::ScoresOf(standing))) {
    const auto finding = standing.find(criterion);
    shortcomings.push_back({.criterion = criterion,
                            .score = finding->second.score(),
                            .motivation = finding->second.motivation()});
  }
  return shortcomings;
}

absl::Status HandOverPoints(ledger::UnitOfWork& unit, const std::vector<Shortcoming>& shortcomings,
                            Assessment& record) {
  if (!WantsPoints(record) || shortcomings.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::vector<improvement::v1::AttentionPoint> points,
                   improvement::CreateAttentionPoints(unit, record.provider(), record.name(), shortcomings));
  for (const improvement::v1::AttentionPoint& point : points) record.add_follow_up_resources(point.name());
  return absl::OkStatus();
}

// The reason a reader of the plan finds: the decision it follows from.
absl::Status RequestPlan(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                         const improvement::ImprovementPlanName& name,
                         const std::vector<Shortcoming>& shortcomings, const Assessment& record) {
  return improvement::CreatePlan(unit, policy,
                                 {.region = name.region,
                                  .plan_id = name.plan,
                                  .provider = record.provider(),
                                  .assessment = record.name(),
                                  .policy_version = record.policy_version(),
                                  .reason = framework::DecisionReason(
                                      record.evaluation().band(), record.judgement().conclusion().follow_up()),
                                  .step = "",
                                  .shortcomings = shortcomings})
      .status();
}

absl::Status GiveOutcome(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                         const std::vector<Shortcoming>& remaining, const Assessment& record) {
  const std::string& deviation = record.judgement().conclusion().deviation_text();
  return improvement::ApplyOutcome(unit, policy, record.improvement_plan(), record.outcome(), record.name(),
                                   remaining,
                                   deviation.empty() ? framework::DecisionReason(
                                                           record.merged_evaluation().band(),
                                                           record.judgement().conclusion().follow_up())
                                                     : deviation);
}

bool ClosingSkipped(const registry::v1::PolicyVersion& policy, const Assessment& record) {
  return registry::KindRuleFor(policy, record.kind()).skip_closing();
}

// A fact of its own, in the same commit.
absl::StatusOr<Assessment> Close(ledger::UnitOfWork& unit, const std::string& name) {
  ASSIGN_OR_RETURN(assessment::Edit edit, assessment::Begin(unit, name, /*etag=*/"", "close"));
  return assessment::Finish(unit, std::move(edit));
}

}  // namespace

absl::StatusOr<Assessment> FinaliseAssessment(ledger::UnitOfWork& unit,
                                              const assessment::v1::FinaliseAssessmentRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(assessment::Edit edit,
                   assessment::Begin(unit, request.name(), request.etag(), "finalise"));
  ASSIGN_OR_RETURN(const assessment::Findings findings, assessment::LoadFindings(unit.reader(), edit.name));
  RETURN_IF_ERROR(assessment::CheckDecidable(edit.record, findings));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy,
                   assessment::PolicyOf(unit.reader(), edit.record));
  RETURN_IF_ERROR(CheckDivergences(unit.reader(), policy, edit.record, findings, unit.now()));
  ASSIGN_OR_RETURN(const std::vector<Shortcoming> shortcomings, LoadShortcomings(unit, edit.record));
  edit.record.set_outcome(edit.record.judgement().conclusion().outcome());
  RETURN_IF_ERROR(HandOverPoints(unit, shortcomings, edit.record));
  const improvement::ImprovementPlanName plan{.region = edit.name.region, .plan = unit.call().NewId()};
  if (WantsPlan(edit.record)) edit.record.add_follow_up_resources(plan.ToString());
  RETURN_IF_ERROR(assessment::WriteDecisionRecord(unit, findings, "", edit.record));
  ASSIGN_OR_RETURN(Assessment decided, assessment::Finish(unit, std::move(edit)));
  if (WantsPlan(decided)) RETURN_IF_ERROR(RequestPlan(unit, policy, plan, shortcomings, decided));
  if (assessment::IsReAssessment(decided)) {
    RETURN_IF_ERROR(GiveOutcome(unit, policy, shortcomings, decided));
  }
  return ClosingSkipped(policy, decided) ? Close(unit, decided.name()) : decided;
}

}  // namespace waarborg::flow
