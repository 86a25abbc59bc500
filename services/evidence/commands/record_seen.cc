#include <string>
#include <utility>

#include "services/call/error.h"
#include "services/call/name.h"
#include "services/evidence/commands.h"
#include "services/evidence/metadata.h"
#include "services/evidence/names.h"
#include "services/evidence/records.h"
#include "services/evidence/revision.h"
#include "services/evidence/rules/confidentiality.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"

namespace waarborg::evidence {
namespace {

absl::Status CheckRequest(const ledger::UnitOfWork& unit, const v1::RecordSeenRequest& request) {
  call::Violations violations;
  if (!request.attachment_id().empty() && !call::IsChosenId(request.attachment_id())) {
    violations.Add("attachment_id", "INVALID_ID");
  }
  const absl::CivilDay seen = ledger::DayOf(request.seen().seen_date());
  if (seen > ledger::Today(unit.now())) violations.Add("seen.seen_date", "DATE_IN_FUTURE");
  if (ledger::DayOf(request.seen().date()) > seen) violations.Add("seen.date", "SEEN_BEFORE_ISSUED");
  return violations.ToStatus();
}

}  // namespace

absl::StatusOr<v1::Attachment> RecordSeen(ledger::UnitOfWork& unit, const v1::RecordSeenRequest& request) {
  RETURN_IF_ERROR(CheckRequest(unit, request));
  ASSIGN_OR_RETURN(const registry::ProviderName provider, registry::ProviderName::Parse(request.provider()));
  RETURN_IF_ERROR(registry::Load(unit.reader(), provider).status());
  const AttachmentName name{
      .region = unit.call().region,
      .attachment = request.attachment_id().empty() ? unit.call().NewId() : request.attachment_id()};
  ASSIGN_OR_RETURN(const std::optional<v1::Attachment> taken, unit.Get(kAttachments, name.Key()));
  ASSIGN_OR_RETURN(const std::optional<internal::v1::UploadSession> under_way,
                   unit.Get(kUploads, name.Key()));
  if (taken.has_value() || under_way.has_value()) return call::error::Exists("ATTACHMENT", name.ToString());
  v1::Attachment attachment;
  attachment.set_name(name.ToString());
  attachment.set_provider(request.provider());
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowAttachment(unit, attachment, "record_seen"));
  attachment.set_title(std::string(kVog));
  attachment.set_evidence_type(std::string(kVog));
  attachment.set_revision(1);
  *attachment.mutable_seen() = request.seen();
  attachment.mutable_seen()->set_seen_by(unit.call().caller.member);
  attachment.set_author(unit.call().caller.member);
  *attachment.mutable_receive_time() = ledger::Stamp(unit.now());
  FillClass(unit.call().caller, attachment);
  return KeepAttachment(unit, std::move(attachment), std::move(fact));
}

}  // namespace waarborg::evidence
