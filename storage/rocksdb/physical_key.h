#ifndef WAARBORG_STORAGE_ROCKSDB_PHYSICAL_KEY_H_
#define WAARBORG_STORAGE_ROCKSDB_PHYSICAL_KEY_H_

// A table is a prefix: the key in the database is the table's number, two bytes big-endian, and then the key.

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"
#include "rocksdb/slice.h"
#include "storage/store.h"

namespace waarborg::storage {

inline constexpr std::size_t kTableBytes = 2;

std::string PhysicalKey(TableId table, absl::string_view key);

// From `begin` (included) to `end` (excluded); an empty `end` means to the end of the database.
struct PhysicalRange {
  std::string begin;
  std::string end;

  [[nodiscard]] bool IsEmpty() const { return !end.empty() && begin >= end; }
};

PhysicalRange PhysicalRangeOf(TableId table, const ScanRange& range);

inline rocksdb::Slice ToSlice(absl::string_view view) { return {view.data(), view.size()}; }
inline absl::string_view ToView(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_ROCKSDB_PHYSICAL_KEY_H_
