#ifndef WAARBORG_STORAGE_ROCKSDB_SNAPSHOT_H_
#define WAARBORG_STORAGE_ROCKSDB_SNAPSHOT_H_

#include <memory>
#include <optional>
#include <string>

#include "rocksdb/db.h"
#include "storage/rocksdb/engine.h"
#include "storage/store.h"

namespace waarborg::storage {

// One moment of the database. Keeps the database open as long as it lives. Thread-safe.
class EngineSnapshot final : public Snapshot {
 public:
  explicit EngineSnapshot(std::shared_ptr<Engine> engine);
  ~EngineSnapshot() override;
  EngineSnapshot(const EngineSnapshot&) = delete;
  EngineSnapshot& operator=(const EngineSnapshot&) = delete;

  absl::StatusOr<std::optional<std::string>> Get(TableId table, absl::string_view key) const override;
  absl::Status Scan(TableId table, const ScanRange& range, const ScanVisitor& visit) const override;

 private:
  const std::shared_ptr<Engine> engine_;
  rocksdb::ReadOptions options_;
};

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_ROCKSDB_SNAPSHOT_H_
