#include "storage/rocksdb/cursor.h"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "services/language/die.h"
#include "storage/rocksdb/engine_status.h"

namespace waarborg::storage {
namespace {

// Stands on an entry of one range of the database, or past its end.
class Cursor final {
 public:
  Cursor(rocksdb::DB& database, rocksdb::ReadOptions options, PhysicalRange range, bool reverse)
      : range_(std::move(range)), lower_(range_.begin), upper_(range_.end), reverse_(reverse) {
    options.iterate_lower_bound = &lower_;
    if (!range_.end.empty()) options.iterate_upper_bound = &upper_;
    iterator_.reset(database.NewIterator(options));
    if (reverse_) {
      iterator_->SeekToLast();
    } else {
      iterator_->SeekToFirst();
    }
  }
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

  [[nodiscard]] bool Valid() const { return iterator_->Valid(); }
  [[nodiscard]] absl::string_view key() const { return ToView(iterator_->key()); }
  [[nodiscard]] absl::string_view value() const { return ToView(iterator_->value()); }
  [[nodiscard]] absl::Status status() const { return ToStatus(iterator_->status(), "scanning the store"); }
  void Advance() {
    if (reverse_) {
      iterator_->Prev();
    } else {
      iterator_->Next();
    }
  }

 private:
  const PhysicalRange range_;
  const rocksdb::Slice lower_;
  const rocksdb::Slice upper_;
  const bool reverse_;
  std::unique_ptr<rocksdb::Iterator> iterator_;
};

// The cursor and the pending entries as one ordered run, in which a pending entry hides the cursor's.
class MergedRun final {
 public:
  MergedRun(Cursor& cursor, const std::vector<PendingEntry>& pending, bool reverse)
      : cursor_(cursor), pending_(pending), reverse_(reverse) {
    Settle();
  }

  [[nodiscard]] bool Valid() const { return on_pending_ || cursor_.Valid(); }
  [[nodiscard]] absl::string_view key() const { return on_pending_ ? pending_[next_].key : cursor_.key(); }
  [[nodiscard]] absl::string_view value() const {
    return on_pending_ ? *pending_[next_].value : cursor_.value();
  }
  void Advance() {
    if (on_pending_) {
      ++next_;
    } else {
      cursor_.Advance();
    }
    Settle();
  }

 private:
  // Chooses the source of the next entry; steps over deleted keys and over what a pending entry hides.
  void Settle() {
    for (;; ++next_) {
      on_pending_ = next_ < pending_.size() && PendingComesFirst();
      if (!on_pending_) return;
      const PendingEntry& entry = pending_[next_];
      if (cursor_.Valid() && cursor_.key() == entry.key) cursor_.Advance();
      if (entry.value.has_value()) return;
    }
  }

  [[nodiscard]] bool PendingComesFirst() const {
    if (!cursor_.Valid()) return true;
    const int order = cursor_.key().compare(pending_[next_].key);
    return reverse_ ? order <= 0 : order >= 0;
  }

  Cursor& cursor_;
  const std::vector<PendingEntry>& pending_;
  const bool reverse_;
  std::size_t next_ = 0;
  bool on_pending_ = false;
};

}  // namespace

absl::StatusOr<std::optional<std::string>> ReadValue(rocksdb::DB& database,
                                                     const rocksdb::ReadOptions& options,
                                                     const std::string& physical_key) {
  std::string value;
  const rocksdb::Status status = database.Get(options, physical_key, &value);
  if (status.IsNotFound()) return std::optional<std::string>();
  if (!status.ok()) return ToStatus(status, "reading the store");
  return std::optional<std::string>(std::move(value));
}

absl::Status ScanMerged(rocksdb::DB& database, const rocksdb::ReadOptions& options, TableId table,
                        const ScanRange& range, const std::vector<PendingEntry>& pending,
                        const ScanVisitor& visit) {
  if (range.limit < 1 || range.limit > kMaxScanEntries) language::Die("the limit of a scan is out of bounds");
  PhysicalRange physical = PhysicalRangeOf(table, range);
  if (physical.IsEmpty()) return absl::OkStatus();
  Cursor cursor(database, options, std::move(physical), range.reverse);
  MergedRun run(cursor, pending, range.reverse);
  for (std::int64_t seen = 1; run.Valid(); ++seen) {
    if (!visit(run.key().substr(kTableBytes), run.value()) || seen == range.limit) break;
    run.Advance();
  }
  // Also after an early end: a cursor that failed may have left entries out before.
  return cursor.status();
}

}  // namespace waarborg::storage
