#ifndef WAARBORG_SERVICES_EVIDENCE_DEADLINES_H_
#define WAARBORG_SERVICES_EVIDENCE_DEADLINES_H_

// What the timer does about evidence. It raises flags and clears away what nobody came back for; it decides
// nothing (G7).

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/ledger/deadlines.h"

namespace waarborg::evidence {

// An upload must be whole.
inline constexpr absl::string_view kUploadExpires = "evidence.upload-expires";
// Chunks that belong to nothing any more go, so many at once; set again until all are gone.
inline constexpr absl::string_view kRemoval = "evidence.content-removal";
inline constexpr std::uint64_t kRemovedAtOnce = 1024;
// The last day an attachment counts for anything.
inline constexpr absl::string_view kExpiry = "evidence.attachment-expires";

// The write function of each kind.
const std::vector<ledger::DeadlineRule>& Deadlines();

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_DEADLINES_H_
