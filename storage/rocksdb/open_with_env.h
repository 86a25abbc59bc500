#ifndef WAARBORG_STORAGE_ROCKSDB_OPEN_WITH_ENV_H_
#define WAARBORG_STORAGE_ROCKSDB_OPEN_WITH_ENV_H_

// Opens a store over an Env of the caller's, so that tests can make a disk fail.

#include <memory>

#include "absl/status/statusor.h"
#include "storage/rocksdb/rocksdb_store.h"

namespace rocksdb {
class Env;
}  // namespace rocksdb

namespace waarborg::storage {

// As Open, but every file operation goes through `env`, which must outlive the store and its snapshots.
absl::StatusOr<std::unique_ptr<Store>> OpenWithEnv(const OpenOptions& options, rocksdb::Env* env);

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_ROCKSDB_OPEN_WITH_ENV_H_
