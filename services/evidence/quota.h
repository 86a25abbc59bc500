#ifndef WAARBORG_SERVICES_EVIDENCE_QUOTA_H_
#define WAARBORG_SERVICES_EVIDENCE_QUOTA_H_

// How much a region may hold: each content once, however many attachments share it, and what is on its way.

#include <cstdint>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/ledger/unit_of_work.h"

namespace waarborg::evidence {

// Keeps room for a content that comes, all of it: until it is there its digest is only what somebody says.
// RESOURCE_EXHAUSTED (EVIDENCE_QUOTA).
absl::Status Reserve(ledger::UnitOfWork& unit, absl::string_view region, std::int64_t size,
                     std::int64_t limit);

// Gives the room back: the content does not come.
absl::Status Release(ledger::UnitOfWork& unit, absl::string_view region, std::int64_t reserved);

// The content is there: its room is used, unless the region held it already.
absl::Status Settle(ledger::UnitOfWork& unit, absl::string_view region, absl::string_view content_hash,
                    std::int64_t size, std::int64_t reserved);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_QUOTA_H_
