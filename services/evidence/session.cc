#include "services/evidence/session.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/call/authorization.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/call/name.h"
#include "services/evidence/deadlines.h"
#include "services/evidence/disk.h"
#include "services/evidence/errors.h"
#include "services/evidence/metadata.h"
#include "services/evidence/names.h"
#include "services/evidence/quota.h"
#include "services/evidence/records.h"
#include "services/evidence/revision.h"
#include "services/evidence/rules/lifecycle.h"
#include "services/evidence/rules/media_type.h"
#include "services/evidence/visibility.h"
#include "services/language/blank.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"
#include "services/rules/sha256.h"
#include "storage/blobs.h"

namespace waarborg::evidence {
namespace {

using internal::v1::UploadPlace;
using internal::v1::UploadSession;

UploadName NameOf(const ledger::UnitOfWork& unit, absl::string_view id) {
  return {.region = unit.call().region, .attachment = std::string(id)};
}

// REQUIRES: CheckStart.
std::string HashOf(const v1::UploadStart& start) {
  return rules::ToHex(*rules::FromHex(start.content_hash()));
}

absl::Status CheckStart(const ledger::UnitOfWork& unit, const v1::UploadStart& start) {
  call::Violations violations;
  if (!call::IsChosenId(start.attachment_id())) violations.Add("start.attachment_id", "INVALID_ID");
  if (start.size_bytes() < 1 || start.size_bytes() > kLargestContent) {
    violations.Add("start.size_bytes", "CONTENT_SIZE", absl::StrCat(start.size_bytes()));
  }
  if (!rules::FromHex(start.content_hash()).has_value()) violations.Add("start.content_hash", "INVALID_HASH");
  if (language::IsBlank(start.attachment().file_name())) {
    violations.Add("start.attachment.file_name", "REQUIRED");
  }
  RETURN_IF_ERROR(
      CheckMetadata(unit.reader(), unit.call().caller, start.attachment(), "start.attachment", violations));
  return violations.ToStatus();
}

// Whether such a thing is taken at all.
absl::Status CheckTaken(const v1::Attachment& attachment) {
  if (IsProgramName(attachment.file_name())) return errors::ExecutableRefused(attachment.file_name());
  if (IsProgramType(attachment.media_type())) return errors::ExecutableRefused(attachment.media_type());
  return CheckCopy(attachment);
}

// The place of an upload that was begun before.
absl::StatusOr<UploadPlace> TakeUp(const ledger::UnitOfWork& unit, const v1::UploadStart& start,
                                   UploadSession session, const Settings& settings) {
  if (session.author() != unit.call().caller.member) return errors::UploadOfAnother(session.name());
  std::vector<std::string> differs =
      FieldsThatDiffer(session.attachment(), Declared(unit.call().caller, start.attachment()));
  if (session.size_bytes() != start.size_bytes()) differs.emplace_back("size_bytes");
  if (session.content_hash() != HashOf(start)) differs.emplace_back("content_hash");
  if (!differs.empty()) return errors::UploadDiffers(session.name(), absl::StrJoin(differs, ", "));
  ASSIGN_OR_RETURN(const std::optional<storage::Draft> draft,
                   storage::FindDraft(unit.reader(), session.content()));
  if (!draft.has_value()) return absl::DataLossError(absl::StrCat(session.name(), " has no content"));
  RETURN_IF_ERROR(CheckDisk(settings, static_cast<std::int64_t>(draft->size - draft->durable)));
  UploadPlace place;
  place.set_durable_bytes(static_cast<std::int64_t>(draft->durable));
  place.set_digest_state(draft->digest_state);
  *place.mutable_session() = std::move(session);
  return place;
}

// The attachment that an upload of this id came to; the same sender with the same content, of which it says
// the same, gets it again.
absl::StatusOr<std::optional<v1::Attachment>> FindEarlier(const ledger::UnitOfWork& unit,
                                                          const v1::UploadStart& start) {
  const AttachmentName name{.region = unit.call().region, .attachment = start.attachment_id()};
  ASSIGN_OR_RETURN(std::optional<v1::Attachment> earlier, unit.Get(kAttachments, name.Key()));
  if (!earlier.has_value()) return earlier;
  const bool same = earlier->author() == unit.call().caller.member &&
                    earlier->size_bytes() == start.size_bytes() && earlier->content_hash() == HashOf(start);
  if (!same) return call::error::Exists("ATTACHMENT", earlier->name());
  constexpr AttachmentStates kCounting{table::kQuarantined, table::kAvailable};
  if (!kCounting.Contains(earlier->state())) {
    return errors::AttachmentHasEnded(earlier->name(), call::CodeOf(earlier->state()));
  }
  const std::vector<std::string> differs = FieldsThatDiffer(Declared(unit.call().caller, *earlier),
                                                            Declared(unit.call().caller, start.attachment()));
  if (!differs.empty()) return errors::AttachmentDiffers(earlier->name(), absl::StrJoin(differs, ", "));
  return VisibleTo(unit.call().caller, *std::move(earlier));
}

UploadSession SessionOf(const ledger::UnitOfWork& unit, const v1::UploadStart& start) {
  UploadSession session;
  session.set_name(NameOf(unit, start.attachment_id()).ToString());
  *session.mutable_attachment() = Declared(unit.call().caller, start.attachment());
  session.set_size_bytes(start.size_bytes());
  session.set_content_hash(HashOf(start));
  session.set_content(unit.call().NewId());
  session.set_author(unit.call().caller.member);
  *session.mutable_expire_time() = ledger::Stamp(unit.now() + kUploadTerm);
  return session;
}

absl::StatusOr<UploadPlace> Start(ledger::UnitOfWork& unit, UploadSession session, const Settings& settings) {
  RETURN_IF_ERROR(CheckDisk(settings, session.size_bytes()));
  RETURN_IF_ERROR(Reserve(unit, unit.call().region, session.size_bytes(), settings.quota_bytes));
  session.set_reserved_bytes(session.size_bytes());
  const storage::Draft draft{.size = static_cast<std::uint64_t>(session.size_bytes()),
                             .durable = 0,
                             .digest_state = rules::RunningSha256().State()};
  storage::BeginDraft(unit.content(), session.content(), draft);
  ASSIGN_OR_RETURN(const UploadName name, UploadName::Parse(session.name()));
  RETURN_IF_ERROR(unit.Put(kUploads, name.Key(), session));
  RETURN_IF_ERROR(unit.SetDeadline(session.name(), kUploadExpires, unit.now() + kUploadTerm,
                                   /*rule=*/""));
  unit.Record(UploadFact(unit, session, "UploadStarted"));
  UploadPlace place;
  place.set_digest_state(draft.digest_state);
  *place.mutable_session() = std::move(session);
  return place;
}

}  // namespace

absl::StatusOr<UploadPlace> BeginUpload(ledger::UnitOfWork& unit, const v1::UploadStart& start,
                                        const Settings& settings) {
  RETURN_IF_ERROR(CheckStart(unit, start));
  RETURN_IF_ERROR(call::CheckOwnProvider(unit.call().caller, start.attachment().provider()));
  ASSIGN_OR_RETURN(const registry::ProviderName provider,
                   registry::ProviderName::Parse(start.attachment().provider()));
  RETURN_IF_ERROR(registry::Load(unit.reader(), provider).status());
  ASSIGN_OR_RETURN(std::optional<v1::Attachment> earlier, FindEarlier(unit, start));
  if (earlier.has_value()) {
    UploadPlace place;
    *place.mutable_attachment() = *std::move(earlier);
    return place;
  }
  ASSIGN_OR_RETURN(std::optional<UploadSession> session,
                   unit.Get(kUploads, NameOf(unit, start.attachment_id()).Key()));
  if (session.has_value()) return TakeUp(unit, start, *std::move(session), settings);
  RETURN_IF_ERROR(CheckTaken(start.attachment()));
  if (!start.attachment().supersedes().empty()) {
    RETURN_IF_ERROR(OpenSuperseded(unit, start.attachment()).status());
  }
  return Start(unit, SessionOf(unit, start), settings);
}

}  // namespace waarborg::evidence
