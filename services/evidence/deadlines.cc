#include "services/evidence/deadlines.h"

#include <optional>
#include <utility>

#include "services/evidence/names.h"
#include "services/evidence/records.h"
#include "services/evidence/revision.h"
#include "services/evidence/rules/lifecycle.h"
#include "services/evidence/session.h"
#include "services/language/status_macros.h"
#include "storage/blobs.h"

namespace waarborg::evidence {
namespace {

using internal::v1::Deadline;

absl::Status UploadExpires(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(const UploadName name, UploadName::Parse(deadline.resource()));
  ASSIGN_OR_RETURN(const std::optional<internal::v1::UploadSession> session, unit.Get(kUploads, name.Key()));
  if (!session.has_value()) return absl::OkStatus();
  return AbandonUpload(unit, *session, "UploadExpired");
}

absl::Status Removal(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(const UploadName name, UploadName::Parse(deadline.resource()));
  ASSIGN_OR_RETURN(const std::uint64_t left,
                   storage::RemoveWaste(unit.content(), name.attachment, kRemovedAtOnce));
  if (left == 0) return absl::OkStatus();
  return SetRemoval(unit, name.region, name.attachment);
}

absl::Status Expiry(ledger::UnitOfWork& unit, const Deadline& deadline) {
  ASSIGN_OR_RETURN(const AttachmentName name, AttachmentName::Parse(deadline.resource()));
  ASSIGN_OR_RETURN(v1::Attachment attachment, Load(unit.reader(), name));
  constexpr AttachmentStates kCounting{table::kQuarantined, table::kAvailable};
  if (!kCounting.Contains(attachment.state()) || attachment.expired()) return absl::OkStatus();
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowAttachment(unit, attachment, "mark_expired"));
  attachment.set_expired(true);
  return KeepAttachment(unit, std::move(attachment), std::move(fact)).status();
}

}  // namespace

const std::vector<ledger::DeadlineRule>& Deadlines() {
  static const std::vector<ledger::DeadlineRule>& rules = *new std::vector<ledger::DeadlineRule>{
      {kUploadExpires, &UploadExpires}, {kRemoval, &Removal}, {kExpiry, &Expiry}};
  return rules;
}

}  // namespace waarborg::evidence
