// Of changes.h: how a re-assessment (hertoets) and a plan hang together.

#include <algorithm>
#include <utility>

#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/call/code.h"
#include "services/improvement/changes.h"
#include "services/improvement/deadlines.h"
#include "services/improvement/errors.h"
#include "services/improvement/names.h"
#include "services/improvement/records.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/lifecycle.h"
#include "services/improvement/rules/smart.h"
#include "services/improvement/rules/terms.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::improvement {
namespace {

using assessment::v1::Assessment;

// The plan's re-assessments that were not cancelled.
struct Rounds {
  int count = 0;
  std::string running;  // the one that has no outcome yet, or ""
};

absl::StatusOr<Rounds> RoundsOf(const storage::Reader& reader, const v1::ImprovementPlan& plan) {
  Rounds rounds;
  for (const std::string& each : plan.re_assessments()) {
    ASSIGN_OR_RETURN(const assessment::AssessmentName name, assessment::AssessmentName::Parse(each));
    ASSIGN_OR_RETURN(const Assessment re_assessment, assessment::Load(reader, name));
    if (re_assessment.state() == Assessment::STATE_CANCELLED) continue;
    ++rounds.count;
    const bool final =
        re_assessment.state() == Assessment::STATE_FINAL || re_assessment.state() == Assessment::STATE_CLOSED;
    if (!final) rounds.running = each;
  }
  return rounds;
}

absl::StatusOr<absl::string_view> EventOf(assessment::v1::Outcome outcome, const std::string& re_assessment) {
  switch (outcome) {
    case assessment::v1::OUTCOME_IMPROVED:
      return "re_assessed_improved";
    case assessment::v1::OUTCOME_PARTLY:
      return "re_assessed_partly";
    case assessment::v1::OUTCOME_NOT_IMPROVED:
      return "re_assessed_not";
    default:
      return errors::OutcomeRequired(re_assessment);
  }
}

// The item is open again, until the end of the new running time.
void Reopen(const v1::ImprovementPlan& plan, const Shortcoming& shortcoming, v1::PlanItem& item) {
  item.set_criterion(shortcoming.criterion);
  item.set_score(shortcoming.score);
  item.set_shortcoming(shortcoming.motivation);
  item.set_state(v1::PlanItem::STATE_OPEN);
  *item.mutable_due_date() = plan.end_date();
}

// What remains is reopened (what is new comes as an item the provider has yet to plan, by a change), the rest
// is done.
void ReopenItems(const std::vector<Shortcoming>& remaining, v1::ImprovementPlan& plan) {
  for (v1::PlanItem& item : *plan.mutable_items()) item.set_state(v1::PlanItem::STATE_DONE);
  for (const Shortcoming& shortcoming : remaining) {
    v1::PlanItem* item = FindItem(*plan.mutable_items(), shortcoming.criterion);
    Reopen(plan, shortcoming, item != nullptr ? *item : *plan.add_items());
  }
}

bool HasRoundLeft(const registry::v1::PolicyVersion& policy, const v1::ImprovementPlan& plan) {
  return plan.partial_count() < policy.partial_results_per_plan() &&
         plan.re_assessment_count() < policy.re_assessments_per_plan();
}

// By the policy there must be one more round, and something to do in it.
absl::Status CheckNextRound(const registry::v1::PolicyVersion& policy, bool something_remains,
                            const v1::ImprovementPlan& plan) {
  if (!HasRoundLeft(policy, plan))
    return errors::PartlyUsedUp(plan.name(), policy.partial_results_per_plan());
  return something_remains ? absl::OkStatus() : errors::NoShortcomings(plan.assessment());
}

absl::Status StartNextRound(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                            const std::vector<Shortcoming>& remaining, v1::ImprovementPlan& plan) {
  RETURN_IF_ERROR(CheckNextRound(policy, !remaining.empty(), plan));
  plan.set_partial_count(plan.partial_count() + 1);
  plan.set_reports_without_progress(0);
  plan.clear_stagnation();
  plan.clear_pending_change();
  RETURN_IF_ERROR(EndWaitForReAssessment(unit, plan));
  RETURN_IF_ERROR(StartRunning(unit, policy, plan));
  ReopenItems(remaining, plan);
  *plan.mutable_re_assessment_date() =
      ledger::DateOf(ReAssessmentDay(policy, ledger::DayOf(plan.end_date())));
  return WatchItems(unit, plan, /*at_once=*/false);
}

}  // namespace

absl::Status CheckReadyForReAssessment(const storage::Reader& reader,
                                       const registry::v1::PolicyVersion& policy, const std::string& plan,
                                       absl::CivilDay today) {
  ASSIGN_OR_RETURN(const ImprovementPlanName name, ImprovementPlanName::Parse(plan));
  ASSIGN_OR_RETURN(const v1::ImprovementPlan record, Load(reader, name));
  const bool ready = record.state() == v1::ImprovementPlan::STATE_COMPLETED ||
                     (record.state() == v1::ImprovementPlan::STATE_IN_PROGRESS && EndPassed(record, today));
  if (!ready) return errors::NotReadyForReAssessment(plan, call::CodeOf(record.state()));
  ASSIGN_OR_RETURN(const Rounds rounds, RoundsOf(reader, record));
  if (!rounds.running.empty()) return errors::ReAssessmentRunning(plan, rounds.running);
  if (rounds.count >= policy.re_assessments_per_plan()) {
    return errors::ReAssessmentsUsedUp(plan, policy.re_assessments_per_plan());
  }
  return absl::OkStatus();
}

absl::StatusOr<bool> RoundLeft(const storage::Reader& reader, const registry::v1::PolicyVersion& policy,
                               const std::string& plan) {
  ASSIGN_OR_RETURN(const ImprovementPlanName name, ImprovementPlanName::Parse(plan));
  ASSIGN_OR_RETURN(const v1::ImprovementPlan record, Load(reader, name));
  return kEndedPlanStates.Contains(record.state()) || HasRoundLeft(policy, record);
}

absl::Status CheckPartly(const storage::Reader& reader, const registry::v1::PolicyVersion& policy,
                         const std::string& plan, bool something_remains) {
  ASSIGN_OR_RETURN(const ImprovementPlanName name, ImprovementPlanName::Parse(plan));
  ASSIGN_OR_RETURN(const v1::ImprovementPlan record, Load(reader, name));
  if (kEndedPlanStates.Contains(record.state())) return absl::OkStatus();
  return CheckNextRound(policy, something_remains, record);
}

absl::Status LinkReAssessment(ledger::UnitOfWork& unit, const std::string& plan,
                              const std::string& re_assessment) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan record, OpenPlan(unit, plan, ""));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, record, "link_re_assessment"));
  ASSIGN_OR_RETURN(const Rounds earlier, RoundsOf(unit.reader(), record));
  record.add_re_assessments(re_assessment);
  record.set_re_assessment_count(earlier.count + 1);
  return KeepPlan(unit, std::move(record), std::move(fact)).status();
}

absl::Status ApplyOutcome(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                          const std::string& plan, assessment::v1::Outcome outcome,
                          const std::string& re_assessment, const std::vector<Shortcoming>& remaining,
                          const std::string& reason) {
  ASSIGN_OR_RETURN(const absl::string_view event, EventOf(outcome, re_assessment));
  ASSIGN_OR_RETURN(v1::ImprovementPlan record, OpenPlan(unit, plan, ""));
  const auto& linked = record.re_assessments();
  if (std::find(linked.begin(), linked.end(), re_assessment) == linked.end()) {
    return errors::ReAssessmentNotLinked(plan, re_assessment);
  }
  const bool ended = kEndedPlanStates.Contains(record.state());
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, record, ended ? "note_outcome" : event));
  fact.reason = reason;
  if (outcome == assessment::v1::OUTCOME_PARTLY && !ended) {
    RETURN_IF_ERROR(StartNextRound(unit, policy, remaining, record));
  } else if (!ended) {
    RETURN_IF_ERROR(EndPlan(unit, reason, record));
  }
  return KeepPlan(unit, std::move(record), std::move(fact)).status();
}

}  // namespace waarborg::improvement
