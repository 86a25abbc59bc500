#ifndef WAARBORG_STORAGE_ROCKSDB_ENGINE_STATUS_H_
#define WAARBORG_STORAGE_ROCKSDB_ENGINE_STATUS_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "rocksdb/status.h"

namespace waarborg::storage {

// The engine's status in our words: corruption is DATA_LOSS, a failing disk UNAVAILABLE, a full one
// RESOURCE_EXHAUSTED, a database it cannot read as configured FAILED_PRECONDITION. `doing` opens the message.
absl::Status ToStatus(const rocksdb::Status& status, absl::string_view doing);

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_ROCKSDB_ENGINE_STATUS_H_
