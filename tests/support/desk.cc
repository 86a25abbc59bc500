#include "tests/support/desk.h"

#include <random>

#include "services/language/die.h"
#include "storage/rocksdb/rocksdb_store.h"

namespace waarborg::testing {

call::Entropy FakeEntropy() {
  struct Source {
    std::mutex mutex;
    std::mt19937_64 engine{20250602};
  };
  return [source = std::make_shared<Source>()](char* bytes, std::size_t count) {
    const std::lock_guard<std::mutex> lock(source->mutex);
    for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<char>(source->engine() & 0xFFU);
  };
}

std::unique_ptr<storage::Store> NewMemoryStore() {
  absl::StatusOr<std::unique_ptr<storage::Store>> store =
      storage::Open({.directory = "/waarborg-test", .in_memory = true});
  if (!store.ok()) language::Die(store.status().message());
  return *std::move(store);
}

}  // namespace waarborg::testing
