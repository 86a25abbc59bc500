#ifndef WAARBORG_SERVICES_IMPROVEMENT_ERRORS_H_
#define WAARBORG_SERVICES_IMPROVEMENT_ERRORS_H_

// What can go wrong with improvement plans and attention points, one function each. The sentences stand in
// proto/labels/messages/improvement.json under the reason.

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"
#include "services/improvement/rules/smart.h"

namespace waarborg::improvement::errors {

// INVALID_ARGUMENT with a violation for each fault; OK without any.
inline absl::Status Faults(const std::vector<ItemFault>& faults) {
  call::Violations violations;
  for (const ItemFault& fault : faults) violations.Add(fault.field, fault.reason, fault.detail);
  return violations.ToStatus();
}

// One violation.
inline absl::Status Violation(absl::string_view field, absl::string_view reason, absl::string_view detail) {
  call::Violations violations;
  violations.Add(field, reason, detail);
  return violations.ToStatus();
}

inline absl::Status NoShortcomings(absl::string_view assessment) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "NO_SHORTCOMINGS").With("assessment", assessment);
}

inline absl::Status PlanOpen(absl::string_view assessment, absl::string_view plan) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "PLAN_OPEN")
      .With("assessment", assessment)
      .With("plan", plan);
}

inline absl::Status AssessmentNotFinal(absl::string_view assessment, absl::string_view state) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "ASSESSMENT_NOT_FINAL")
      .With("assessment", assessment)
      .With("found", state)
      .Precondition(assessment, "FINAL, CLOSED", state);
}

// Neither the result nor the ladder asks one (R-002-29).
inline absl::Status PlanNotCalledFor(absl::string_view assessment, absl::string_view band,
                                     absl::string_view level) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "PLAN_NOT_CALLED_FOR")
      .With("assessment", assessment)
      .With("band", band)
      .With("level", level);
}

inline absl::Status ItemsNotCovered(absl::string_view plan, const std::vector<std::string>& criteria) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "ITEMS_NOT_COVERED")
      .With("plan", plan)
      .With("criteria", absl::StrJoin(criteria, ", "));
}

inline absl::Status ItemsNotDone(absl::string_view plan, const std::vector<std::string>& criteria) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "ITEMS_NOT_DONE")
      .With("plan", plan)
      .With("criteria", absl::StrJoin(criteria, ", "));
}

inline absl::Status TooEarlyToGiveUp(absl::string_view plan, int returned, int needed) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "TOO_EARLY_TO_GIVE_UP")
      .With("plan", plan)
      .With("returned", absl::StrCat(returned))
      .With("needed", absl::StrCat(needed));
}

inline absl::Status StagnationNotFlagged(absl::string_view plan) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "STAGNATION_NOT_FLAGGED").With("plan", plan);
}

inline absl::Status NoPendingChange(absl::string_view plan) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "NO_PENDING_CHANGE").With("plan", plan);
}

inline absl::Status EndNotPassed(absl::string_view plan, absl::string_view end_date) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "END_NOT_PASSED")
      .With("plan", plan)
      .With("end_date", end_date);
}

inline absl::Status NothingToConfirm(absl::string_view plan, absl::string_view act) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "NOTHING_TO_CONFIRM")
      .With("plan", plan)
      .With("act", act);
}

inline absl::Status AlreadyConfirmed(absl::string_view plan, absl::string_view act) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "ALREADY_CONFIRMED")
      .With("plan", plan)
      .With("act", act);
}

inline absl::Status NotReadyForReAssessment(absl::string_view plan, absl::string_view state) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "PLAN_NOT_READY_FOR_RE_ASSESSMENT")
      .With("plan", plan)
      .With("found", state)
      .Precondition(plan, "COMPLETED", state);
}

inline absl::Status ReAssessmentRunning(absl::string_view plan, absl::string_view re_assessment) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "RE_ASSESSMENT_RUNNING")
      .With("plan", plan)
      .With("re_assessment", re_assessment);
}

inline absl::Status ReAssessmentsUsedUp(absl::string_view plan, int most) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "RE_ASSESSMENTS_USED_UP")
      .With("plan", plan)
      .With("most", absl::StrCat(most));
}

inline absl::Status PartlyUsedUp(absl::string_view plan, int most) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "PARTLY_USED_UP")
      .With("plan", plan)
      .With("most", absl::StrCat(most));
}

inline absl::Status ReAssessmentNotLinked(absl::string_view plan, absl::string_view re_assessment) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "RE_ASSESSMENT_NOT_LINKED")
      .With("plan", plan)
      .With("re_assessment", re_assessment);
}

inline absl::Status OutcomeRequired(absl::string_view re_assessment) {
  return call::Error(absl::StatusCode::kInvalidArgument, "OUTCOME_REQUIRED")
      .With("re_assessment", re_assessment);
}

inline absl::Status StepNotDecided(absl::string_view step, absl::string_view state) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "STEP_NOT_DECIDED")
      .With("step", step)
      .With("found", state)
      .Precondition(step, "DECIDED", state);
}

// The step was decided, but no level followed from it that asks a plan.
inline absl::Status StepImposesNothing(absl::string_view step, absl::string_view level) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "STEP_IMPOSES_NOTHING")
      .With("step", step)
      .With("level", level);
}

// The step imposes nothing heavier than what the plan belongs to.
inline absl::Status StepNotHeavier(absl::string_view step, absl::string_view level, absl::string_view base) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "STEP_NOT_HEAVIER")
      .With("step", step)
      .With("level", level)
      .With("base", base);
}

}  // namespace waarborg::improvement::errors

#endif  // WAARBORG_SERVICES_IMPROVEMENT_ERRORS_H_
