#ifndef WAARBORG_SERVICES_EVIDENCE_DOWNLOAD_H_
#define WAARBORG_SERVICES_EVIDENCE_DOWNLOAD_H_

#include "absl/status/statusor.h"
#include "services/call/call.h"
#include "storage/store.h"
#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::evidence {

// The head, then the range in order, a chunk at a time. NOT_FOUND; PERMISSION_DENIED (OTHER_PROVIDER,
// CLASS_NOT_ALLOWED); FAILED_PRECONDITION (NOT_SERVED, NO_CONTENT, WHOLE_ONLY); OUT_OF_RANGE (RANGE_OUTSIDE).
absl::StatusOr<call::Source<v1::DownloadAttachmentResponse>> OpenDownload(
    storage::Store& store, const call::Call& call, const v1::DownloadAttachmentRequest& request);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_DOWNLOAD_H_
