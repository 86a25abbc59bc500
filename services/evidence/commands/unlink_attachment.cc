#include <algorithm>
#include <string>
#include <utility>

#include "services/call/error.h"
#include "services/evidence/commands.h"
#include "services/evidence/records.h"
#include "services/evidence/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::evidence {

absl::StatusOr<v1::Attachment> UnlinkAttachment(ledger::UnitOfWork& unit,
                                                const v1::UnlinkAttachmentRequest& request) {
  ASSIGN_OR_RETURN(v1::Attachment attachment, OpenAttachment(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowAttachment(unit, attachment, "unlink"));
  ASSIGN_OR_RETURN(const AttachmentName name, AttachmentName::Parse(request.name()));
  auto& links = *attachment.mutable_links();
  const auto link = std::find(links.begin(), links.end(), request.target());
  if (link == links.end()) return call::error::NotFound("ATTACHMENT_LINK", request.target());
  links.erase(link);
  RETURN_IF_ERROR(unit.Delete(kAttachmentLinks, LinkKey(name, request.target())));
  fact.reason = request.reason();
  return KeepAttachment(unit, std::move(attachment), std::move(fact));
}

}  // namespace waarborg::evidence
