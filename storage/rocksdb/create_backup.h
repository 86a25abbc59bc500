#ifndef WAARBORG_STORAGE_ROCKSDB_CREATE_BACKUP_H_
#define WAARBORG_STORAGE_ROCKSDB_CREATE_BACKUP_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "rocksdb/db.h"

namespace waarborg::storage {

// Adds a backup of the database, as it is at one moment of the call, to `directory` on the real disk, and
// answers its number. Files that an earlier backup there already holds are shared. Blocks; one call at a time
// for a database.
absl::StatusOr<std::uint32_t> CreateBackup(rocksdb::DB& database, const std::string& directory);

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_ROCKSDB_CREATE_BACKUP_H_
