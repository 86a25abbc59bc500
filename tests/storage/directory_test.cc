// Which directories a store opens, and which it refuses without touching them.

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "rocksdb/db.h"
#include "storage/keys.h"
#include "storage/rocksdb/rocksdb_store.h"
#include "tests/storage/reading.h"
#include "tests/storage/scratch_directory.h"

namespace waarborg::storage {
namespace {

constexpr TableId kTable{200};

class Directory : public testing::Test {
 protected:
  absl::StatusOr<std::unique_ptr<Store>> OpenData() {
    OpenOptions options;
    options.directory = data_;
    return Open(options);
  }

  // A store with `entries` entries, closed again; they stand in the write-ahead log.
  void MakeStore(int entries) {
    const std::unique_ptr<Store> store = *OpenData();
    for (int i = 0; i < entries; ++i) {
      ASSERT_TRUE(PutAndWait(*store, kTable, KeyBuilder().Number(i).Take(), std::string(100, 'v')).ok());
    }
  }

  // A database that is not ours, with one entry unless `empty`, and a second column family if asked.
  void MakeForeignDatabase(bool empty, bool second_family) {
    rocksdb::Options options;
    options.create_if_missing = true;
    rocksdb::DB* opened = nullptr;
    ASSERT_TRUE(rocksdb::DB::Open(options, data_, &opened).ok());
    const std::unique_ptr<rocksdb::DB> database(opened);
    if (!empty) {
      ASSERT_TRUE(database->Put(rocksdb::WriteOptions(), "key", "value").ok());
    }
    if (!second_family) return;
    rocksdb::ColumnFamilyHandle* family = nullptr;
    ASSERT_TRUE(database->CreateColumnFamily(rocksdb::ColumnFamilyOptions(), "second", &family).ok());
    ASSERT_TRUE(database->DestroyColumnFamilyHandle(family).ok());
  }

  [[nodiscard]] std::map<std::string, std::string> Content() const {
    std::map<std::string, std::string> content;
    for (const std::string& path : FilesBelow(data_)) content[path] = ReadFile(path);
    return content;
  }

  // The store is refused with `says` in the message, and no file of the directory changed.
  void ExpectRefused(absl::StatusCode code, const std::string& says) {
    const std::map<std::string, std::string> before = Content();
    const absl::Status status = OpenData().status();
    EXPECT_EQ(status.code(), code) << status;
    EXPECT_TRUE(absl::StrContains(status.message(), says)) << status;
    EXPECT_TRUE(absl::StrContains(status.message(), data_)) << status;
    EXPECT_TRUE(Content() == before) << "the directory was changed";
  }

  const ScratchDirectory scratch_;
  const std::string data_ = scratch_.In("data");
};

TEST_F(Directory, AMissingOneIsMadeWithItsParents) {
  OpenOptions options;
  options.directory = scratch_.In("some/where/data");
  EXPECT_TRUE(Open(options).ok());
}

TEST_F(Directory, AnEmptyOneIsInitialisedAndOpensAgain) {
  std::filesystem::create_directory(data_);
  EXPECT_TRUE(OpenData().ok());
  EXPECT_TRUE(OpenData().ok());
}

TEST_F(Directory, TheRootOfAFreshFileSystemIsEmpty) {
  std::filesystem::create_directories(data_ + "/lost+found");
  EXPECT_TRUE(OpenData().ok());
}

TEST_F(Directory, ACreationThatWasCutShortIsBegunAgain) {
  WriteFile(data_ + "/LOCK", "");
  WriteFile(data_ + "/LOG", "some lines");
  WriteFile(data_ + "/IDENTITY", "an identity");
  WriteFile(data_ + "/MANIFEST-000001", "half");
  WriteFile(data_ + "/000001.dbtmp", "MANIFEST-000001");
  EXPECT_TRUE(OpenData().ok());
  EXPECT_TRUE(OpenData().ok());
}

TEST_F(Directory, AnEmptyDatabaseWithoutMarksIsInitialised) {
  MakeForeignDatabase(/*empty=*/true, /*second_family=*/false);
  EXPECT_TRUE(OpenData().ok());
}

TEST_F(Directory, OneWithOtherFilesIsRefusedAndNamesTheFile) {
  WriteFile(data_ + "/holiday.jpg", "not a store");
  ExpectRefused(absl::StatusCode::kFailedPrecondition, "holiday.jpg");
}

TEST_F(Directory, OneWithADatabaseOfAnotherProgramIsRefused) {
  MakeForeignDatabase(/*empty=*/false, /*second_family=*/false);
  ExpectRefused(absl::StatusCode::kFailedPrecondition, "another program");
}

TEST_F(Directory, OneWithColumnFamiliesIsRefused) {
  MakeForeignDatabase(/*empty=*/true, /*second_family=*/true);
  ExpectRefused(absl::StatusCode::kFailedPrecondition, "another program");
}

TEST_F(Directory, AStoreOfANewerReleaseIsRefused) {
  {
    const std::unique_ptr<Store> store = *OpenData();
    ASSERT_TRUE(PutAndWait(*store, tables::kMeta, KeyBuilder().Text("schema_version").Take(), "2").ok());
  }
  ExpectRefused(absl::StatusCode::kFailedPrecondition, "schema version 2");
}

TEST_F(Directory, AStoreThatLostItsCurrentFileIsNotTakenForAFreshOne) {
  MakeStore(10);
  std::filesystem::remove(data_ + "/CURRENT");
  ExpectRefused(absl::StatusCode::kFailedPrecondition, "no waarborg store");
}

TEST_F(Directory, OneThatIsInUseIsRefused) {
  const std::unique_ptr<Store> store = *OpenData();
  const absl::Status status = OpenData().status();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition) << status;
  EXPECT_TRUE(absl::StrContains(status.message(), "stop that first")) << status;
  EXPECT_TRUE(PutAndWait(*store, kTable, "key", "still served").ok());
}

TEST_F(Directory, ASnapshotKeepsItOpenUntilItIsGone) {
  std::unique_ptr<Store> store = *OpenData();
  ASSERT_TRUE(PutAndWait(*store, kTable, "key", "value").ok());
  std::unique_ptr<const Snapshot> snapshot = store->Read();
  store.reset();
  EXPECT_EQ(Value(*snapshot, kTable, "key"), "value");
  EXPECT_FALSE(OpenData().ok());
  snapshot.reset();
  EXPECT_TRUE(OpenData().ok());
}

TEST_F(Directory, ADamagedLogIsRefusedRatherThanShortened) {
  MakeStore(200);
  DamageFile(LargestFile(data_, ".log"));
  ExpectRefused(absl::StatusCode::kDataLoss, "Corruption");
}

TEST_F(Directory, ALogTornAtItsEndOpensWithAllThatIsWhole) {
  MakeStore(200);
  const std::string log = LargestFile(data_, ".log");
  std::filesystem::resize_file(log, std::filesystem::file_size(log) - 20);
  const absl::StatusOr<std::unique_ptr<Store>> store = OpenData();
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_EQ(Scanned(*(*store)->Read(), kTable, {}).size(), 199U);
}

}  // namespace
}  // namespace waarborg::storage
