#ifndef WAARBORG_STORAGE_ROCKSDB_ENGINE_OPTIONS_H_
#define WAARBORG_STORAGE_ROCKSDB_ENGINE_OPTIONS_H_

#include "rocksdb/env.h"
#include "rocksdb/options.h"

namespace waarborg::storage {

// How the database is opened for use; every choice is explicit where the engine's default depends on its
// build.
rocksdb::Options EngineOptions(rocksdb::Env* env);

// The same, for looking at a database without changing it.
rocksdb::Options InspectionOptions(rocksdb::Env* env);

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_ROCKSDB_ENGINE_OPTIONS_H_
