#ifndef WAARBORG_SERVICES_EVIDENCE_QUERIES_H_
#define WAARBORG_SERVICES_EVIDENCE_QUERIES_H_

// Reading evidence, as visibility.h says who may. Lists: INVALID_ARGUMENT (INVALID_PAGE_SIZE,
// INVALID_PAGE_TOKEN).

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::evidence {

// NOT_FOUND, PERMISSION_DENIED (UPLOAD_OF_ANOTHER).
absl::StatusOr<v1::Upload> GetUpload(const ledger::View& view, const v1::GetUploadRequest& request);

// PERMISSION_DENIED (OTHER_PROVIDER, CLASS_NOT_ALLOWED).
absl::StatusOr<v1::Attachment> GetAttachment(const ledger::View& view,
                                             const v1::GetAttachmentRequest& request);

// By name; those of one provider, or those that support one thing. A provider that names none gets its own,
// and asks only after what it may read: NOT_FOUND in the words of its noun.
absl::StatusOr<v1::ListAttachmentsResponse> ListAttachments(const ledger::View& view,
                                                            const v1::ListAttachmentsRequest& request);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_QUERIES_H_
