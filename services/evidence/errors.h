#ifndef WAARBORG_SERVICES_EVIDENCE_ERRORS_H_
#define WAARBORG_SERVICES_EVIDENCE_ERRORS_H_

// What can go wrong with evidence, one function each. The sentences stand in
// proto/labels/messages/evidence.json under the reason.

#include <cstdint>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"

namespace waarborg::evidence::errors {

inline absl::Status ClassNotAllowed(absl::string_view attachment, absl::string_view confidentiality) {
  return call::Error(absl::StatusCode::kPermissionDenied, "CLASS_NOT_ALLOWED")
      .With("attachment", attachment)
      .With("class", confidentiality);
}

inline absl::Status UploadOfAnother(absl::string_view upload) {
  return call::Error(absl::StatusCode::kPermissionDenied, "UPLOAD_OF_ANOTHER").With("upload", upload);
}

// The same id with something else; `differs` names the fields.
inline absl::Status UploadDiffers(absl::string_view upload, absl::string_view differs) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "UPLOAD_DIFFERS")
      .With("upload", upload)
      .With("differs", differs);
}

// The same, of what has come in.
inline absl::Status AttachmentDiffers(absl::string_view attachment, absl::string_view differs) {
  return call::Error(absl::StatusCode::kAlreadyExists, "ATTACHMENT_DIFFERS")
      .With("attachment", attachment)
      .With("differs", differs);
}

// What came in under the id counts no more.
inline absl::Status AttachmentHasEnded(absl::string_view attachment, absl::string_view state) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "ATTACHMENT_HAS_ENDED")
      .With("attachment", attachment)
      .With("found", state)
      .Precondition(attachment, "QUARANTINED, AVAILABLE", state);
}

inline absl::Status UploadOffset(std::int64_t given, std::int64_t durable) {
  return call::Error(absl::StatusCode::kAborted, "UPLOAD_OFFSET")
      .With("given", absl::StrCat(given))
      .With("expected", absl::StrCat(durable));
}

inline absl::Status UploadIncomplete(absl::string_view upload, std::int64_t durable, std::int64_t size) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "UPLOAD_INCOMPLETE")
      .With("upload", upload)
      .With("durable_bytes", absl::StrCat(durable))
      .With("size_bytes", absl::StrCat(size))
      .Precondition(upload, absl::StrCat(size), absl::StrCat(durable));
}

inline absl::Status DigestMismatch(absl::string_view declared, absl::string_view found) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "DIGEST_MISMATCH")
      .With("declared", declared)
      .With("found", found);
}

inline absl::Status ExecutableRefused(absl::string_view found) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "EXECUTABLE_REFUSED").With("found", found);
}

inline absl::Status VogNotCopied() {
  return call::Error(absl::StatusCode::kFailedPrecondition, "VOG_NOT_COPIED");
}

inline absl::Status Quota(absl::string_view region, std::int64_t used, std::int64_t asked,
                          std::int64_t limit) {
  return call::Error(absl::StatusCode::kResourceExhausted, "EVIDENCE_QUOTA")
      .With("region", region)
      .With("used", absl::StrCat(used))
      .With("asked", absl::StrCat(asked))
      .With("limit", absl::StrCat(limit));
}

inline absl::Status DiskNearlyFull(std::uintmax_t available, std::int64_t asked, std::uintmax_t reserve) {
  return call::Error(absl::StatusCode::kResourceExhausted, "DISK_NEARLY_FULL")
      .With("available", absl::StrCat(available))
      .With("asked", absl::StrCat(asked))
      .With("reserve", absl::StrCat(reserve));
}

inline absl::Status NotServed(absl::string_view attachment, absl::string_view state) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "NOT_SERVED")
      .With("attachment", attachment)
      .With("found", state)
      .Precondition(attachment, "AVAILABLE", state);
}

inline absl::Status NoContent(absl::string_view attachment) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "NO_CONTENT").With("attachment", attachment);
}

inline absl::Status WholeOnly(absl::string_view attachment, std::int64_t size) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "WHOLE_ONLY")
      .With("attachment", attachment)
      .With("size_bytes", absl::StrCat(size));
}

inline absl::Status OutOfRange(std::int64_t offset, std::int64_t length, std::int64_t size) {
  return call::Error(absl::StatusCode::kOutOfRange, "RANGE_OUTSIDE")
      .With("offset", absl::StrCat(offset))
      .With("length", absl::StrCat(length))
      .With("size_bytes", absl::StrCat(size));
}

inline absl::Status LinkOtherProvider(absl::string_view target, absl::string_view provider) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "LINK_OTHER_PROVIDER")
      .With("target", target)
      .With("provider", provider);
}

inline absl::Status LinkNotProviders(absl::string_view target) {
  return call::Error(absl::StatusCode::kPermissionDenied, "LINK_NOT_PROVIDERS").With("target", target);
}

inline absl::Status TooManyLinks(absl::string_view attachment, int most) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "TOO_MANY_LINKS")
      .With("attachment", attachment)
      .With("most", absl::StrCat(most));
}

inline absl::Status AlreadyRevised(absl::string_view attachment, absl::string_view by) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "ALREADY_REVISED")
      .With("attachment", attachment)
      .With("by", by);
}

inline absl::Status RevisesOtherProvider(absl::string_view attachment, absl::string_view provider) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "REVISES_OTHER_PROVIDER")
      .With("attachment", attachment)
      .With("provider", provider);
}

}  // namespace waarborg::evidence::errors

#endif  // WAARBORG_SERVICES_EVIDENCE_ERRORS_H_
