#ifndef WAARBORG_SERVICES_COMMENT_REVISION_H_
#define WAARBORG_SERVICES_COMMENT_REVISION_H_

// One revision of a thread or a comment, as every command makes it: open, follow the table, change, keep.

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/comment/names.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/comment/v1/comment.pb.h"

namespace waarborg::comment {

// The thread, when the caller sees it and it is fresh. NOT_FOUND, ABORTED (ETAG_MISMATCH).
absl::StatusOr<v1::Thread> OpenThread(const ledger::UnitOfWork& unit, const ThreadName& name,
                                      absl::string_view etag);
// The comment, when the caller wrote it and it is fresh. NOT_FOUND, PERMISSION_DENIED (NOT_THE_AUTHOR),
// ABORTED (ETAG_MISMATCH).
absl::StatusOr<v1::Comment> OpenOwnComment(const ledger::UnitOfWork& unit, absl::string_view name,
                                           absl::string_view etag);

// Moves the record along its table for the caller and gives the fact to record. FAILED_PRECONDITION
// (ILLEGAL_TRANSITION), PERMISSION_DENIED (ROLE_NOT_ALLOWED).
absl::StatusOr<ledger::Fact> FollowThread(const ledger::UnitOfWork& unit, v1::Thread& thread,
                                          absl::string_view event, const std::string& provider);
absl::StatusOr<ledger::Fact> FollowComment(const ledger::UnitOfWork& unit, v1::Comment& comment,
                                           absl::string_view event, const std::string& provider);

// Puts the record with a new etag; the next fact tells of it.
absl::Status PutThread(ledger::UnitOfWork& unit, v1::Thread& thread);

// Puts the record with a new etag and records the fact; gives it back as the caller may read it.
absl::StatusOr<v1::Thread> KeepThread(ledger::UnitOfWork& unit, v1::Thread thread, ledger::Fact fact);
absl::StatusOr<v1::Comment> KeepComment(ledger::UnitOfWork& unit, v1::Comment comment, ledger::Fact fact);

}  // namespace waarborg::comment

#endif  // WAARBORG_SERVICES_COMMENT_REVISION_H_
