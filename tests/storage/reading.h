#ifndef WAARBORG_TESTS_STORAGE_READING_H_
#define WAARBORG_TESTS_STORAGE_READING_H_

// What a store holds, in forms that a test can compare.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "storage/schema.h"
#include "storage/store.h"

namespace waarborg::storage {

using Entries = std::vector<std::pair<std::string, std::string>>;

inline std::optional<std::string> Value(const Reader& reader, TableId table, absl::string_view key) {
  const absl::StatusOr<std::optional<std::string>> value = reader.Get(table, key);
  EXPECT_TRUE(value.ok()) << value.status();
  return value.value_or(std::nullopt);
}

inline Entries Scanned(const Reader& reader, TableId table, const ScanRange& range) {
  Entries entries;
  const absl::Status status =
      reader.Scan(table, range, [&entries](absl::string_view key, absl::string_view value) {
        entries.emplace_back(key, value);
        return true;
      });
  EXPECT_TRUE(status.ok()) << status;
  return entries;
}

inline absl::Status PutAndWait(Store& store, TableId table, const std::string& key,
                               const std::string& value) {
  return WriteAndWait(store, [&](Transaction& transaction) {
    transaction.Put(table, key, value);
    return absl::OkStatus();
  });
}

}  // namespace waarborg::storage

#endif  // WAARBORG_TESTS_STORAGE_READING_H_
