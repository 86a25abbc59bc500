#include "services/backup/backup_worker.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/error.h"
#include "services/language/status_macros.h"

namespace waarborg::backup {

BackupWorker::BackupWorker(storage::Store& store, std::string directory)
    : store_(store), directory_(std::move(directory)), thread_([this] { Work(); }) {}

BackupWorker::~BackupWorker() {
  {
    const language::MutexLock lock(mutex_);
    stopping_ = true;
  }
  changed_.NotifyAll();
  thread_.join();
}

void BackupWorker::Create(const call::Done<v1::Backup>& done) {
  if (directory_.empty()) {
    return done(call::Error(absl::StatusCode::kFailedPrecondition, "NO_BACKUP_DIRECTORY"));
  }
  bool busy = false;
  {
    const language::MutexLock lock(mutex_);
    busy = !waiting_.empty();
    if (!busy) waiting_.push_back(done);
  }
  if (busy) return done(call::Error(absl::StatusCode::kResourceExhausted, "BACKUP_BUSY"));
  changed_.NotifyAll();
}

void BackupWorker::Work() {
  while (true) {
    call::Done<v1::Backup> done;
    {
      const language::MutexLock lock(mutex_);
      while (waiting_.empty() && !stopping_) changed_.Wait(mutex_);
      if (waiting_.empty()) return;
      done = std::move(waiting_.front());
      waiting_.pop_front();
    }
    done(MakeOne());
  }
}

absl::StatusOr<v1::Backup> BackupWorker::MakeOne() {
  ASSIGN_OR_RETURN(const std::uint32_t number, store_.Backup(directory_));
  v1::Backup backup;
  backup.set_name(absl::StrCat("backups/", number));
  backup.set_number(number);
  return backup;
}

}  // namespace waarborg::backup
