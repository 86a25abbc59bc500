#ifndef WAARBORG_SERVICES_EVIDENCE_METADATA_H_
#define WAARBORG_SERVICES_EVIDENCE_METADATA_H_

// What people say about a piece of evidence, checked before it is kept.

#include "absl/status/status.h"
#include "services/call/call.h"
#include "services/call/error.h"
#include "storage/store.h"
#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::evidence {

// Adds every fault of the attachment as the caller wants it to be; `path` is where it stands in the request.
// NOT_FOUND for a framework that does not exist.
absl::Status CheckMetadata(const storage::Reader& reader, const call::Caller& caller,
                           const v1::Attachment& attachment, absl::string_view path,
                           call::Violations& violations);

// Fills in what follows where nothing is said: the class, and whether it is whole-only.
void FillClass(const call::Caller& caller, v1::Attachment& attachment);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_METADATA_H_
