#ifndef WAARBORG_SERVICES_EVIDENCE_COMMANDS_H_
#define WAARBORG_SERVICES_EVIDENCE_COMMANDS_H_

// The changing rpcs of EvidenceService but for UploadAttachment (upload.h), one file each in commands/. What
// each does stands in waarborg/evidence/v1/evidence.proto; the order of events in rules/lifecycle.h; the
// errors in errors.h. All of them: NOT_FOUND, PERMISSION_DENIED (OTHER_PROVIDER, CLASS_NOT_ALLOWED,
// ROLE_NOT_ALLOWED), ABORTED (ETAG_MISMATCH), FAILED_PRECONDITION (ILLEGAL_TRANSITION).

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::evidence {

// An attachment supports so many things at most.
inline constexpr int kMostLinks = 200;

// INVALID_ARGUMENT with all faults at once (NOT_CHANGEABLE, NO_EXCERPT_STAYS, and those of metadata.h);
// FAILED_PRECONDITION (VOG_NOT_COPIED).
absl::StatusOr<v1::Attachment> UpdateAttachment(ledger::UnitOfWork& unit,
                                                const v1::UpdateAttachmentRequest& request);

// FAILED_PRECONDITION (LINK_OTHER_PROVIDER, TOO_MANY_LINKS), ALREADY_EXISTS (ATTACHMENT_LINK_EXISTS),
// PERMISSION_DENIED (LINK_NOT_PROVIDERS).
absl::StatusOr<v1::Attachment> LinkAttachment(ledger::UnitOfWork& unit,
                                              const v1::LinkAttachmentRequest& request);

// NOT_FOUND (ATTACHMENT_LINK_NOT_FOUND).
absl::StatusOr<v1::Attachment> UnlinkAttachment(ledger::UnitOfWork& unit,
                                                const v1::UnlinkAttachmentRequest& request);

// INVALID_ARGUMENT (DATE_IN_FUTURE, SEEN_BEFORE_ISSUED), ALREADY_EXISTS (ATTACHMENT_EXISTS).
absl::StatusOr<v1::Attachment> RecordSeen(ledger::UnitOfWork& unit, const v1::RecordSeenRequest& request);

absl::StatusOr<v1::Attachment> WithdrawAttachment(ledger::UnitOfWork& unit,
                                                  const v1::WithdrawAttachmentRequest& request);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_COMMANDS_H_
