#include <utility>

#include "services/evidence/commands.h"
#include "services/evidence/deadlines.h"
#include "services/evidence/records.h"
#include "services/evidence/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::evidence {

absl::StatusOr<v1::Attachment> WithdrawAttachment(ledger::UnitOfWork& unit,
                                                  const v1::WithdrawAttachmentRequest& request) {
  ASSIGN_OR_RETURN(v1::Attachment attachment, OpenAttachment(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowAttachment(unit, attachment, "withdraw"));
  ASSIGN_OR_RETURN(const AttachmentName name, AttachmentName::Parse(request.name()));
  ASSIGN_OR_RETURN(const std::optional<internal::v1::ScanOrder> order, unit.Get(kScanOrders, name.Key()));
  if (order.has_value()) RETURN_IF_ERROR(unit.Delete(kScanOrders, name.Key()));
  RETURN_IF_ERROR(unit.ClearDeadline(attachment.name(), kExpiry));
  attachment.set_withdraw_reason(request.reason());
  fact.reason = request.reason();
  return KeepAttachment(unit, std::move(attachment), std::move(fact));
}

}  // namespace waarborg::evidence
