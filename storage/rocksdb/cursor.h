#ifndef WAARBORG_STORAGE_ROCKSDB_CURSOR_H_
#define WAARBORG_STORAGE_ROCKSDB_CURSOR_H_

// Ordered walks over the database, alone or with writes that are still waiting laid over it.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "rocksdb/db.h"
#include "storage/rocksdb/physical_key.h"
#include "storage/store.h"

namespace waarborg::storage {

// A write that is not in the database yet; no value means that the key is deleted.
struct PendingEntry {
  std::string key;  // Physical.
  std::optional<std::string> value;
};

absl::StatusOr<std::optional<std::string>> ReadValue(rocksdb::DB& database,
                                                     const rocksdb::ReadOptions& options,
                                                     const std::string& physical_key);

// Visits `range`, in its direction and up to its limit, as it would be if `pending` were applied to the
// database. `pending` holds entries of the range only, in the direction of the scan, each key once.
absl::Status ScanMerged(rocksdb::DB& database, const rocksdb::ReadOptions& options, TableId table,
                        const ScanRange& range, const std::vector<PendingEntry>& pending,
                        const ScanVisitor& visit);

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_ROCKSDB_CURSOR_H_
