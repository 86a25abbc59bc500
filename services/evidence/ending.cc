// Of session.h: how an upload ends.

#include <optional>
#include <utility>

#include "services/call/error.h"
#include "services/call/name.h"
#include "services/evidence/deadlines.h"
#include "services/evidence/errors.h"
#include "services/evidence/names.h"
#include "services/evidence/quota.h"
#include "services/evidence/records.h"
#include "services/evidence/revision.h"
#include "services/evidence/session.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/rules/sha256.h"
#include "storage/blobs.h"

namespace waarborg::evidence {
namespace {

using internal::v1::UploadOutcome;
using internal::v1::UploadSession;

// The upload as it is stored, unless it came to its end meanwhile.
absl::StatusOr<std::optional<UploadSession>> FindSame(const ledger::UnitOfWork& unit,
                                                      const UploadSession& session) {
  ASSIGN_OR_RETURN(const UploadName name, UploadName::Parse(session.name()));
  ASSIGN_OR_RETURN(std::optional<UploadSession> stored, unit.Get(kUploads, name.Key()));
  if (stored.has_value() && stored->content() != session.content()) stored.reset();
  return stored;
}

// The record of the upload goes, and its deadline with it.
absl::Status EndUpload(ledger::UnitOfWork& unit, const UploadSession& session) {
  ASSIGN_OR_RETURN(const UploadName name, UploadName::Parse(session.name()));
  RETURN_IF_ERROR(unit.Delete(kUploads, name.Key()));
  return unit.ClearDeadline(session.name(), kUploadExpires);
}

absl::StatusOr<v1::Attachment> Receive(ledger::UnitOfWork& unit, const UploadSession& session,
                                       const Settings& settings) {
  const AttachmentName name{.region = unit.call().region, .attachment = call::LastId(session.name())};
  v1::Attachment attachment = session.attachment();
  attachment.set_name(name.ToString());
  RETURN_IF_ERROR(Supersede(unit, attachment));
  ASSIGN_OR_RETURN(ledger::Fact fact,
                   FollowAttachment(unit, attachment, settings.scans ? "receive" : "receive_unscanned"));
  attachment.set_size_bytes(session.size_bytes());
  attachment.set_content_hash(session.content_hash());
  attachment.set_author(session.author());
  *attachment.mutable_receive_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(WatchExpiry(unit, attachment));
  if (settings.scans) {
    internal::v1::ScanOrder order;
    order.set_attachment(attachment.name());
    RETURN_IF_ERROR(unit.Put(kScanOrders, name.Key(), order));
  }
  return KeepAttachment(unit, std::move(attachment), std::move(fact));
}

}  // namespace

ledger::Fact UploadFact(const ledger::UnitOfWork& unit, const UploadSession& session,
                        absl::string_view kind) {
  ledger::Fact fact;
  fact.kind = std::string(kind);
  fact.resource = session.name();
  fact.provider = session.attachment().provider();
  fact.role = unit.call().caller.FirstOf({team::v1::ROLE_SYSTEM, team::v1::ROLE_QUALITY_MANAGER,
                                          team::v1::ROLE_TEAM_MEMBER, team::v1::ROLE_CONTRACT_MANAGER,
                                          team::v1::ROLE_PROVIDER_USER});
  return fact;
}

absl::StatusOr<UploadOutcome> FinishUpload(ledger::UnitOfWork& unit, const UploadSession& session,
                                           const Settings& settings) {
  ASSIGN_OR_RETURN(const UploadName name, UploadName::Parse(session.name()));
  ASSIGN_OR_RETURN(const std::optional<UploadSession> stored, FindSame(unit, session));
  ASSIGN_OR_RETURN(const std::optional<storage::Draft> draft,
                   storage::FindDraft(unit.reader(), session.content()));
  if (!stored.has_value() || !draft.has_value()) {
    return call::error::NotFound("UPLOAD", session.name());
  }
  if (draft->durable != draft->size) {
    return errors::UploadIncomplete(session.name(), static_cast<std::int64_t>(draft->durable),
                                    session.size_bytes());
  }
  UploadOutcome outcome;
  const std::optional<rules::Hash> found = rules::FromBytes(draft->digest_state);
  if (!found.has_value() || rules::ToHex(*found) != session.content_hash()) {
    outcome.set_other_hash(found.has_value() ? rules::ToHex(*found) : "");
    RETURN_IF_ERROR(AbandonUpload(unit, session, "UploadRefused", "DIGEST_MISMATCH"));
    return outcome;
  }
  ASSIGN_OR_RETURN(const bool is_new,
                   storage::SealDraft(unit.content(), session.content(), session.content_hash()));
  if (!is_new) RETURN_IF_ERROR(SetRemoval(unit, name.region, session.content()));
  RETURN_IF_ERROR(EndUpload(unit, session));
  RETURN_IF_ERROR(
      Settle(unit, name.region, session.content_hash(), session.size_bytes(), session.reserved_bytes()));
  ASSIGN_OR_RETURN(*outcome.mutable_attachment(), Receive(unit, session, settings));
  return outcome;
}

absl::Status AbandonUpload(ledger::UnitOfWork& unit, const UploadSession& session, absl::string_view kind,
                           absl::string_view reason) {
  ASSIGN_OR_RETURN(const std::optional<UploadSession> stored, FindSame(unit, session));
  if (!stored.has_value()) return absl::OkStatus();
  RETURN_IF_ERROR(storage::DiscardDraft(unit.content(), session.content()));
  RETURN_IF_ERROR(SetRemoval(unit, unit.call().region, session.content()));
  RETURN_IF_ERROR(EndUpload(unit, session));
  RETURN_IF_ERROR(Release(unit, unit.call().region, session.reserved_bytes()));
  ledger::Fact fact = UploadFact(unit, session, kind);
  fact.reason = std::string(reason);
  unit.Record(std::move(fact));
  return absl::OkStatus();
}

absl::Status SetRemoval(ledger::UnitOfWork& unit, const std::string& region, const std::string& content) {
  const UploadName of{.region = region, .attachment = content};
  return unit.SetDeadline(of.ToString(), kRemoval, unit.now(), /*rule=*/"");
}

}  // namespace waarborg::evidence
