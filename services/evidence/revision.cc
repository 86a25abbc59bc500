#include "services/evidence/revision.h"

#include <string>
#include <utility>

#include "services/call/etag.h"
#include "services/evidence/deadlines.h"
#include "services/evidence/errors.h"
#include "services/evidence/names.h"
#include "services/evidence/records.h"
#include "services/evidence/rules/lifecycle.h"
#include "services/evidence/visibility.h"
#include "services/language/status_macros.h"
#include "services/ledger/follow.h"
#include "services/ledger/time.h"

namespace waarborg::evidence {

absl::StatusOr<v1::Attachment> OpenAttachment(const ledger::UnitOfWork& unit, absl::string_view name,
                                              absl::string_view etag) {
  ASSIGN_OR_RETURN(const AttachmentName parsed, AttachmentName::Parse(name));
  ASSIGN_OR_RETURN(v1::Attachment attachment, Load(unit.reader(), parsed));
  RETURN_IF_ERROR(CheckVisible(unit.call().caller, attachment));
  RETURN_IF_ERROR(call::CheckEtag(attachment.name(), etag, attachment.etag()));
  return attachment;
}

absl::StatusOr<ledger::Fact> FollowAttachment(const ledger::UnitOfWork& unit, v1::Attachment& attachment,
                                              absl::string_view event) {
  ASSIGN_OR_RETURN(ledger::Followed<AttachmentState> followed,
                   ledger::Follow(unit, kAttachmentLifecycle, attachment.state(), event, attachment.name(),
                                  attachment.provider()));
  attachment.set_state(followed.to);
  return std::move(followed.fact);
}

absl::StatusOr<v1::Attachment> KeepAttachment(ledger::UnitOfWork& unit, v1::Attachment attachment,
                                              ledger::Fact fact) {
  ASSIGN_OR_RETURN(const AttachmentName name, AttachmentName::Parse(attachment.name()));
  attachment.set_etag(call::NextEtag(attachment.etag()));
  *attachment.mutable_update_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kAttachments, name.Key(), attachment));
  unit.Record(std::move(fact));
  return VisibleTo(unit.call().caller, std::move(attachment));
}

absl::Status WatchExpiry(ledger::UnitOfWork& unit, v1::Attachment& attachment) {
  const absl::Time end = ledger::HasDate(attachment.expire_date())
                             ? ledger::EndOfDay(ledger::DayOf(attachment.expire_date()))
                             : absl::InfiniteFuture();
  if (unit.now() < end) attachment.set_expired(false);
  if (end == absl::InfiniteFuture()) return unit.ClearDeadline(attachment.name(), kExpiry);
  return unit.SetDeadline(attachment.name(), kExpiry, end, /*rule=*/"");
}

absl::StatusOr<v1::Attachment> OpenSuperseded(const ledger::UnitOfWork& unit,
                                              const v1::Attachment& attachment) {
  ASSIGN_OR_RETURN(v1::Attachment earlier, OpenAttachment(unit, attachment.supersedes(), /*etag=*/""));
  if (earlier.provider() != attachment.provider()) {
    return errors::RevisesOtherProvider(earlier.name(), earlier.provider());
  }
  if (!earlier.superseded_by().empty())
    return errors::AlreadyRevised(earlier.name(), earlier.superseded_by());
  return earlier;
}

absl::Status Supersede(ledger::UnitOfWork& unit, v1::Attachment& attachment) {
  attachment.set_revision(1);
  if (attachment.supersedes().empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(v1::Attachment earlier, OpenSuperseded(unit, attachment));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowAttachment(unit, earlier, "supersede"));
  attachment.set_revision(earlier.revision() + 1);
  earlier.set_superseded_by(attachment.name());
  return KeepAttachment(unit, std::move(earlier), std::move(fact)).status();
}

}  // namespace waarborg::evidence
