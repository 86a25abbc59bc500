#include "storage/rocksdb/snapshot.h"

#include <utility>

#include "storage/rocksdb/cursor.h"

namespace waarborg::storage {

EngineSnapshot::EngineSnapshot(std::shared_ptr<Engine> engine) : engine_(std::move(engine)) {
  options_.snapshot = engine_->database->GetSnapshot();
}

EngineSnapshot::~EngineSnapshot() { engine_->database->ReleaseSnapshot(options_.snapshot); }

absl::StatusOr<std::optional<std::string>> EngineSnapshot::Get(TableId table, absl::string_view key) const {
  return ReadValue(*engine_->database, options_, PhysicalKey(table, key));
}

absl::Status EngineSnapshot::Scan(TableId table, const ScanRange& range, const ScanVisitor& visit) const {
  return ScanMerged(*engine_->database, options_, table, range, {}, visit);
}

}  // namespace waarborg::storage
