#include "services/escalation/deadlines.h"

#include <utility>

#include "absl/status/status.h"
#include "services/call/code.h"
#include "services/call/etag.h"
#include "services/escalation/acute_changes.h"
#include "services/escalation/changes.h"
#include "services/escalation/confirmations.h"
#include "services/escalation/records.h"
#include "services/escalation/rules/views.h"
#include "services/escalation/step_changes.h"
#include "services/ledger/time.h"
#include "services/registry/names.h"

namespace waarborg::escalation {
namespace {

using Deadline = internal::v1::Deadline;

// The term for the view is over. While an acute case is open the step waits; the end of that case asks again.
absl::Status CloseOverdueHearing(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, deadline.resource(), ""));
  v1::Hearing& hearing = *file.step.mutable_hearing();
  const bool over = hearing.has_due_time() && unit.now() >= ledger::TimeOf(hearing.due_time());
  if (file.step.state() != v1::Step::STATE_HEARING || !over) return absl::OkStatus();
  if (!file.standing.open_acute_case().empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowStep(unit, file, "term_passed"));
  *hearing.mutable_close_time() = ledger::Stamp(unit.now());
  hearing.set_no_view(!WasHeard(hearing));
  return KeepStep(unit, file, std::move(fact)).status();
}

absl::Status FlagStepConfirmation(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, deadline.resource(), ""));
  if (file.step.state() == v1::Step::STATE_REJECTED) return absl::OkStatus();
  if (!FlagOverdue(*file.step.mutable_confirmations(), unit.now())) return absl::OkStatus();
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowStep(unit, file, "confirmation_overdue"));
  return KeepStep(unit, file, std::move(fact)).status();
}

absl::Status FlagDismissalConfirmation(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, deadline.resource(), ""));
  if (!FlagOverdue(*file.record.mutable_confirmations(), unit.now())) return absl::OkStatus();
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "confirmation_overdue"));
  return KeepCase(unit, file, std::move(fact)).status();
}

// The acute clock ran out while the case was as it was raised.
absl::Status FlagResponseOverdue(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, deadline.resource(), ""));
  if (file.record.state() != v1::AcuteCase::STATE_RAISED) return absl::OkStatus();
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "response_overdue"));
  file.record.set_response_overdue(true);
  return KeepCase(unit, file, std::move(fact)).status();
}

// Nobody has ratified in time: the level before is in force again.
absl::Status LapseProvisional(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, deadline.resource(), ""));
  const bool over = unit.now() >= ledger::TimeOf(file.record.lapse_time());
  if (file.record.state() != v1::AcuteCase::STATE_PROVISIONAL || !over) return absl::OkStatus();
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "lapse"));
  ReturnLevel(unit, file);
  RETURN_IF_ERROR(CloseCase(unit, file));
  return KeepCase(unit, file, std::move(fact)).status();
}

absl::Status FlagHearingOverdue(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, deadline.resource(), ""));
  const bool waits = file.record.state() == v1::AcuteCase::STATE_PROVISIONAL && file.record.views().empty();
  if (!waits) return absl::OkStatus();
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "hearing_overdue"));
  file.record.set_hearing_overdue(true);
  return KeepCase(unit, file, std::move(fact)).status();
}

// A task for those who decide; the measure itself is neither lifted nor prolonged.
absl::Status FlagEvaluation(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(const StandingName name, StandingName::Parse(deadline.resource()));
  ASSIGN_OR_RETURN(v1::Standing standing, Load(unit.reader(), name));
  const bool due = standing.has_evaluation_date() && !standing.evaluation_due() &&
                   ledger::DayOf(standing.evaluation_date()) <= ledger::Today(unit.now());
  if (!due) return absl::OkStatus();
  standing.set_evaluation_due(true);
  RETURN_IF_ERROR(PutStanding(unit, standing));
  unit.Record({.kind = "EvaluationDue",
               .resource = standing.name(),
               .provider = registry::ProviderName{name.region, name.provider}.ToString(),
               .from_state = "",
               .to_state = "",
               .level = call::CodeOf(standing.level()),
               .reason = "",
               .role = team::v1::ROLE_SYSTEM,
               .on_behalf_of = ""});
  return absl::OkStatus();
}

absl::StatusOr<v1::Step> StepOf(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const StepName name, StepName::Parse(resource));
  return Load(reader, name);
}

absl::StatusOr<v1::AcuteCase> CaseOf(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const AcuteCaseName name, AcuteCaseName::Parse(resource));
  return Load(reader, name);
}

absl::StatusOr<bool> WaitsForDecision(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::Step step, StepOf(reader, resource));
  return step.state() == v1::Step::STATE_READY;
}

absl::StatusOr<bool> WaitsForStepConfirmation(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::Step step, StepOf(reader, resource));
  const team::Acts acts{team::v1::ACT_STEP_LOW, team::v1::ACT_STEP_HIGH};
  const bool stands = step.state() != v1::Step::STATE_REJECTED && step.state() != v1::Step::STATE_WITHDRAWN;
  return stands && team::LaterConfirmationWaits(step.confirmations(), acts);
}

absl::StatusOr<bool> WaitsForWithdrawal(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::Step step, StepOf(reader, resource));
  return team::LaterConfirmationWaits(step.confirmations(), team::Acts{team::v1::ACT_WITHDRAW_STEP});
}

absl::StatusOr<bool> WaitsForAnswer(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::AcuteCase record, CaseOf(reader, resource));
  return record.state() == v1::AcuteCase::STATE_RAISED;
}

absl::StatusOr<bool> WaitsForRatification(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::AcuteCase record, CaseOf(reader, resource));
  return record.state() == v1::AcuteCase::STATE_PROVISIONAL;
}

absl::StatusOr<bool> WaitsForHearing(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::AcuteCase record, CaseOf(reader, resource));
  return record.state() == v1::AcuteCase::STATE_PROVISIONAL && record.views().empty();
}

absl::StatusOr<bool> WaitsForDismissal(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const v1::AcuteCase record, CaseOf(reader, resource));
  return team::LaterConfirmationWaits(record.confirmations());
}

absl::StatusOr<bool> WaitsForEvaluation(const storage::Reader& reader, absl::string_view resource) {
  ASSIGN_OR_RETURN(const StandingName name, StandingName::Parse(resource));
  ASSIGN_OR_RETURN(const v1::Standing standing, Load(reader, name));
  return standing.evaluation_due();
}

// The hearing takes over a date that was moved; while its clock stands still it has none.
absl::Status FollowHearingTerm(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(const StepName name, StepName::Parse(deadline.resource()));
  ASSIGN_OR_RETURN(v1::Step step, Load(unit.reader(), name));
  step.mutable_hearing()->clear_due_time();
  if (!deadline.has_suspend_time()) *step.mutable_hearing()->mutable_due_time() = deadline.due_time();
  step.set_etag(call::NextEtag(step.etag()));
  *step.mutable_update_time() = ledger::Stamp(unit.now());
  return unit.Put(kSteps, name.Key(), step);
}

absl::Status FollowAcuteClock(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(const AcuteCaseName name, AcuteCaseName::Parse(deadline.resource()));
  ASSIGN_OR_RETURN(v1::AcuteCase record, Load(unit.reader(), name));
  *record.mutable_response_due_time() = deadline.due_time();
  record.set_etag(call::NextEtag(record.etag()));
  *record.mutable_update_time() = ledger::Stamp(unit.now());
  return unit.Put(kAcuteCases, name.Key(), record);
}

// Danger does not wait: the clock may be given longer by who decides, never stopped.
constexpr ledger::Moving kAcuteClock{
    .follow = &FollowAcuteClock, .role = team::v1::ROLE_DECISION_MAKER, .may_stand_still = false};

}  // namespace

const std::vector<ledger::DeadlineRule>& Deadlines() {
  static const std::vector<ledger::DeadlineRule>* const rules = new std::vector<ledger::DeadlineRule>{
      {kHearingDue, CloseOverdueHearing, WaitsForDecision, {.follow = FollowHearingTerm}},
      {kStepConfirmationDue, FlagStepConfirmation, WaitsForStepConfirmation},
      {kWithdrawalConfirmationDue, FlagStepConfirmation, WaitsForWithdrawal},
      {kAcuteResponseDue, FlagResponseOverdue, WaitsForAnswer, kAcuteClock},
      {kProvisionalLapse, LapseProvisional, WaitsForRatification},
      {kHearAfterwardsDue, FlagHearingOverdue, WaitsForHearing},
      {kDismissalConfirmationDue, FlagDismissalConfirmation, WaitsForDismissal},
      {kEvaluationDue, FlagEvaluation, WaitsForEvaluation},
  };
  return *rules;
}

}  // namespace waarborg::escalation
