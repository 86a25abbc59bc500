#ifndef WAARBORG_STORAGE_BACKUP_H_
#define WAARBORG_STORAGE_BACKUP_H_

// What can be done with backups while no server runs on them. Store::Backup makes them.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace waarborg::storage {

struct BackupDescription {
  std::uint32_t number = 0;
  absl::Time create_time;
  std::uint64_t bytes = 0;
  bool damaged = false;  // Its description cannot be read; the other fields but `number` are unset.
};

// The backups in `backup_directory`, oldest first. Reads their descriptions, not their contents.
// NOT_FOUND when there is no such directory.
absl::StatusOr<std::vector<BackupDescription>> ListBackups(const std::string& backup_directory);

// Puts backup `number` (0: the latest) into `data_directory`, after every file of it agreed with its
// checksum. Opens no store. FAILED_PRECONDITION when the target is not empty or the backup is of another
// program; NOT_FOUND when there is no such backup; DATA_LOSS when it is damaged, and then nothing is
// restored.
absl::Status RestoreBackup(const std::string& backup_directory, std::uint32_t number,
                           const std::string& data_directory);

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_BACKUP_H_
