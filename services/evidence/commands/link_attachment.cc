#include <string>
#include <utility>

#include "services/call/error.h"
#include "services/evidence/commands.h"
#include "services/evidence/errors.h"
#include "services/evidence/records.h"
#include "services/evidence/revision.h"
#include "services/evidence/targets.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::evidence {
namespace {

absl::Status CheckTarget(const ledger::UnitOfWork& unit, const v1::Attachment& attachment,
                         const std::string& name) {
  const call::Caller& caller = unit.call().caller;
  const bool by_provider = caller.Holds(team::v1::ROLE_PROVIDER_USER);
  // Before it is looked for: the answer tells nothing of what there is.
  if (by_provider && !ProvidersMayLink(name)) return errors::LinkNotProviders(name);
  ASSIGN_OR_RETURN(const std::string provider, ProviderOfTarget(unit.reader(), caller, name));
  if (!provider.empty() && provider != attachment.provider()) {
    return errors::LinkOtherProvider(name, attachment.provider());
  }
  return by_provider && provider.empty() ? errors::LinkNotProviders(name) : absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::Attachment> LinkAttachment(ledger::UnitOfWork& unit,
                                              const v1::LinkAttachmentRequest& request) {
  ASSIGN_OR_RETURN(v1::Attachment attachment, OpenAttachment(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowAttachment(unit, attachment, "link"));
  RETURN_IF_ERROR(CheckTarget(unit, attachment, request.target()));
  ASSIGN_OR_RETURN(const AttachmentName name, AttachmentName::Parse(request.name()));
  const std::string key = LinkKey(name, request.target());
  ASSIGN_OR_RETURN(const std::optional<v1::AttachmentLink> there, unit.Get(kAttachmentLinks, key));
  if (there.has_value()) return call::error::Exists("ATTACHMENT_LINK", request.target());
  if (attachment.links_size() >= kMostLinks) return errors::TooManyLinks(attachment.name(), kMostLinks);
  v1::AttachmentLink link;
  link.set_attachment(attachment.name());
  link.set_resource(request.target());
  link.set_note(request.note());
  link.set_author(unit.call().caller.member);
  *link.mutable_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kAttachmentLinks, key, link));
  attachment.add_links(request.target());
  return KeepAttachment(unit, std::move(attachment), std::move(fact));
}

}  // namespace waarborg::evidence
