#ifndef WAARBORG_STORAGE_ROCKSDB_ROCKSDB_STORE_H_
#define WAARBORG_STORAGE_ROCKSDB_ROCKSDB_STORE_H_

// The embedded store: RocksDB in a directory of its own, or in memory.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "storage/store.h"

namespace waarborg::storage {

// A disk that lives in memory. Stores opened on the same one, one after another, see each other's writes.
class MemoryDisk;
std::shared_ptr<MemoryDisk> NewMemoryDisk();

// The exit status of a process whose disk failed a write (EX_TEMPFAIL: a supervisor may start it again).
inline constexpr int kExitWriteFailed = 75;

struct OpenOptions {
  // Made when it is missing. It belongs to the store alone.
  std::string directory;
  bool in_memory = false;
  // With in_memory: the disk to use; a new one when none is given.
  std::shared_ptr<MemoryDisk> memory_disk;
  // Write functions that may wait; one more is answered RESOURCE_EXHAUSTED.
  std::size_t queue_capacity = 4096;
  // Called once, on the store's thread, after a write failed and its group was answered. The default prints
  // the reason and ends the process with kExitWriteFailed. If it returns, every later write is answered
  // UNAVAILABLE.
  std::function<void(absl::string_view reason)> on_fatal;
  // The creation time that a fresh store is marked with, in microseconds since 1970 in UTC.
  std::int64_t create_time_micros = 0;
};

// FAILED_PRECONDITION when the directory is in use, holds something else, or was written by a newer release;
// then nothing in it was changed. DATA_LOSS when it is damaged.
//
// Destroying the store runs the functions that wait, answers them, and closes the database as soon as the
// last of its snapshots is gone; only then can the directory be opened again.
absl::StatusOr<std::unique_ptr<Store>> Open(const OpenOptions& options);

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_ROCKSDB_ROCKSDB_STORE_H_
