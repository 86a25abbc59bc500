#include "storage/rocksdb/rocksdb_store.h"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/language/mutex.h"
#include "services/language/status_macros.h"
#include "storage/migration.h"
#include "storage/rocksdb/create_backup.h"
#include "storage/rocksdb/cursor.h"
#include "storage/rocksdb/directory.h"
#include "storage/rocksdb/engine.h"
#include "storage/rocksdb/engine_options.h"
#include "storage/rocksdb/engine_status.h"
#include "storage/rocksdb/executor.h"
#include "storage/rocksdb/open_with_env.h"
#include "storage/rocksdb/physical_key.h"
#include "storage/rocksdb/snapshot.h"

namespace waarborg::storage {
namespace {

void EndProcess(absl::string_view reason) {
  std::fprintf(stderr, "waarborg: the store failed and the process ends: %.*s\n",
               static_cast<int>(reason.size()), reason.data());
  _exit(kExitWriteFailed);
}

class RocksDbStore final : public Store {
 public:
  RocksDbStore(std::shared_ptr<Engine> engine, const OpenOptions& options)
      : engine_(std::move(engine)),
        executor_(engine_, options.queue_capacity, options.on_fatal ? options.on_fatal : EndProcess) {}

  std::unique_ptr<const Snapshot> Read() const override { return std::make_unique<EngineSnapshot>(engine_); }

  absl::StatusOr<std::optional<std::string>> Get(TableId table, absl::string_view key) const override {
    return ReadValue(*engine_->database, rocksdb::ReadOptions(), PhysicalKey(table, key));
  }

  void Write(WriteFunction function, WriteDone done) override {
    executor_.Submit(std::move(function), std::move(done));
  }

  absl::StatusOr<std::uint32_t> Backup(const std::string& directory) override {
    const language::MutexLock lock(backup_mutex_);
    return CreateBackup(*engine_->database, directory);
  }

 private:
  const std::shared_ptr<Engine> engine_;
  language::Mutex backup_mutex_;  // One backup at a time.
  Executor executor_;
};

absl::Status MakeDirectory(rocksdb::Env* env, const std::string& directory) {
  if (env == rocksdb::Env::Default()) {
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    if (error)
      return absl::FailedPreconditionError(absl::StrCat("making ", directory, ": ", error.message()));
  }
  return ToStatus(env->CreateDirIfMissing(directory), absl::StrCat("making ", directory));
}

absl::StatusOr<std::unique_ptr<rocksdb::DB>> OpenDatabase(rocksdb::Env* env, const std::string& directory) {
  rocksdb::DB* database = nullptr;
  const rocksdb::Status opened = rocksdb::DB::Open(EngineOptions(env), directory, &database);
  if (opened.ok()) return std::unique_ptr<rocksdb::DB>(database);
  const absl::Status status = ToStatus(opened, absl::StrCat("opening the store in ", directory));
  if (!opened.IsIOError() || !absl::StrContains(status.message(), "lock")) return status;
  return absl::FailedPreconditionError(
      absl::StrCat(status.message(), "; another process, or this one, has it open: stop that first"));
}

absl::StatusOr<std::unique_ptr<Store>> OpenOn(const OpenOptions& options, rocksdb::Env* env,
                                              std::shared_ptr<MemoryDisk> disk) {
  RETURN_IF_ERROR(CheckDirectory(env, options.directory, CurrentSchema()));
  RETURN_IF_ERROR(MakeDirectory(env, options.directory));
  auto engine = std::make_shared<Engine>();
  engine->disk = std::move(disk);
  ASSIGN_OR_RETURN(engine->database, OpenDatabase(env, options.directory));
  std::unique_ptr<Store> store = std::make_unique<RocksDbStore>(std::move(engine), options);
  RETURN_IF_ERROR(PrepareSchema(*store, options.create_time_micros, CurrentSchema()));
  return store;
}

}  // namespace

std::shared_ptr<MemoryDisk> NewMemoryDisk() { return std::make_shared<MemoryDisk>(); }

absl::StatusOr<std::unique_ptr<Store>> Open(const OpenOptions& options) {
  if (!options.in_memory) return OpenOn(options, rocksdb::Env::Default(), nullptr);
  std::shared_ptr<MemoryDisk> disk = options.memory_disk != nullptr ? options.memory_disk : NewMemoryDisk();
  rocksdb::Env* const env = disk->env();
  OpenOptions in_memory = options;
  if (in_memory.directory.empty()) in_memory.directory = "/store";
  return OpenOn(in_memory, env, std::move(disk));
}

absl::StatusOr<std::unique_ptr<Store>> OpenWithEnv(const OpenOptions& options, rocksdb::Env* env) {
  return OpenOn(options, env, nullptr);
}

}  // namespace waarborg::storage
