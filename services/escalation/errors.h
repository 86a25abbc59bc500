#ifndef WAARBORG_SERVICES_ESCALATION_ERRORS_H_
#define WAARBORG_SERVICES_ESCALATION_ERRORS_H_

// What can go wrong in this room, one function each. Levels and acts are given as codes.

#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::escalation::errors {

inline call::Error Refused(absl::string_view reason) {
  return call::Error(absl::StatusCode::kFailedPrecondition, reason);
}

// One fault of the request.
inline absl::Status Violation(absl::string_view field, absl::string_view reason,
                              absl::string_view detail = "") {
  call::Violations violations;
  violations.Add(field, reason, detail);
  return violations.ToStatus();
}

inline absl::Status StepOpen(absl::string_view body, absl::string_view step) {
  return Refused("STEP_OPEN").With("commissioning_body", body).With("step", step);
}

inline absl::Status AcuteCaseOpen(absl::string_view body, absl::string_view acute_case) {
  return Refused("ACUTE_CASE_OPEN").With("commissioning_body", body).With("acute_case", acute_case);
}

inline absl::Status ProviderInactive(absl::string_view provider) {
  return Refused("PROVIDER_INACTIVE").With("provider", provider);
}

inline absl::Status LevelTerminal(registry::v1::Level level) {
  return Refused("LEVEL_TERMINAL").With("level", call::CodeOf(level));
}

inline absl::Status LevelUnchanged(registry::v1::Level level) {
  return Refused("LEVEL_UNCHANGED").With("level", call::CodeOf(level));
}

inline absl::Status LevelNotForProfile(registry::v1::Level level, framework::v1::Profile profile) {
  return Refused("LEVEL_NOT_FOR_PROFILE")
      .With("level", call::CodeOf(level))
      .With("profile", call::CodeOf(profile));
}

inline absl::Status LevelNotForLegalBasis(registry::v1::Level level, registry::v1::LegalBasis basis) {
  return Refused("LEVEL_NOT_FOR_LEGAL_BASIS")
      .With("level", call::CodeOf(level))
      .With("legal_basis", call::CodeOf(basis));
}

// Nobody of this profile stands on this ground: a relative has no contract.
inline absl::Status LegalBasisNotForProfile(registry::v1::LegalBasis basis, framework::v1::Profile profile) {
  return Refused("LEGAL_BASIS_NOT_FOR_PROFILE")
      .With("legal_basis", call::CodeOf(basis))
      .With("profile", call::CodeOf(profile));
}

// The level in force is no longer the one the step began at.
inline absl::Status LevelChanged(absl::string_view step, registry::v1::Level from, registry::v1::Level now) {
  return Refused("LEVEL_CHANGED")
      .With("from_level", call::CodeOf(from))
      .With("level", call::CodeOf(now))
      .Precondition(step, call::CodeOf(from), call::CodeOf(now));
}

inline absl::Status LevelNotLighter(registry::v1::Level level, registry::v1::Level proposed) {
  return Refused("LEVEL_NOT_LIGHTER")
      .With("level", call::CodeOf(level))
      .With("proposed_level", call::CodeOf(proposed));
}

inline absl::Status LevelNotHeavier(registry::v1::Level level, registry::v1::Level than) {
  return Refused("LEVEL_NOT_HEAVIER").With("level", call::CodeOf(level)).With("than", call::CodeOf(than));
}

// A step proposed downward from `from` cannot become one to `level`.
inline absl::Status StepGoesDown(absl::string_view step, registry::v1::Level from,
                                 registry::v1::Level level) {
  return Refused("STEP_GOES_DOWN")
      .With("step", step)
      .With("from_level", call::CodeOf(from))
      .With("level", call::CodeOf(level));
}

inline absl::Status ProvisionalNotForLevel(registry::v1::Level level) {
  return Refused("PROVISIONAL_NOT_FOR_LEVEL").With("level", call::CodeOf(level));
}

inline absl::Status ProvisionalLapsed(absl::string_view acute_case, absl::string_view lapse_time) {
  return Refused("PROVISIONAL_LAPSED").With("acute_case", acute_case).With("lapse_time", lapse_time);
}

inline absl::Status NotRatified(absl::string_view acute_case, absl::string_view state) {
  return Refused("ACUTE_CASE_NOT_RATIFIED")
      .With("acute_case", acute_case)
      .With("found", state)
      .Precondition(acute_case, "RATIFIED", state);
}

// The measure is older than the plan that it would replace.
inline absl::Status MeasureBeforePlan(absl::string_view measure, absl::string_view plan) {
  return Refused("MEASURE_BEFORE_PLAN").With("measure", measure).With("plan", plan);
}

inline absl::Status AlignmentRequired(registry::v1::Level level) {
  return Refused("ALIGNMENT_REQUIRED").With("level", call::CodeOf(level));
}

inline absl::Status HearingRequired(absl::string_view resource) {
  return Refused("HEARING_REQUIRED").With("resource", resource);
}

inline absl::Status HearingNotNeeded(registry::v1::Level level) {
  return Refused("HEARING_NOT_NEEDED").With("level", call::CodeOf(level));
}

// The term for the view stands still, so nothing says yet that no view will come.
inline absl::Status HearingTermSuspended(absl::string_view step) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "TERM_SUSPENDED")
      .With("resource", step)
      .With("kind", "escalation.hearing-due");
}

inline absl::Status HearingTermRunning(absl::string_view step, absl::string_view due_time) {
  return Refused("HEARING_TERM_RUNNING").With("step", step).With("due_time", due_time);
}

inline absl::Status ViewUnanswered(absl::string_view resource, int view) {
  return Refused("VIEW_UNANSWERED").With("resource", resource).With("view", absl::StrCat(view));
}

inline absl::Status ConfirmationNotAsked(absl::string_view resource, team::v1::Act act) {
  return Refused("CONFIRMATION_NOT_ASKED").With("resource", resource).With("act", call::CodeOf(act));
}

inline absl::Status AlreadyConfirmed(absl::string_view resource, team::v1::Act act) {
  return Refused("ALREADY_CONFIRMED").With("resource", resource).With("act", call::CodeOf(act));
}

// `resource` is a step or an acute case.
inline absl::Status NotPublicLaw(absl::string_view resource, registry::v1::LegalBasis basis) {
  return Refused("NOT_PUBLIC_LAW").With("resource", resource).With("legal_basis", call::CodeOf(basis));
}

inline absl::Status SideMeasureNotForLevel(registry::v1::Level level) {
  return Refused("SIDE_MEASURE_NOT_FOR_LEVEL").With("level", call::CodeOf(level));
}

// `resource` is a step, an acute case or a standing.
inline absl::Status NoMeasure(absl::string_view resource, registry::v1::Level level) {
  return Refused("NO_MEASURE").With("resource", resource).With("level", call::CodeOf(level));
}

// `who` says who may: roles and members.
inline absl::Status NoMandate(registry::v1::Level level, absl::string_view who) {
  return call::Error(absl::StatusCode::kPermissionDenied, "NO_MANDATE")
      .With("level", call::CodeOf(level))
      .With("mandate", who);
}

}  // namespace waarborg::escalation::errors

#endif  // WAARBORG_SERVICES_ESCALATION_ERRORS_H_
