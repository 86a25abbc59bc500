#ifndef WAARBORG_SERVICES_EVIDENCE_SESSION_H_
#define WAARBORG_SERVICES_EVIDENCE_SESSION_H_

// The commits of an upload, apart from its chunks: it begins, it is whole, or it comes to nothing. Each in a
// unit of work with its event.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/evidence/v1/evidence.pb.h"
#include "waarborg/internal/v1/evidence.pb.h"

namespace waarborg::evidence {

inline constexpr std::int64_t kLargestContent = std::int64_t{2} << 30;
// An upload that is not whole by then is given up.
inline constexpr absl::Duration kUploadTerm = absl::Hours(72);

// What the operator chose.
struct Settings {
  // The most that one region may hold.
  std::int64_t quota_bytes = std::int64_t{100} << 30;
  // Whether what comes in waits for a scanner.
  bool scans = false;
  // What is free where the store lies (disk.h); null where there is no disk that could fill up.
  std::function<std::filesystem::space_info()> disk_space = nullptr;
};

// Begins the upload, or finds where it stands. INVALID_ARGUMENT with all faults at once; NOT_FOUND for
// provider, framework or what it supersedes; PERMISSION_DENIED (OTHER_PROVIDER, UPLOAD_OF_ANOTHER),
// FAILED_PRECONDITION (UPLOAD_DIFFERS, ATTACHMENT_HAS_ENDED, EXECUTABLE_REFUSED, VOG_NOT_COPIED),
// ALREADY_EXISTS (ATTACHMENT_EXISTS, ATTACHMENT_DIFFERS), RESOURCE_EXHAUSTED (EVIDENCE_QUOTA,
// DISK_NEARLY_FULL).
absl::StatusOr<internal::v1::UploadPlace> BeginUpload(ledger::UnitOfWork& unit, const v1::UploadStart& start,
                                                      const Settings& settings);

// Makes the attachment of an upload whose bytes are all there, when their digest is the one declared. If not,
// the upload is given up (UploadRefused) and the outcome tells the digest of what came. FAILED_PRECONDITION
// (UPLOAD_INCOMPLETE); NOT_FOUND when it was given up meanwhile.
absl::StatusOr<internal::v1::UploadOutcome> FinishUpload(ledger::UnitOfWork& unit,
                                                         const internal::v1::UploadSession& session,
                                                         const Settings& settings);

// Gives an upload up, unless it came to its end meanwhile; records `kind` with `reason`. What was sent of it
// goes in steps.
absl::Status AbandonUpload(ledger::UnitOfWork& unit, const internal::v1::UploadSession& session,
                           absl::string_view kind, absl::string_view reason = "");

// The fact about an upload, in the role that lets the caller send evidence.
ledger::Fact UploadFact(const ledger::UnitOfWork& unit, const internal::v1::UploadSession& session,
                        absl::string_view kind);

// Lets the timer remove what is waste of a content. Part of the next event.
absl::Status SetRemoval(ledger::UnitOfWork& unit, const std::string& region, const std::string& content);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_SESSION_H_
