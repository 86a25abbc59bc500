#include "storage/backup.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "rocksdb/db.h"
#include "rocksdb/utilities/backup_engine.h"
#include "storage/keys.h"
#include "storage/rocksdb/rocksdb_store.h"
#include "tests/storage/reading.h"
#include "tests/storage/scratch_directory.h"

namespace waarborg::storage {
namespace {

constexpr TableId kLeft{200};
constexpr TableId kRight{201};

class BackupTest : public testing::Test {
 protected:
  static std::unique_ptr<Store> OpenIn(const std::string& directory) {
    OpenOptions options;
    options.directory = directory;
    absl::StatusOr<std::unique_ptr<Store>> store = Open(options);
    EXPECT_TRUE(store.ok()) << store.status();
    return store.ok() ? *std::move(store) : nullptr;
  }

  // Makes a backup of a store with `entries` entries of some size.
  void MakeBackup(int entries) {
    const std::unique_ptr<Store> store = OpenIn(data_);
    for (int i = 0; i < entries; ++i) {
      ASSERT_TRUE(PutAndWait(*store, kLeft, KeyBuilder().Number(i).Take(), std::string(200, 'v')).ok());
    }
    const absl::StatusOr<std::uint32_t> number = store->Backup(backups_);
    ASSERT_TRUE(number.ok()) << number.status();
  }

  // Nothing was put into the target of a restore that failed.
  void ExpectNothingRestored() {
    EXPECT_TRUE(!std::filesystem::exists(restored_) || std::filesystem::is_empty(restored_));
  }

  const ScratchDirectory scratch_;
  const std::string data_ = scratch_.In("data");
  const std::string backups_ = scratch_.In("backups");
  const std::string restored_ = scratch_.In("restored");
};

TEST_F(BackupTest, WhatIsRestoredIsWhatWasBackedUp) {
  {
    const std::unique_ptr<Store> store = OpenIn(data_);
    ASSERT_TRUE(PutAndWait(*store, kLeft, "key", "before").ok());
    ASSERT_EQ(store->Backup(backups_).value_or(0), 1U);
    ASSERT_TRUE(PutAndWait(*store, kLeft, "key", "after").ok());
    ASSERT_EQ(store->Backup(backups_).value_or(0), 2U);
    ASSERT_TRUE(PutAndWait(*store, kLeft, "key", "in no backup").ok());
  }
  ASSERT_TRUE(RestoreBackup(backups_, 1, restored_).ok());
  EXPECT_EQ(Value(*OpenIn(restored_)->Read(), kLeft, "key"), "before");
  ASSERT_TRUE(RestoreBackup(backups_, 0, scratch_.In("latest")).ok());
  EXPECT_EQ(Value(*OpenIn(scratch_.In("latest"))->Read(), kLeft, "key"), "after");
}

TEST_F(BackupTest, ABackupUnderConcurrentWritesIsOneMoment) {
  std::unique_ptr<Store> store = OpenIn(data_);
  std::atomic<bool> stop = false;
  std::atomic<std::uint64_t> acknowledged = 0;
  std::thread writer([&] {
    for (std::uint64_t i = 0; !stop; ++i) {
      const std::string key = KeyBuilder().Number(i).Take();
      ASSERT_TRUE(WriteAndWait(*store, [&key](Transaction& transaction) {
                    transaction.Put(kLeft, key, "value");
                    transaction.Put(kRight, key, "value");
                    return absl::OkStatus();
                  }).ok());
      acknowledged = i + 1;
    }
  });
  std::vector<std::uint64_t> at_least;
  for (int i = 0; i < 3; ++i) {
    const std::uint64_t target = acknowledged + 50;
    while (acknowledged < target) std::this_thread::yield();
    at_least.push_back(acknowledged);
    const absl::StatusOr<std::uint32_t> number = store->Backup(backups_);
    EXPECT_TRUE(number.ok()) << number.status();
  }
  stop = true;
  writer.join();
  store.reset();
  for (std::uint32_t number = 1; number <= 3; ++number) {
    const std::string target = scratch_.In(std::to_string(number));
    const absl::Status status = RestoreBackup(backups_, number, target);
    ASSERT_TRUE(status.ok()) << status;
    const std::unique_ptr<Store> restored = OpenIn(target);
    const std::unique_ptr<const Snapshot> now = restored->Read();
    const Entries left = Scanned(*now, kLeft, {.limit = kMaxScanEntries});
    EXPECT_EQ(left, Scanned(*now, kRight, {.limit = kMaxScanEntries}));
    EXPECT_GE(left.size(), std::min<std::uint64_t>(at_least[number - 1], kMaxScanEntries));
    for (std::size_t i = 0; i < left.size(); ++i) ASSERT_EQ(left[i].first, KeyBuilder().Number(i).Take());
  }
}

TEST_F(BackupTest, AStoreInMemoryIsBackedUpToDisk) {
  OpenOptions options;
  options.in_memory = true;
  const std::unique_ptr<Store> store = *Open(options);
  ASSERT_TRUE(PutAndWait(*store, kLeft, "key", "value").ok());
  ASSERT_EQ(store->Backup(backups_).status(), absl::OkStatus());
  ASSERT_EQ(RestoreBackup(backups_, 0, restored_), absl::OkStatus());
  EXPECT_EQ(Value(*OpenIn(restored_)->Read(), kLeft, "key"), "value");
}

TEST_F(BackupTest, ARestoredStoreGoesOn) {
  MakeBackup(10);
  ASSERT_TRUE(RestoreBackup(backups_, 0, restored_).ok());
  ASSERT_TRUE(PutAndWait(*OpenIn(restored_), kLeft, "new", "value").ok());
  EXPECT_EQ(Scanned(*OpenIn(restored_)->Read(), kLeft, {}).size(), 11U);
}

TEST_F(BackupTest, BackupsAreListedOldestFirst) {
  MakeBackup(10);
  MakeBackup(20);
  const absl::StatusOr<std::vector<BackupDescription>> list = ListBackups(backups_);
  ASSERT_TRUE(list.ok()) << list.status();
  ASSERT_EQ(list->size(), 2U);
  EXPECT_EQ(list->front().number, 1U);
  EXPECT_EQ(list->back().number, 2U);
  EXPECT_GT(list->front().bytes, 0U);
  EXPECT_GT(list->front().create_time, absl::UnixEpoch());
  EXPECT_FALSE(list->front().damaged);
}

TEST_F(BackupTest, EveryFileOfABackupIsVerifiedBeforeItIsRestored) {
  MakeBackup(500);
  int damaged_files = 0;
  for (const std::string& path : FilesBelow(backups_)) {
    const std::string whole = ReadFile(path);
    if (whole.empty()) continue;
    DamageFile(path);
    const absl::Status status = RestoreBackup(backups_, 1, restored_);
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << path << ": " << status;
    ExpectNothingRestored();
    WriteFile(path, whole);
    ++damaged_files;
  }
  EXPECT_GE(damaged_files, 4);  // The description, CURRENT, the manifest, at least one table.
  EXPECT_TRUE(RestoreBackup(backups_, 1, restored_).ok());
}

TEST_F(BackupTest, AMissingFileIsFoundBeforeTheRestore) {
  MakeBackup(500);
  std::filesystem::remove(LargestFile(backups_, ".sst"));
  EXPECT_EQ(RestoreBackup(backups_, 1, restored_).code(), absl::StatusCode::kDataLoss);
  ExpectNothingRestored();
}

TEST_F(BackupTest, ADamagedLatestBackupIsNotPassedOverInSilence) {
  MakeBackup(10);
  MakeBackup(20);
  WriteFile(backups_ + "/meta/2", "rubbish");
  const absl::Status status = RestoreBackup(backups_, 0, restored_);
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
  EXPECT_TRUE(absl::StrContains(status.message(), "backup 2")) << status;
  ExpectNothingRestored();
  EXPECT_TRUE(RestoreBackup(backups_, 1, restored_).ok());
  const absl::StatusOr<std::vector<BackupDescription>> list = ListBackups(backups_);
  ASSERT_TRUE(list.ok()) << list.status();
  ASSERT_EQ(list->size(), 2U);
  EXPECT_TRUE(list->back().damaged);
}

TEST_F(BackupTest, ATargetThatIsNotEmptyIsRefused) {
  MakeBackup(10);
  const absl::Status status = RestoreBackup(backups_, 0, data_);
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition) << status;
  EXPECT_EQ(Scanned(*OpenIn(data_)->Read(), kLeft, {}).size(), 10U);
}

TEST_F(BackupTest, AnUnknownBackupOrDirectoryIsNotFound) {
  EXPECT_EQ(RestoreBackup(backups_, 0, restored_).code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ListBackups(backups_).status().code(), absl::StatusCode::kNotFound);
  MakeBackup(10);
  EXPECT_EQ(RestoreBackup(backups_, 7, restored_).code(), absl::StatusCode::kNotFound);
  std::filesystem::create_directory(scratch_.In("empty"));
  EXPECT_EQ(RestoreBackup(scratch_.In("empty"), 0, restored_).code(), absl::StatusCode::kNotFound);
  ExpectNothingRestored();
}

TEST_F(BackupTest, TheBackupOfAnotherProgramIsRefused) {
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* opened = nullptr;
  ASSERT_TRUE(rocksdb::DB::Open(options, data_, &opened).ok());
  const std::unique_ptr<rocksdb::DB> database(opened);
  ASSERT_TRUE(database->Put(rocksdb::WriteOptions(), "key", "value").ok());
  rocksdb::BackupEngine* engine = nullptr;
  ASSERT_TRUE(
      rocksdb::BackupEngine::Open(rocksdb::BackupEngineOptions(backups_), rocksdb::Env::Default(), &engine)
          .ok());
  const std::unique_ptr<rocksdb::BackupEngine> backups(engine);
  ASSERT_TRUE(backups->CreateNewBackup(database.get()).ok());
  EXPECT_EQ(RestoreBackup(backups_, 1, restored_).code(), absl::StatusCode::kFailedPrecondition);
  ExpectNothingRestored();
}

}  // namespace
}  // namespace waarborg::storage
