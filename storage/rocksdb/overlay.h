#ifndef WAARBORG_STORAGE_ROCKSDB_OVERLAY_H_
#define WAARBORG_STORAGE_ROCKSDB_OVERLAY_H_

// Writes that are not in the database yet, and the transaction that reads through them.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/btree_map.h"
#include "rocksdb/db.h"
#include "rocksdb/write_batch.h"
#include "storage/rocksdb/cursor.h"
#include "storage/store.h"

namespace waarborg::storage {

// The last write of each key, in key order. Not thread-safe.
class Overlay final {
 public:
  // No value deletes the key.
  void Set(std::string physical_key, std::optional<std::string> value);

  // Null when nothing is known of the key; no value when it is deleted.
  [[nodiscard]] const std::optional<std::string>* Find(absl::string_view physical_key) const;

  // Lays `newer` over this one and leaves it empty.
  void Absorb(Overlay& newer);

  // The entries of the range with those of `newer` laid over them, in the direction asked.
  [[nodiscard]] std::vector<PendingEntry> RangeUnder(const Overlay& newer, const PhysicalRange& range,
                                                     bool reverse) const;

  void AppendTo(rocksdb::WriteBatch& batch) const;
  [[nodiscard]] bool IsEmpty() const { return entries_.empty(); }

  // What was set so far, in bytes of keys and values, overwritten entries included.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  using Entries = absl::btree_map<std::string, std::optional<std::string>>;

  static Entries::const_iterator EndOf(const Entries& entries, const PhysicalRange& range);

  Entries entries_;
  std::size_t bytes_ = 0;
};

// One write function's view: its own writes, over those of earlier functions of its group, over the database.
// A visitor of Scan may write: the scan shows the entries of the moment at which it began.
class OverlayTransaction final : public Transaction {
 public:
  OverlayTransaction(rocksdb::DB& database, const Overlay& group) : database_(database), group_(group) {}

  absl::StatusOr<std::optional<std::string>> Get(TableId table, absl::string_view key) const override;
  absl::Status Scan(TableId table, const ScanRange& range, const ScanVisitor& visit) const override;
  void Put(TableId table, absl::string_view key, absl::string_view value) override;
  void Delete(TableId table, absl::string_view key) override;

  [[nodiscard]] Overlay& writes() { return writes_; }

 private:
  rocksdb::DB& database_;
  const Overlay& group_;
  Overlay writes_;
};

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_ROCKSDB_OVERLAY_H_
