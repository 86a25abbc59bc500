#include <utility>

#include "services/escalation/acute_changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/confirmations.h"
#include "services/escalation/deadlines.h"

namespace waarborg::escalation {

absl::StatusOr<v1::AcuteCase> DismissAcuteCase(ledger::UnitOfWork& unit,
                                               const v1::DismissAcuteCaseRequest& request) {
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, request.name(), request.etag()));
  AcuteFile asked = file;
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "dismiss"));
  const EndingAct act{team::v1::ACT_DISMISS_ACUTE, kDismissalConfirmationDue};
  ASSIGN_OR_RETURN(const Ending ending,
                   AskEnding(unit, file.policy, request.name(), *file.record.mutable_confirmations(), act,
                             request.reason()));
  if (ending == Ending::kAsk) {
    *asked.record.mutable_confirmations() = file.record.confirmations();
    ASSIGN_OR_RETURN(ledger::Fact ask, FollowCase(unit, asked, "ask_dismissal"));
    ask.reason = request.reason();
    return KeepCase(unit, asked, std::move(ask));
  }
  file.record.set_close_reason(request.reason());
  RETURN_IF_ERROR(CloseCase(unit, file));
  fact.reason = request.reason();
  return KeepCase(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
