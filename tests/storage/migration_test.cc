#include "storage/migration.h"

#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "storage/keys.h"
#include "storage/rocksdb/rocksdb_store.h"
#include "tests/storage/reading.h"

namespace waarborg::storage {
namespace {

constexpr TableId kTable{200};

std::unique_ptr<Store> MemoryStore() {
  OpenOptions options;
  options.in_memory = true;
  return *Open(options);
}

std::optional<std::string> Version(const Store& store) {
  return Value(*store.Read(), tables::kMeta, KeyBuilder().Text("schema_version").Take());
}

absl::Status AppendOne(Transaction& transaction) {
  transaction.Put(kTable, "steps", Value(transaction, kTable, "steps").value_or("") + "1");
  return absl::OkStatus();
}

absl::Status AppendTwo(Transaction& transaction) {
  transaction.Put(kTable, "steps", Value(transaction, kTable, "steps").value_or("") + "2");
  return absl::OkStatus();
}

absl::Status PutAndFail(Transaction& transaction) {
  transaction.Put(kTable, "steps", "half");
  return absl::DataLossError("cannot be rewritten");
}

TEST(Migration, AnOlderStoreGoesThroughEveryVersionInOrder) {
  const std::unique_ptr<Store> store = MemoryStore();
  const Migration migrations[] = {{2, "second", AppendTwo}, {1, "first", AppendOne}};
  ASSERT_TRUE(PrepareSchema(*store, 0, {.version = 3, .migrations = migrations}).ok());
  EXPECT_EQ(Value(*store->Read(), kTable, "steps"), "12");
  EXPECT_EQ(Version(*store), "3");
}

TEST(Migration, AStoreOfThisVersionIsLeftAlone) {
  const std::unique_ptr<Store> store = MemoryStore();
  const Migration migrations[] = {{1, "first", AppendOne}};
  ASSERT_TRUE(PrepareSchema(*store, 0, {.version = 2, .migrations = migrations}).ok());
  ASSERT_TRUE(PrepareSchema(*store, 0, {.version = 2, .migrations = migrations}).ok());
  EXPECT_EQ(Value(*store->Read(), kTable, "steps"), "1");
}

TEST(Migration, AFailedStepLeavesTheVersionBeforeIt) {
  const std::unique_ptr<Store> store = MemoryStore();
  const Migration migrations[] = {{1, "first", AppendOne}, {2, "second", PutAndFail}};
  EXPECT_EQ(PrepareSchema(*store, 0, {.version = 3, .migrations = migrations}).code(),
            absl::StatusCode::kDataLoss);
  EXPECT_EQ(Value(*store->Read(), kTable, "steps"), "1");
  EXPECT_EQ(Version(*store), "2");
}

TEST(Migration, AMissingStepIsRefusedAndNamesTheVersions) {
  const std::unique_ptr<Store> store = MemoryStore();
  const absl::Status status = PrepareSchema(*store, 0, {.version = 2, .migrations = {}});
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_NE(std::string(status.message()).find("version 1"), std::string::npos) << status;
  EXPECT_EQ(Version(*store), "1");
}

TEST(Migration, MarksOfANewerVersionAreRefused) {
  const std::unique_ptr<Store> store = MemoryStore();
  EXPECT_TRUE(CheckMarks(*store->Read(), true, {.version = 1}).ok());
  EXPECT_TRUE(CheckMarks(*store->Read(), true, {.version = 2}).ok());
  EXPECT_EQ(CheckMarks(*store->Read(), true, {.version = 0}).code(), absl::StatusCode::kFailedPrecondition);
}

TEST(Migration, AnUnreadableVersionIsDataLoss) {
  const std::unique_ptr<Store> store = MemoryStore();
  ASSERT_TRUE(PutAndWait(*store, tables::kMeta, KeyBuilder().Text("schema_version").Take(), "one").ok());
  EXPECT_EQ(CheckMarks(*store->Read(), true, CurrentSchema()).code(), absl::StatusCode::kDataLoss);
}

TEST(Migration, EveryMigrationOfThisProgramLeadsTowardsItsVersion) {
  for (const Migration& migration : CurrentSchema().migrations) {
    EXPECT_LT(migration.from, CurrentSchema().version) << migration.what;
  }
  EXPECT_EQ(CurrentSchema().version, kSchemaVersion);
}

}  // namespace
}  // namespace waarborg::storage
