#ifndef WAARBORG_SERVICES_EVIDENCE_METADATA_H_
#define WAARBORG_SERVICES_EVIDENCE_METADATA_H_

// What people say about a piece of evidence, checked before it is kept.

#include <string>
#include <vector>

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

// Of what is copied. FAILED_PRECONDITION (VOG_NOT_COPIED) for a certificate of conduct without a reason.
absl::Status CheckCopy(const v1::Attachment& attachment);

// Fills in what follows where nothing is said: the class, and whether it is whole-only.
void FillClass(const call::Caller& caller, v1::Attachment& attachment);

// What the caller says of the attachment and what follows from it, without what only the server says.
v1::Attachment Declared(const call::Caller& caller, v1::Attachment attachment);

// The names of the fields in which they differ, in field order.
std::vector<std::string> FieldsThatDiffer(v1::Attachment one, v1::Attachment other);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_METADATA_H_
