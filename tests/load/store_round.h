#ifndef WAARBORG_TESTS_LOAD_STORE_ROUND_H_
#define WAARBORG_TESTS_LOAD_STORE_ROUND_H_

// The store alone: write functions of four keys and about 600 bytes, each durable before its answer.

#include "absl/time/time.h"
#include "storage/store.h"

namespace waarborg::load {

// Writes a second, with `outstanding` under way at any moment.
double StoreWritesPerSecond(storage::Store& store, int outstanding, absl::Duration length);

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_STORE_ROUND_H_
