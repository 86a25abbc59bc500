#include "storage/rocksdb/overlay.h"

#include <algorithm>
#include <utility>

#include "storage/rocksdb/physical_key.h"

namespace waarborg::storage {

void Overlay::Set(std::string physical_key, std::optional<std::string> value) {
  bytes_ += physical_key.size() + (value.has_value() ? value->size() : 0);
  entries_.insert_or_assign(std::move(physical_key), std::move(value));
}

const std::optional<std::string>* Overlay::Find(absl::string_view physical_key) const {
  const Entries::const_iterator found = entries_.find(physical_key);
  return found == entries_.end() ? nullptr : &found->second;
}

void Overlay::Absorb(Overlay& newer) {
  bytes_ += newer.bytes_;
  for (auto& [key, value] : newer.entries_) entries_.insert_or_assign(key, std::move(value));
  newer = Overlay();
}

Overlay::Entries::const_iterator Overlay::EndOf(const Entries& entries, const PhysicalRange& range) {
  return range.end.empty() ? entries.end() : entries.lower_bound(range.end);
}

std::vector<PendingEntry> Overlay::RangeUnder(const Overlay& newer, const PhysicalRange& range,
                                              bool reverse) const {
  std::vector<PendingEntry> merged;
  if (range.IsEmpty()) return merged;
  Entries::const_iterator old_entry = entries_.lower_bound(range.begin);
  Entries::const_iterator new_entry = newer.entries_.lower_bound(range.begin);
  const Entries::const_iterator old_end = EndOf(entries_, range);
  const Entries::const_iterator new_end = EndOf(newer.entries_, range);
  while (old_entry != old_end || new_entry != new_end) {
    if (new_entry == new_end || (old_entry != old_end && old_entry->first < new_entry->first)) {
      merged.push_back({.key = old_entry->first, .value = old_entry->second});
      ++old_entry;
      continue;
    }
    if (old_entry != old_end && old_entry->first == new_entry->first) ++old_entry;
    merged.push_back({.key = new_entry->first, .value = new_entry->second});
    ++new_entry;
  }
  if (reverse) std::reverse(merged.begin(), merged.end());
  return merged;
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
  if (const std::optional<std::string>* own = writes_.Find(physical); own != nullptr) return *own;
  if (const std::optional<std::string>* earlier = group_.Find(physical); earlier != nullptr) return *earlier;
  return ReadValue(database_, rocksdb::ReadOptions(), physical);
}

absl::Status OverlayTransaction::Scan(TableId table, const ScanRange& range, const ScanVisitor& visit) const {
  const std::vector<PendingEntry> pending =
      group_.RangeUnder(writes_, PhysicalRangeOf(table, range), range.reverse);
  return ScanMerged(database_, rocksdb::ReadOptions(), table, range, pending, visit);
}

void OverlayTransaction::Put(TableId table, absl::string_view key, absl::string_view value) {
  writes_.Set(PhysicalKey(table, key), std::string(value));
}

void OverlayTransaction::Delete(TableId table, absl::string_view key) {
  writes_.Set(PhysicalKey(table, key), std::nullopt);
}

}  // namespace waarborg::storage
