#include "storage/rocksdb/physical_key.h"

#include <cstdint>

#include "storage/keys.h"

namespace waarborg::storage {

std::string PhysicalKey(TableId table, absl::string_view key) {
  const auto number = static_cast<std::uint16_t>(table);
  std::string physical;
  physical.reserve(kTableBytes + key.size());
  physical.push_back(static_cast<char>(number >> 8));
  physical.push_back(static_cast<char>(number & 0xff));
  physical.append(key.data(), key.size());
  return physical;
}

PhysicalRange PhysicalRangeOf(TableId table, const ScanRange& range) {
  return {.begin = PhysicalKey(table, range.begin),
          .end = range.end.empty() ? PrefixEnd(PhysicalKey(table, "")) : PhysicalKey(table, range.end)};
}

}  // namespace waarborg::storage
