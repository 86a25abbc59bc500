#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "storage/rocksdb/rocksdb_store.h"
#include "tests/storage/scratch_directory.h"
#include "tests/storage/store_contract.h"

namespace waarborg::storage {
namespace {

class OnDisk final : public StorePlace {
 public:
  absl::StatusOr<std::unique_ptr<Store>> Open(std::size_t queue_capacity) override {
    OpenOptions options;
    options.directory = scratch_.In("data");
    options.queue_capacity = queue_capacity;
    return storage::Open(options);
  }

 private:
  ScratchDirectory scratch_;
};

class InMemory final : public StorePlace {
 public:
  absl::StatusOr<std::unique_ptr<Store>> Open(std::size_t queue_capacity) override {
    OpenOptions options;
    options.in_memory = true;
    options.memory_disk = disk_;
    options.queue_capacity = queue_capacity;
    return storage::Open(options);
  }

 private:
  std::shared_ptr<MemoryDisk> disk_ = NewMemoryDisk();
};

INSTANTIATE_TEST_SUITE_P(
    RocksDb, StoreContract,
    testing::Values(StoreFactory{"OnDisk", [] { return std::make_unique<OnDisk>(); }},
                    StoreFactory{"InMemory", [] { return std::make_unique<InMemory>(); }}),
    [](const testing::TestParamInfo<StoreFactory>& factory) { return factory.param.engine; });

}  // namespace
}  // namespace waarborg::storage
