// Backups are made one after another, beside the handlers, and only where the operator said so.

#include "services/backup/backup_worker.h"

#include <future>
#include <memory>

#include "gtest/gtest.h"
#include "tests/support/matchers.h"

namespace waarborg::backup {
namespace {

using testing::IsOk;
using testing::ReasonIs;
using testing::StatusIs;

// A store whose copying waits for the test.
class SlowStore final : public storage::Store {
 public:
  std::unique_ptr<const storage::Snapshot> Read() const override { return nullptr; }
  void Write(storage::WriteFunction /*function*/, storage::WriteDone done) override { done(absl::OkStatus()); }
  absl::StatusOr<std::uint32_t> Backup(const std::string& directory) override {
    directory_ = directory;
    started.set_value();
    go_on.get_future().wait();
    go_on = {};
    started = {};
    if (!failure.ok()) return failure;
    return ++number_;
  }

  std::promise<void> started;
  std::promise<void> go_on;
  absl::Status failure;
  std::string directory_;

 private:
  std::uint32_t number_ = 0;
};

using Answer = std::promise<absl::StatusOr<v1::Backup>>;

call::Done<v1::Backup> Into(Answer& answer) {
  return [&answer](absl::StatusOr<v1::Backup> result) { answer.set_value(std::move(result)); };
}

TEST(BackupWorkerTest, ABackupIsNamedByItsNumber) {
  SlowStore store;
  BackupWorker worker(store, "/backups");
  Answer answer;
  worker.Create(Into(answer));
  store.go_on.set_value();
  const absl::StatusOr<v1::Backup> made = answer.get_future().get();
  ASSERT_THAT(made, IsOk());
  EXPECT_EQ(made->name(), "backups/1");
  EXPECT_EQ(made->number(), 1);
  EXPECT_EQ(store.directory_, "/backups");
}

TEST(BackupWorkerTest, WithoutADirectoryEveryBackupIsRefused) {
  SlowStore store;
  BackupWorker worker(store, "");
  Answer answer;
  worker.Create(Into(answer));
  const absl::StatusOr<v1::Backup> refused = answer.get_future().get();
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_THAT(refused, ReasonIs("NO_BACKUP_DIRECTORY"));
}

TEST(BackupWorkerTest, WhileOneIsMadeOneMayWaitAndAThirdIsRefused) {
  SlowStore store;
  Answer first, second, third;
  BackupWorker worker(store, "/backups");
  std::future<void> started = store.started.get_future();
  worker.Create(Into(first));
  started.wait();
  worker.Create(Into(second));
  worker.Create(Into(third));
  EXPECT_THAT(third.get_future().get(), ReasonIs("BACKUP_BUSY"));
  store.go_on.set_value();
  EXPECT_EQ(first.get_future().get()->number(), 1);
  store.go_on.set_value();
  EXPECT_EQ(second.get_future().get()->number(), 2);
}

TEST(BackupWorkerTest, AFailureIsAnsweredAndTheNextBackupIsMade) {
  SlowStore store;
  BackupWorker worker(store, "/backups");
  store.failure = absl::ResourceExhaustedError("disk full");
  Answer failed;
  worker.Create(Into(failed));
  store.go_on.set_value();
  EXPECT_THAT(failed.get_future().get(), StatusIs(absl::StatusCode::kResourceExhausted));
  store.failure = absl::OkStatus();
  Answer made;
  worker.Create(Into(made));
  store.go_on.set_value();
  EXPECT_THAT(made.get_future().get(), IsOk());
}

TEST(BackupWorkerTest, DestroyingItFinishesWhatWaits) {
  SlowStore store;
  Answer answer;
  {
    BackupWorker worker(store, "/backups");
    worker.Create(Into(answer));
    store.go_on.set_value();
  }
  std::future<absl::StatusOr<v1::Backup>> made = answer.get_future();
  ASSERT_EQ(made.wait_for(std::chrono::seconds(0)), std::future_status::ready);
  EXPECT_THAT(made.get(), IsOk());
}

}  // namespace
}  // namespace waarborg::backup
