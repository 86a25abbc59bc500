#include <utility>

#include "services/escalation/acute_changes.h"
#include "services/escalation/commands.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {

absl::StatusOr<v1::AcuteCase> NotifyPartner(ledger::UnitOfWork& unit,
                                            const v1::NotifyPartnerRequest& request) {
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "notify_partner"));
  v1::PartnerNotice& notice = *file.record.add_notices();
  notice = request.notice();
  notice.set_author(unit.call().caller.member);
  *notice.mutable_time() = ledger::Stamp(unit.now());
  return KeepCase(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
