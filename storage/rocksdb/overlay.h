#ifndef WAARBORG_STORAGE_ROCKSDB_OVERLAY_H_
#define WAARBORG_STORAGE_ROCKSDB_OVERLAY_H_

// Writes that are not in the database yet, and the transaction that reads through them.

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rocksdb/db.h"
#include "rocksdb/write_batch.h"
#include "storage/rocksdb/cursor.h"
#include "storage/store.h"

namespace waarborg::storage {

// The last write of each key, in key order. What was set since the last Keep can be taken back. Not
// thread-safe.
class Overlay final {
 public:
  // No value deletes the key.
  void Set(std::string physical_key, std::optional<std::string> value);

  // Null when nothing is known of the key; no value when it is deleted.
  [[nodiscard]] const std::optional<std::string>* Find(absl::string_view physical_key) const;

  void Keep();
  void TakeBack();

  // The entries of the range, in the direction asked.
  [[nodiscard]] std::vector<PendingEntry> EntriesIn(const PhysicalRange& range, bool reverse) const;

  void AppendTo(rocksdb::WriteBatch& batch) const;
  [[nodiscard]] bool IsEmpty() const { return entries_.empty(); }

  // What was set and not taken back, in bytes of keys and values, overwritten entries included.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  using Entries = std::map<std::string, std::optional<std::string>, std::less<>>;

  // What stood at an entry before it was set; nothing when the entry was not there.
  struct Former {
    Entries::iterator entry;
    std::optional<std::optional<std::string>> value;
  };

  Entries entries_;
  std::size_t bytes_ = 0;
  std::vector<Former> formers_;  // Since the last Keep, oldest first.
  std::size_t kept_bytes_ = 0;
};

// One write function's view: its own writes and those of earlier functions of its group, over the database.
// A visitor of Scan may write: the scan shows the entries of the moment at which it began.
class OverlayTransaction final : public Transaction {
 public:
  OverlayTransaction(rocksdb::DB& database, Overlay& group) : database_(database), group_(group) {}

  absl::StatusOr<std::optional<std::string>> Get(TableId table, absl::string_view key) const override;
  absl::Status Scan(TableId table, const ScanRange& range, const ScanVisitor& visit) const override;
  void Put(TableId table, absl::string_view key, std::string value) override;
  void Delete(TableId table, absl::string_view key) override;

 private:
  rocksdb::DB& database_;
  Overlay& group_;
};

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_ROCKSDB_OVERLAY_H_
