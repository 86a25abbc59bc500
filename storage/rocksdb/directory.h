#ifndef WAARBORG_STORAGE_ROCKSDB_DIRECTORY_H_
#define WAARBORG_STORAGE_ROCKSDB_DIRECTORY_H_

#include <string>

#include "absl/status/status.h"
#include "rocksdb/env.h"
#include "storage/migration.h"

namespace waarborg::storage {

// Says whether a store may be opened in `directory`: it is missing, empty (a file system's lost+found apart),
// left by a creation that was cut short, or it holds a store of ours that is not newer than `schema`.
// FAILED_PRECONDITION tells what was found and what to do. Changes nothing in the directory.
absl::Status CheckDirectory(rocksdb::Env* env, const std::string& directory, const Schema& schema);

// OK when `directory` is missing or empty.
absl::Status CheckEmpty(rocksdb::Env* env, const std::string& directory);

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_ROCKSDB_DIRECTORY_H_
