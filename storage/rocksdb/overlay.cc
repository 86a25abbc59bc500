#include "storage/rocksdb/overlay.h"

#include <algorithm>
#include <utility>

#include "storage/rocksdb/physical_key.h"

namespace waarborg::storage {

void Overlay::Set(std::string physical_key, std::optional<std::string> value) {
  bytes_ += physical_key.size() + (value.has_value() ? value->size() : 0);
  const auto [entry, is_new] = entries_.try_emplace(std::move(physical_key));
  formers_.push_back({.entry = entry, .value = std::nullopt});
  if (!is_new) formers_.back().value.emplace(std::move(entry->second));
  entry->second = std::move(value);
}

const std::optional<std::string>* Overlay::Find(absl::string_view physical_key) const {
  const auto found = entries_.find(physical_key);
  return found == entries_.end() ? nullptr : &found->second;
}

void Overlay::Keep() {
  formers_.clear();
  kept_bytes_ = bytes_;
}

void Overlay::TakeBack() {
  for (; !formers_.empty(); formers_.pop_back()) {
    Former& former = formers_.back();
    if (former.value.has_value()) {
      former.entry->second = *std::move(former.value);
    } else {
      entries_.erase(former.entry);
    }
  }
  bytes_ = kept_bytes_;
}

std::vector<PendingEntry> Overlay::EntriesIn(const PhysicalRange& range, bool reverse) const {
  std::vector<PendingEntry> found;
  if (range.IsEmpty()) return found;
  const auto end = range.end.empty() ? entries_.end() : entries_.lower_bound(range.end);
  for (auto entry = entries_.lower_bound(range.begin); entry != end; ++entry) {
    found.push_back({.key = entry->first, .value = entry->second});
  }
  if (reverse) std::reverse(found.begin(), found.end());
  return found;
}

void Overlay::AppendTo(rocksdb::WriteBatch& batch) const {
  for (const auto& [key, value] : entries_) {
    if (value.has_value()) {
      batch.Put(key, *value);
    } else {
      batch.Delete(key);
    }
  }
}

absl::StatusOr<std::optional<std::string>> OverlayTransaction::Get(TableId table,
                                                                   absl::string_view key) const {
  const std::string physical = PhysicalKey(table, key);
  if (const std::optional<std::string>* pending = group_.Find(physical); pending != nullptr) return *pending;
  return ReadValue(database_, rocksdb::ReadOptions(), physical);
}

absl::Status OverlayTransaction::Scan(TableId table, const ScanRange& range, const ScanVisitor& visit) const {
  const std::vector<PendingEntry> pending = group_.EntriesIn(PhysicalRangeOf(table, range), range.reverse);
  return ScanMerged(database_, rocksdb::ReadOptions(), table, range, pending, visit);
}

void OverlayTransaction::Put(TableId table, absl::string_view key, std::string value) {
  group_.Set(PhysicalKey(table, key), std::move(value));
}

void OverlayTransaction::Delete(TableId table, absl::string_view key) {
  group_.Set(PhysicalKey(table, key), std::nullopt);
}

}  // namespace waarborg::storage
