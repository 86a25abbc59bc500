#include "services/evidence/queries.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/authorization.h"
#include "services/call/error.h"
#include "services/call/page.h"
#include "services/evidence/errors.h"
#include "services/evidence/names.h"
#include "services/evidence/records.h"
#include "services/evidence/targets.h"
#include "services/evidence/visibility.h"
#include "services/language/status_macros.h"
#include "services/ledger/page_scan.h"
#include "services/registry/names.h"
#include "storage/blobs.h"
#include "storage/keys.h"

namespace waarborg::evidence {
namespace {

using Page = ledger::PageOf<v1::Attachment>;

absl::StatusOr<v1::Upload> FinishedUpload(const ledger::View& view, const UploadName& name) {
  const AttachmentName of{.region = name.region, .attachment = name.attachment};
  ASSIGN_OR_RETURN(const std::optional<v1::Attachment> attachment, view.Get(kAttachments, of.Key()));
  if (!attachment.has_value()) return call::error::NotFound("UPLOAD", name.ToString());
  if (attachment->author() != view.call.caller.member) return errors::UploadOfAnother(name.ToString());
  v1::Upload upload;
  upload.set_name(name.ToString());
  upload.set_size_bytes(attachment->size_bytes());
  upload.set_content_hash(attachment->content_hash());
  upload.set_durable_bytes(attachment->size_bytes());
  upload.set_attachment(attachment->name());
  return upload;
}

absl::StatusOr<Page> SupportersOf(const ledger::View& view, const std::string& region,
                                  const std::string& target, const call::Page& page) {
  ASSIGN_OR_RETURN(ledger::PageOf<v1::AttachmentLink> links,
                   ledger::ListRecords(view.reader, kAttachmentLinks, LinkPrefix(region, target), page));
  Page found{.items = {}, .next_page_token = std::move(links.next_page_token)};
  for (const v1::AttachmentLink& link : links.items) {
    ASSIGN_OR_RETURN(const AttachmentName name, AttachmentName::Parse(link.attachment()));
    ASSIGN_OR_RETURN(v1::Attachment attachment, Load(view.reader, name));
    found.items.push_back(std::move(attachment));
  }
  return found;
}

absl::StatusOr<Page> AttachmentsOf(const ledger::View& view, const std::string& region,
                                   const std::string& provider, const call::Page& page) {
  storage::KeyBuilder prefix;
  prefix.Text(region);
  if (provider.empty()) return ledger::ListRecords(view.reader, kAttachments, prefix.Take(), page);
  prefix.Text(provider);
  return ledger::ListByIndex(view.reader, kAttachments, prefix.Take(), page);
}

// A provider that names none means itself.
std::string ProviderAsked(const call::Caller& caller, const v1::ListAttachmentsRequest& request) {
  const bool own =
      request.provider().empty() && request.target().empty() && caller.Holds(team::v1::ROLE_PROVIDER_USER);
  return own ? caller.provider : request.provider();
}

}  // namespace

absl::StatusOr<v1::Upload> GetUpload(const ledger::View& view, const v1::GetUploadRequest& request) {
  ASSIGN_OR_RETURN(const UploadName name, UploadName::Parse(request.name()));
  ASSIGN_OR_RETURN(const std::optional<internal::v1::UploadSession> session, view.Get(kUploads, name.Key()));
  if (!session.has_value()) return FinishedUpload(view, name);
  if (session->author() != view.call.caller.member) return errors::UploadOfAnother(name.ToString());
  ASSIGN_OR_RETURN(const std::optional<storage::Draft> draft,
                   storage::FindDraft(view.reader, session->content()));
  v1::Upload upload;
  upload.set_name(session->name());
  upload.set_size_bytes(session->size_bytes());
  upload.set_content_hash(session->content_hash());
  upload.set_durable_bytes(draft.has_value() ? static_cast<std::int64_t>(draft->durable) : 0);
  *upload.mutable_expire_time() = session->expire_time();
  return upload;
}

absl::StatusOr<v1::Attachment> GetAttachment(const ledger::View& view,
                                             const v1::GetAttachmentRequest& request) {
  ASSIGN_OR_RETURN(const AttachmentName name, AttachmentName::Parse(request.name()));
  ASSIGN_OR_RETURN(v1::Attachment attachment, Load(view.reader, name));
  RETURN_IF_ERROR(CheckVisible(view.call.caller, attachment));
  return VisibleTo(view.call.caller, std::move(attachment));
}

absl::StatusOr<v1::ListAttachmentsResponse> ListAttachments(const ledger::View& view,
                                                            const v1::ListAttachmentsRequest& request) {
  ASSIGN_OR_RETURN(const registry::RegionName region, registry::RegionName::Parse(request.parent()));
  const call::Caller& caller = view.call.caller;
  if (!request.target().empty() && !request.provider().empty()) {
    call::Violations violations;
    violations.Add("target", "TARGET_OR_PROVIDER");
    return violations.ToStatus();
  }
  const std::string provider = ProviderAsked(caller, request);
  if (!provider.empty()) RETURN_IF_ERROR(call::CheckOwnProvider(caller, provider));
  if (!request.target().empty() && caller.IsOnlyProvider()) {
    RETURN_IF_ERROR(ProviderOfTarget(view.reader, caller, request.target()).status());
  }
  ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(request.page_size(), request.page_token(),
                                                          absl::StrCat("attachments|", request.parent(), "|",
                                                                       provider, "|", request.target())));
  ASSIGN_OR_RETURN(Page found, request.target().empty()
                                   ? AttachmentsOf(view, region.region, provider, page)
                                   : SupportersOf(view, region.region, request.target(), page));
  v1::ListAttachmentsResponse response;
  for (v1::Attachment& attachment : found.items) {
    if (!CheckVisible(caller, attachment).ok()) continue;
    *response.add_attachments() = VisibleTo(caller, std::move(attachment));
  }
  response.set_next_page_token(std::move(found.next_page_token));
  return response;
}

}  // namespace waarborg::evidence
