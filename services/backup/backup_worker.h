#ifndef WAARBORG_SERVICES_BACKUP_BACKUP_WORKER_H_
#define WAARBORG_SERVICES_BACKUP_BACKUP_WORKER_H_

// Makes backups one after another on a thread of its own, so that no handler waits for a copy.

#include <deque>
#include <string>
#include <thread>

#include "services/call/call.h"
#include "services/language/mutex.h"
#include "storage/store.h"
#include "waarborg/backup/v1/backup.pb.h"

namespace waarborg::backup {

// Thread-safe. Destroying it finishes what waits.
class BackupWorker final {
 public:
  // `directory` empty: every request is refused (NO_BACKUP_DIRECTORY).
  BackupWorker(storage::Store& store, std::string directory);
  ~BackupWorker();
  BackupWorker(const BackupWorker&) = delete;
  BackupWorker& operator=(const BackupWorker&) = delete;

  // RESOURCE_EXHAUSTED (BACKUP_BUSY) when one waits already.
  void Create(const call::Done<v1::Backup>& done) ABSL_LOCKS_EXCLUDED(mutex_);

 private:
  void Work() ABSL_LOCKS_EXCLUDED(mutex_);
  absl::StatusOr<v1::Backup> MakeOne();

  storage::Store& store_;
  const std::string directory_;
  language::Mutex mutex_;
  language::Condition changed_;
  std::deque<call::Done<v1::Backup>> waiting_ ABSL_GUARDED_BY(mutex_);
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace waarborg::backup

#endif  // WAARBORG_SERVICES_BACKUP_BACKUP_WORKER_H_
