#include <utility>

#include "services/escalation/commands.h"
#include "services/escalation/confirmations.h"
#include "services/escalation/deadlines.h"
#include "services/escalation/step_changes.h"

namespace waarborg::escalation {

absl::StatusOr<v1::Step> WithdrawStep(ledger::UnitOfWork& unit, const v1::WithdrawStepRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  StepFile asked = file;
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowStep(unit, file, "withdraw"));
  const EndingAct act{team::v1::ACT_WITHDRAW_STEP, kWithdrawalConfirmationDue};
  ASSIGN_OR_RETURN(const Ending ending, AskEnding(unit, file.policy, request.name(),
                                                  *file.step.mutable_confirmations(), act, request.reason()));
  if (ending == Ending::kAsk) {
    *asked.step.mutable_confirmations() = file.step.confirmations();
    ASSIGN_OR_RETURN(ledger::Fact ask, FollowStep(unit, asked, "ask_withdrawal"));
    ask.reason = request.reason();
    return KeepStep(unit, asked, std::move(ask));
  }
  return EndStep(unit, file, request.reason(), std::move(fact));
}

}  // namespace waarborg::escalation
