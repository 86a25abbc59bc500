// What happens between a write and its answer when the disk is slow or fails.

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "rocksdb/env.h"
#include "rocksdb/file_system.h"
#include "storage/blobs.h"
#include "storage/rocksdb/open_with_env.h"
#include "tests/storage/gate.h"
#include "tests/storage/reading.h"
#include "tests/storage/scratch_directory.h"

namespace waarborg::storage {
namespace {

constexpr TableId kTable{200};

// What the disk does to the write-ahead log, settable while it is in use.
struct Weather {
  std::atomic<bool> append_fails = false;
  std::atomic<bool> sync_fails = false;
  std::atomic<int> failures = 0;
  std::atomic<int> syncs = 0;
  std::atomic<Gate*> before_sync = nullptr;
  std::atomic<Gate*> sync_reached = nullptr;

  rocksdb::IOStatus Fail() {
    ++failures;
    return rocksdb::IOStatus::IOError("the disk failed as the test asked");
  }
};

class LogFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  LogFile(std::unique_ptr<rocksdb::FSWritableFile> file, Weather& weather)
      : FSWritableFileOwnerWrapper(std::move(file)), weather_(weather) {}

  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           rocksdb::IODebugContext* context) override {
    if (weather_.append_fails) return weather_.Fail();
    return FSWritableFileOwnerWrapper::Append(data, options, context);
  }
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           const rocksdb::DataVerificationInfo& info,
                           rocksdb::IODebugContext* context) override {
    if (weather_.append_fails) return weather_.Fail();
    return FSWritableFileOwnerWrapper::Append(data, options, info, context);
  }
  rocksdb::IOStatus Sync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override {
    ++weather_.syncs;
    if (Gate* const reached = weather_.sync_reached.exchange(nullptr)) reached->Open();
    if (Gate* const gate = weather_.before_sync.exchange(nullptr)) gate->Await();
    if (weather_.sync_fails) return weather_.Fail();
    return FSWritableFileOwnerWrapper::Sync(options, context);
  }
  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override {
    return Sync(options, context);
  }

 private:
  Weather& weather_;
};

class WeatheredFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  explicit WeatheredFileSystem(Weather& weather)
      : FileSystemWrapper(rocksdb::FileSystem::Default()), weather_(weather) {}

  const char* Name() const override { return "WeatheredFileSystem"; }
  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* file,
                                    rocksdb::IODebugContext* context) override {
    rocksdb::IOStatus status = FileSystemWrapper::NewWritableFile(name, options, file, context);
    if (status.ok() && absl::EndsWith(name, ".log")) {
      *file = std::make_unique<LogFile>(std::move(*file), weather_);
    }
    return status;
  }

 private:
  Weather& weather_;
};

class FailingDisk : public testing::Test {
 protected:
  FailingDisk() {
    options_.directory = scratch_.In("data");
    options_.on_fatal = [this](absl::string_view reason) { fatal_.emplace_back(reason); };
    store_ = *OpenWithEnv(options_, env_.get());
  }

  // Five functions as one group: three write, one only reads, one refuses.
  std::vector<absl::Status> WriteGroup() {
    Answers answers;
    Blocker blocker(*store_);
    for (int i = 0; i < 5; ++i) {
      store_->Write(
          [i](Transaction& transaction) {
            if (i == 3) return transaction.Get(kTable, "0").status();
            transaction.Put(kTable, absl::StrCat(i), "value");
            return i == 4 ? absl::AbortedError("stale") : absl::OkStatus();
          },
          answers.Expect());
    }
    blocker.Release();
    return answers.Await();
  }

  // The group is UNAVAILABLE, the process is told once, and nothing is tried again.
  void ExpectFatalGroup() {
    for (const absl::Status& outcome : WriteGroup())
      EXPECT_EQ(outcome.code(), absl::StatusCode::kUnavailable) << outcome;
    const int failures = weather_.failures;
    EXPECT_GE(failures, 1);
    EXPECT_EQ(PutAndWait(*store_, kTable, "later", "value").code(), absl::StatusCode::kUnavailable);
    EXPECT_EQ(weather_.failures, failures);
    store_.reset();
    ASSERT_EQ(fatal_.size(), 1U);
    EXPECT_TRUE(absl::StrContains(fatal_.front(), "as the test asked")) << fatal_.front();
  }

  // Everything answered OK before is there on a disk that works again.
  void ExpectKept(const std::string& key) {
    store_.reset();
    const absl::StatusOr<std::unique_ptr<Store>> reopened = Open(options_);
    ASSERT_TRUE(reopened.ok()) << reopened.status();
    EXPECT_EQ(Value(*(*reopened)->Read(), kTable, key), "value");
  }

  const ScratchDirectory scratch_;
  Weather weather_;
  const std::unique_ptr<rocksdb::Env> env_ =
      rocksdb::NewCompositeEnv(std::make_shared<WeatheredFileSystem>(weather_));
  std::vector<std::string> fatal_;  // Written by the store's thread; read after the store is gone.
  OpenOptions options_;
  std::unique_ptr<Store> store_;
};

TEST_F(FailingDisk, AFailedSyncAnswersTheWholeGroupUnavailableAndIsFatal) {
  ASSERT_TRUE(PutAndWait(*store_, kTable, "acknowledged", "value").ok());
  weather_.sync_fails = true;
  ExpectFatalGroup();
  ExpectKept("acknowledged");
}

TEST_F(FailingDisk, AFailedAppendAnswersTheWholeGroupUnavailableAndIsFatal) {
  ASSERT_TRUE(PutAndWait(*store_, kTable, "acknowledged", "value").ok());
  weather_.append_fails = true;
  ExpectFatalGroup();
  ExpectKept("acknowledged");
}

TEST_F(FailingDisk, AfterAFailureNoFunctionRunsEvenIfTheDiskRecovers) {
  weather_.sync_fails = true;
  EXPECT_EQ(PutAndWait(*store_, kTable, "first", "value").code(), absl::StatusCode::kUnavailable);
  weather_.sync_fails = false;
  bool ran = false;
  const absl::Status later = WriteAndWait(*store_, [&ran](Transaction&) {
    ran = true;
    return absl::OkStatus();
  });
  EXPECT_EQ(later.code(), absl::StatusCode::kUnavailable);
  EXPECT_FALSE(ran);
}

TEST_F(FailingDisk, AnswersAndReadersWaitForTheSync) {
  Gate reached, let_sync;
  Answers answers;
  weather_.before_sync = &let_sync;
  weather_.sync_reached = &reached;
  const WriteDone done = answers.Expect();
  store_->Write(
      [](Transaction& transaction) {
        transaction.Put(kTable, "key", "value");
        return absl::OkStatus();
      },
      [this, &done](absl::Status outcome) {
        Gate* const unreached = weather_.sync_reached.exchange(nullptr);
        EXPECT_EQ(unreached, nullptr) << "answered without a sync";
        if (unreached != nullptr) unreached->Open();
        done(std::move(outcome));
      });
  reached.Await();
  EXPECT_EQ(answers.open(), 1U);
  EXPECT_EQ(Value(*store_->Read(), kTable, "key"), std::nullopt);
  let_sync.Open();
  for (const absl::Status& outcome : answers.Await()) EXPECT_TRUE(outcome.ok()) << outcome;
  EXPECT_EQ(Value(*store_->Read(), kTable, "key"), "value");
}

TEST_F(FailingDisk, AGroupIsSyncedOnceAndAGroupOfReadsNotAtAll) {
  ASSERT_TRUE(PutAndWait(*store_, kTable, "key", "value").ok());
  const int before = weather_.syncs;
  WriteGroup();
  EXPECT_EQ(weather_.syncs, before + 1);
  ASSERT_TRUE(WriteAndWait(*store_, [](Transaction& transaction) {
                return transaction.Get(kTable, "key").status();
              }).ok());
  EXPECT_EQ(weather_.syncs, before + 1);
}

// A disk that is full in the middle of an upload: what was acknowledged is there, and the upload goes on from
// it.
TEST_F(FailingDisk, ADraftGoesOnFromTheChunksThatWereAcknowledged) {
  const auto append = [](Store& store, std::uint64_t offset, const std::string& state) {
    return WriteAndWait(store, [&](Transaction& transaction) {
      if (offset == 0) BeginDraft(transaction, "c", {.size = 2 * kChunkBytes});
      return AppendChunk(transaction, "c", offset, std::string(kChunkBytes, 'a'), state);
    });
  };
  ASSERT_TRUE(append(*store_, 0, "after one").ok());
  weather_.append_fails = true;
  EXPECT_EQ(append(*store_, kChunkBytes, "after two").code(), absl::StatusCode::kUnavailable);
  store_.reset();
  const std::unique_ptr<Store> reopened = *Open(options_);
  const Draft draft = **FindDraft(*reopened->Read(), "c");
  EXPECT_EQ(draft.durable, kChunkBytes);
  EXPECT_EQ(draft.digest_state, "after one");
  ASSERT_TRUE(append(*reopened, kChunkBytes, "after two").ok());
  ASSERT_TRUE(WriteAndWait(*reopened, [](Transaction& transaction) {
                return SealDraft(transaction, "c", "d").status();
              }).ok());
  EXPECT_EQ(*ReadChunk(*reopened->Read(), **FindBlob(*reopened->Read(), "d"), 1),
            std::string(kChunkBytes, 'a'));
}

using FailingDiskDeathTest = FailingDisk;

TEST_F(FailingDiskDeathTest, ByDefaultTheProcessEndsWithStatus75) {
  store_.reset();
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_EXIT(
      {
        OpenOptions options;
        options.directory = scratch_.In("other");
        std::unique_ptr<Store> store = *OpenWithEnv(options, env_.get());
        weather_.sync_fails = true;
        static_cast<void>(PutAndWait(*store, kTable, "key", "value"));
        // The answer comes before the end of the process; closing the store waits for what its thread still
        // does.
        store.reset();
      },
      testing::ExitedWithCode(75), "the store failed and the process ends");
}

}  // namespace
}  // namespace waarborg::storage
