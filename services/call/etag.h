#ifndef WAARBORG_SERVICES_CALL_ETAG_H_
#define WAARBORG_SERVICES_CALL_ETAG_H_

// Freshness (AIP-154). An etag is opaque to clients; here it is a count of the record's versions.

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace waarborg::call {

// The etag of the version after `current` ("" for a new record).
std::string NextEtag(absl::string_view current);

// OK when `given` is empty or current; otherwise ABORTED (ETAG_MISMATCH) with both values.
absl::Status CheckEtag(absl::string_view resource, absl::string_view given, absl::string_view current);

}  // namespace waarborg::call

#endif  // WAARBORG_SERVICES_CALL_ETAG_H_
