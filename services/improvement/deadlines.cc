#include "services/improvement/deadlines.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/call/etag.h"
#include "services/improvement/names.h"
#include "services/improvement/records.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/giving_up.h"
#include "services/improvement/rules/lifecycle.h"
#include "services/improvement/rules/progress.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/team/rules/confirmation.h"

namespace waarborg::improvement {
namespace {

using internal::v1::Deadline;

absl::StatusOr<v1::ImprovementPlan> PlanOf(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const ImprovementPlanName name, ImprovementPlanName::Parse(resource));
  return Load(reader, name);
}

absl::StatusOr<v1::ImprovementPlan> PlanOf(const ledger::UnitOfWork& unit, const Deadline& deadline) {
  return PlanOf(unit.reader(), deadline.resource());
}

// Follows the row and keeps the plan.
absl::Status Note(ledger::UnitOfWork& unit, v1::ImprovementPlan plan, absl::string_view event) {
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, event));
  return KeepPlan(unit, std::move(plan), std::move(fact)).status();
}

// First the term passes, then the reminder.
absl::Status SubmissionDue(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, PlanOf(unit, deadline));
  constexpr PlanStates kWaiting{table::kRequested, table::kReturned};
  if (!kWaiting.Contains(plan.state())) return absl::OkStatus();
  if (plan.overdue()) return Note(unit, std::move(plan), "mark_reminder_passed");
  plan.set_overdue(true);
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit, plan));
  const absl::Time reminder = ReminderEnd(policy, ledger::TimeOf(plan.submission_due_time()));
  RETURN_IF_ERROR(unit.SetDeadline(
      plan.name(), kSubmissionDue, reminder,
      absl::StrCat("draft_response_working_days=", policy.terms().draft_response_working_days())));
  return Note(unit, std::move(plan), "mark_overdue");
}

absl::Status JudgementDue(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, PlanOf(unit, deadline));
  if (plan.state() != table::kSubmitted || plan.judgement_overdue()) return absl::OkStatus();
  plan.set_judgement_overdue(true);
  return Note(unit, std::move(plan), "mark_judgement_overdue");
}

// In codes, since no person wrote it: ITEM_OVERDUE with the criteria, or REPORTS_WITHOUT_PROGRESS with their
// number.
std::string ReasonOf(const v1::ImprovementPlan& plan, Standstill standstill, absl::CivilDay today) {
  if (standstill == Standstill::kItemOverdue) {
    return absl::StrCat("ITEM_OVERDUE ", absl::StrJoin(OverdueItems(plan.items(), today), ", "));
  }
  return absl::StrCat("REPORTS_WITHOUT_PROGRESS ", plan.reports_without_progress());
}

absl::Status ItemDue(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, PlanOf(unit, deadline));
  if (plan.state() != table::kInProgress || plan.stagnation().flagged()) return absl::OkStatus();
  const absl::CivilDay today = ledger::Today(unit.now());
  const Standstill standstill = StandstillOf(plan.items(), plan.reports_without_progress(), today);
  if (standstill == Standstill::kNone) return absl::OkStatus();
  v1::Stagnation& stagnation = *plan.mutable_stagnation();
  stagnation.set_flagged(true);
  stagnation.set_reason(ReasonOf(plan, standstill, today));
  *stagnation.mutable_time() = ledger::Stamp(unit.now());
  return Note(unit, std::move(plan), "flag_stagnation");
}

absl::Status EndDate(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, PlanOf(unit, deadline));
  constexpr PlanStates kRunning{table::kApproved, table::kInProgress};
  if (!kRunning.Contains(plan.state()) || plan.end_passed()) return absl::OkStatus();
  plan.set_end_passed(true);
  return Note(unit, std::move(plan), "mark_end_passed");
}

// A re-assessment that runs and has not decided does not take the flag away: it is late all the same.
absl::Status ReAssessmentDue(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, PlanOf(unit, deadline));
  if (plan.state() != table::kCompleted || plan.re_assessment_overdue()) return absl::OkStatus();
  plan.set_re_assessment_overdue(true);
  return Note(unit, std::move(plan), "mark_re_assessment_overdue");
}

absl::Status ConfirmationDue(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, PlanOf(unit, deadline));
  bool missing = false;
  for (team::v1::Confirmation& confirmation : *plan.mutable_confirmations()) {
    if (!confirmation.confirmer().empty() || confirmation.overdue()) continue;
    confirmation.set_overdue(true);
    missing = true;
  }
  if (!missing) return absl::OkStatus();
  return Note(unit, std::move(plan), "mark_confirmation_overdue");
}

absl::StatusOr<bool> WaitsForSubmission(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::ImprovementPlan plan, PlanOf(reader, resource));
  constexpr PlanStates kWaiting{table::kRequested, table::kReturned};
  return kWaiting.Contains(plan.state()) && plan.overdue();
}

absl::StatusOr<bool> WaitsForJudgement(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::ImprovementPlan plan, PlanOf(reader, resource));
  return plan.state() == table::kSubmitted;
}

absl::StatusOr<bool> StandsStill(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::ImprovementPlan plan, PlanOf(reader, resource));
  return plan.state() == table::kInProgress && plan.stagnation().flagged();
}

absl::StatusOr<bool> RanOut(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::ImprovementPlan plan, PlanOf(reader, resource));
  constexpr PlanStates kRunning{table::kApproved, table::kInProgress};
  return kRunning.Contains(plan.state()) && plan.end_passed();
}

absl::StatusOr<bool> WaitsForReAssessment(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::ImprovementPlan plan, PlanOf(reader, resource));
  return plan.state() == table::kCompleted;
}

absl::StatusOr<bool> WaitsForConfirmation(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::ImprovementPlan plan, PlanOf(reader, resource));
  return team::LaterConfirmationWaits(plan.confirmations());
}

// The plan takes over a date that was moved; while its clock stands still it has none.
template <void (*take)(const Deadline&, v1::ImprovementPlan&)>
absl::Status Follow(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(const ImprovementPlanName name, ImprovementPlanName::Parse(deadline.resource()));
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, Load(unit.reader(), name));
  take(deadline, plan);
  plan.set_etag(call::NextEtag(plan.etag()));
  *plan.mutable_update_time() = ledger::Stamp(unit.now());
  return unit.Put(kImprovementPlans, name.Key(), plan);
}

void TakeSubmissionDue(const Deadline& deadline, v1::ImprovementPlan& plan) {
  plan.set_overdue(false);
  plan.clear_submission_due_time();
  if (!deadline.has_suspend_time()) *plan.mutable_submission_due_time() = deadline.due_time();
}

void TakeJudgementDue(const Deadline& deadline, v1::ImprovementPlan& plan) {
  plan.clear_judgement_due_time();
  if (!deadline.has_suspend_time()) *plan.mutable_judgement_due_time() = deadline.due_time();
}

}  // namespace

const std::vector<ledger::DeadlineRule>& Deadlines() {
  static const std::vector<ledger::DeadlineRule>& rules = *new std::vector<ledger::DeadlineRule>{
      {kSubmissionDue, &SubmissionDue, &WaitsForSubmission, {.follow = &Follow<&TakeSubmissionDue>}},
      {kJudgementDue, &JudgementDue, &WaitsForJudgement, {.follow = &Follow<&TakeJudgementDue>}},
      {kItemDue, &ItemDue, &StandsStill},
      {kEndDate, &EndDate, &RanOut},
      {kReAssessmentDue, &ReAssessmentDue, &WaitsForReAssessment},
      {kConfirmationDue, &ConfirmationDue, &WaitsForConfirmation},
  };
  return rules;
}

}  // namespace waarborg::improvement
