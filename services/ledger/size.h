#ifndef WAARBORG_SERVICES_LEDGER_SIZE_H_
#define WAARBORG_SERVICES_LEDGER_SIZE_H_

// What is kept can be shown: an answer and an event, its texts included, must fit into one answer of the
// server.

#include <cstddef>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "services/call/error.h"

namespace waarborg::ledger {

// Below the server's limit of an answer by as much as a page of smaller records takes.
inline constexpr std::size_t kMostRecordBytes = std::size_t{3} << 20;

// FAILED_PRECONDITION (RECORD_TOO_LARGE).
inline absl::Status CheckSize(std::size_t bytes) {
  if (bytes <= kMostRecordBytes) return absl::OkStatus();
  return call::Error(absl::StatusCode::kFailedPrecondition, "RECORD_TOO_LARGE")
      .With("bytes", absl::StrCat(bytes))
      .With("most", absl::StrCat(kMostRecordBytes));
}

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_SIZE_H_
