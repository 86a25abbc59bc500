#ifndef WAARBORG_SERVICES_EVIDENCE_REVISION_H_
#define WAARBORG_SERVICES_EVIDENCE_REVISION_H_

// One change of an attachment, as every command makes it: open, follow the table, change, keep.
//
//   ASSIGN_OR_RETURN(v1::Attachment attachment, OpenAttachment(unit, request.name(), request.etag()));
//   ASSIGN_OR_RETURN(ledger::Fact fact, FollowAttachment(unit, attachment, "withdraw"));
//   attachment.set_...;
//   return KeepAttachment(unit, std::move(attachment), std::move(fact));

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::evidence {

// The record, when the caller may see it and it is fresh. NOT_FOUND, PERMISSION_DENIED (OTHER_PROVIDER,
// CLASS_NOT_ALLOWED), ABORTED (ETAG_MISMATCH).
absl::StatusOr<v1::Attachment> OpenAttachment(const ledger::UnitOfWork& unit, absl::string_view name,
                                              absl::string_view etag);

// Moves the record along its table for the caller and gives the fact to record. FAILED_PRECONDITION
// (ILLEGAL_TRANSITION), PERMISSION_DENIED (ROLE_NOT_ALLOWED).
absl::StatusOr<ledger::Fact> FollowAttachment(const ledger::UnitOfWork& unit, v1::Attachment& attachment,
                                              absl::string_view event);

// Puts the record with a new etag and records the fact; gives it back as the caller may read it.
absl::StatusOr<v1::Attachment> KeepAttachment(ledger::UnitOfWork& unit, v1::Attachment attachment,
                                              ledger::Fact fact);

// Lets the timer note when the last day it counts has passed; or no longer. What counts again is not expired.
absl::Status WatchExpiry(ledger::UnitOfWork& unit, v1::Attachment& attachment);

// What `attachment` supersedes, when it may: of the same provider, visible to the caller, and not superseded
// yet. NOT_FOUND, PERMISSION_DENIED, FAILED_PRECONDITION (ALREADY_REVISED, REVISES_OTHER_PROVIDER,
// ILLEGAL_TRANSITION).
absl::StatusOr<v1::Attachment> OpenSuperseded(const ledger::UnitOfWork& unit,
                                              const v1::Attachment& attachment);

// Numbers the attachment as the next revision of what it supersedes, if anything, and notes it there.
absl::Status Supersede(ledger::UnitOfWork& unit, v1::Attachment& attachment);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_REVISION_H_
