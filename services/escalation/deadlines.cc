#include "services/escalation/deadlines.h"

#include <utility>

#include "absl/status/status.h"
#include "services/call/code.h"
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
  const bool over = unit.now() >= ledger::TimeOf(hearing.due_time());
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

}  // namespace

const std::vector<ledger::DeadlineRule>& Deadlines() {
  static const std::vector<ledger::DeadlineRule>* const rules = new std::vector<ledger::DeadlineRule>{
      {kHearingDue, CloseOverdueHearing},
      {kStepConfirmationDue, FlagStepConfirmation},
      {kWithdrawalConfirmationDue, FlagStepConfirmation},
      {kAcuteResponseDue, FlagResponseOverdue},
      {kProvisionalLapse, LapseProvisional},
      {kHearAfterwardsDue, FlagHearingOverdue},
      {kDismissalConfirmationDue, FlagDismissalConfirmation},
      {kEvaluationDue, FlagEvaluation},
  };
  return *rules;
}

}  // namespace waarborg::escalation
