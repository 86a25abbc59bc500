#include <utility>

#include "services/escalation/acute_changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/confirmations.h"
#include "services/escalation/deadlines.h"

namespace waarborg::escalation {

absl::StatusOr<v1::AcuteCase> ConfirmAcuteCase(ledger::UnitOfWork& unit,
                                               const v1::ConfirmAcuteCaseRequest& request) {
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, request.name(), ""));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "confirm_act"));
  RETURN_IF_ERROR(ConfirmAct(unit, request.name(), *file.record.mutable_confirmations(), request.act(),
                             request.content_digest()));
  RETURN_IF_ERROR(unit.ClearDeadline(request.name(), kDismissalConfirmationDue));
  return KeepCase(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
