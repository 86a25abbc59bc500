#ifndef WAARBORG_STORAGE_ROCKSDB_ENGINE_H_
#define WAARBORG_STORAGE_ROCKSDB_ENGINE_H_

#include <memory>

#include "rocksdb/db.h"
#include "rocksdb/env.h"
#include "storage/rocksdb/rocksdb_store.h"

namespace waarborg::storage {

class MemoryDisk final {
 public:
  MemoryDisk() : env_(rocksdb::NewMemEnv(rocksdb::Env::Default())) {}
  [[nodiscard]] rocksdb::Env* env() const { return env_.get(); }

 private:
  std::unique_ptr<rocksdb::Env> env_;
};

// An open database and what must outlive it. Shared by a store and its snapshots; the last of them closes it.
struct Engine final {
  std::shared_ptr<MemoryDisk> disk;  // None on a real disk.
  std::unique_ptr<rocksdb::DB> database;
};

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_ROCKSDB_ENGINE_H_
