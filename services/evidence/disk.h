#ifndef WAARBORG_SERVICES_EVIDENCE_DISK_H_
#define WAARBORG_SERVICES_EVIDENCE_DISK_H_

// Evidence leaves room on the disk that it shares with the journal, for a disk that is full ends the server.

#include <cstdint>

#include "absl/status/status.h"
#include "services/evidence/session.h"

namespace waarborg::evidence {

// What evidence leaves free of a disk of this size: 1 GiB, or 5 % of one smaller than 20 GiB.
std::uintmax_t DiskReserve(std::uintmax_t capacity);

// OK when so many bytes more leave the reserve free. RESOURCE_EXHAUSTED (DISK_NEARLY_FULL). Asks the system.
absl::Status CheckDisk(const Settings& settings, std::int64_t bytes);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_DISK_H_
