#include <utility>

#include "services/escalation/acute_changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/deadlines.h"
#include "services/escalation/provider_acts.h"
#include "services/escalation/visibility.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {

absl::StatusOr<v1::AcuteCase> HearAfterwards(ledger::UnitOfWork& unit,
                                             const v1::HearAfterwardsRequest& request) {
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "hear_afterwards"));
  RETURN_IF_ERROR(
      NoteOnBehalf(unit, request.has_on_behalf_of_provider(), request.on_behalf_of_provider(), fact));
  *file.record.add_views() = ViewOf(request, unit.call().caller.member, ledger::Stamp(unit.now()));
  RETURN_IF_ERROR(unit.ClearDeadline(request.name(), kHearAfterwardsDue));
  ASSIGN_OR_RETURN(v1::AcuteCase record, KeepCase(unit, file, std::move(fact)));
  return SeenBy(unit.call().caller, std::move(record));
}

}  // namespace waarborg::escalation
