#include <string>
#include <utility>

#include "services/call/code.h"
#include "services/call/error.h"
#include "services/escalation/commands.h"
#include "services/escalation/confirmations.h"
#include "services/escalation/deadlines.h"
#include "services/escalation/step_changes.h"

namespace waarborg::escalation {
namespace {

bool IsStepAct(team::v1::Act act) { return act == team::v1::ACT_STEP_LOW || act == team::v1::ACT_STEP_HIGH; }

}  // namespace

absl::StatusOr<v1::Step> ConfirmStepAct(ledger::UnitOfWork& unit, const v1::ConfirmStepActRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), ""));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowStep(unit, file, "confirm_act"));
  const bool of_step = IsStepAct(request.act());
  if (of_step && file.step.state() == v1::Step::STATE_PROPOSED) {
    // Confirming what is proposed moves the step, by an rpc of its own.
    return call::error::IllegalTransition(request.name(), "confirm_act", "CONFIRMED, HEARING, READY, DECIDED",
                                          call::CodeOf(file.step.state()));
  }
  if (of_step) RETURN_IF_ERROR(CheckSecondPerson(unit.call().caller, file.step));
  RETURN_IF_ERROR(ConfirmAct(unit, request.name(), *file.step.mutable_confirmations(), request.act(),
                             request.content_digest()));
  RETURN_IF_ERROR(
      unit.ClearDeadline(request.name(), of_step ? kStepConfirmationDue : kWithdrawalConfirmationDue));
  if (of_step && file.step.has_decision()) file.step.mutable_decision()->set_single_assessor(false);
  return KeepStep(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
