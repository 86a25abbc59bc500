// The bytes in the files, as storage/FORMAT.md describes them.

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rocksdb/db.h"
#include "storage/keys.h"
#include "storage/rocksdb/rocksdb_store.h"
#include "tests/storage/reading.h"
#include "tests/storage/scratch_directory.h"

namespace waarborg::storage {
namespace {

// Every key and value of the database, in hex and in order, read past the store.
std::vector<std::string> RawEntries(const std::string& directory) {
  rocksdb::DB* opened = nullptr;
  const rocksdb::Status status = rocksdb::DB::OpenForReadOnly(rocksdb::Options(), directory, &opened);
  EXPECT_TRUE(status.ok()) << status.ToString();
  const std::unique_ptr<rocksdb::DB> database(opened);
  const std::unique_ptr<rocksdb::Iterator> entry(database->NewIterator(rocksdb::ReadOptions()));
  std::vector<std::string> raw;
  for (entry->SeekToFirst(); entry->Valid(); entry->Next()) {
    raw.push_back(absl::StrCat(entry->key().ToString(true), " ", entry->value().ToString(true)));
  }
  for (std::string& line : raw) absl::AsciiStrToLower(&line);
  return raw;
}

TEST(FormatGolden, AFreshStoreHoldsItsMarksAndARecordLiesUnderItsTablesNumber) {
  const ScratchDirectory scratch;
  OpenOptions options;
  options.directory = scratch.In("data");
  options.create_time_micros = 1700000000000000;
  {
    const std::unique_ptr<Store> store = *Open(options);
    const std::string key = KeyBuilder().Text("nmd").Text("p1").Number(2).Take();
    ASSERT_TRUE(PutAndWait(*store, tables::kAssessmentByProvider, key, "v").ok());
  }
  EXPECT_THAT(RawEntries(options.directory),
              testing::ElementsAre(
                  // 0001 "create_time" end: "1700000000000000"
                  "00016372656174655f74696d650001 31373030303030303030303030303030",
                  // 0001 "product" end: "waarborg"
                  "000170726f647563740001 77616172626f7267",
                  // 0001 "schema_version" end: "1"
                  "0001736368656d615f76657273696f6e0001 31",
                  // 003d (61) "nmd" end "p1" end 2: "v"
                  "003d6e6d640001703100010000000000000002 76"));
}

}  // namespace
}  // namespace waarborg::storage
