#ifndef WAARBORG_TESTS_LOAD_STORE_ROUND_H_
#define WAARBORG_TESTS_LOAD_STORE_ROUND_H_

// The store alone: write functions that each are durable before their answer, in synced groups as the
// product's are.

#include <cstddef>
#include <cstdint>
#include <functional>

#include "absl/time/time.h"
#include "storage/store.h"

namespace waarborg::load {

// What one write function puts; `number` is used once on a store.
using WriteOf = std::function<void(storage::Transaction& transaction, std::uint64_t number)>;

// Four keys and about 600 bytes.
WriteOf FourKeys();
// One key, with a value of so many bytes.
WriteOf OneKey(std::size_t value_bytes);

// Writes a second, with `outstanding` under way at any moment.
double StoreWritesPerSecond(storage::Store& store, int outstanding, absl::Duration length,
                            const WriteOf& write);

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_STORE_ROUND_H_
