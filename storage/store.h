#ifndef WAARBORG_STORAGE_STORE_H_
#define WAARBORG_STORAGE_STORE_H_

// The one door to durable bytes. Everything above speaks to these three types and to nothing of an engine.
//
// A Snapshot reads one moment. A Transaction reads and writes inside a write function. A Store hands out
// snapshots and runs write functions. Keys are ordered as unsigned bytes; a table is a key space of its own.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::storage {

// The number of a table, fixed for ever in schema.h.
enum class TableId : std::uint16_t {};

// Keys from `begin` (included) up to `end` (excluded); an empty `end` means to the end of the table.
struct ScanRange {
  std::string begin;
  std::string end;
  bool reverse = false;       // From the last key of the range to the first.
  std::int64_t limit = 1000;  // At most this many entries; REQUIRES: 1 <= limit <= kMaxScanEntries.
};

// The bound of one scan: what it returns fits in memory.
inline constexpr std::int64_t kMaxScanEntries = 10000;

// Called for each entry, in key order; the views hold for the length of the call. Return false to stop.
using ScanVisitor = std::function<bool(absl::string_view key, absl::string_view value)>;

// Reads. Snapshot: thread-safe. Transaction: only inside its write function.
class Reader {
 public:
  virtual ~Reader() = default;

  // The value, or nothing when the key is absent. An error means that the engine could not read.
  virtual absl::StatusOr<std::optional<std::string>> Get(TableId table, absl::string_view key) const = 0;

  // Visits the range in order. An error means that the engine could not read.
  virtual absl::Status Scan(TableId table, const ScanRange& range, const ScanVisitor& visit) const = 0;
};

// One moment of the store. Holds engine resources: keep it for a request, not for a session.
class Snapshot : public Reader {};

// Reads (its own writes included) and writes. Nothing is visible to others before the write function's
// effects are durable; all of it or none of it.
class Transaction : public Reader {
 public:
  virtual void Put(TableId table, absl::string_view key, std::string value) = 0;
  virtual void Delete(TableId table, absl::string_view key) = 0;
};

// Reads, asks the rules, puts. Has no effect outside the transaction (outputs are reset on entry), because an
// engine may run it more than once. Not OK discards its own writes and no one else's.
using WriteFunction = std::function<absl::Status(Transaction&)>;

// Receives the outcome of a write function, once, on a thread of the engine; it must not block.
// OK: the effects are durable. RESOURCE_EXHAUSTED: the queue was full and the function did not run; this
// answer may come on the calling thread, before Write returns. UNAVAILABLE: the write failed and its outcome
// is unknown; retry with the same request id. Anything else: what the write function returned; nothing was
// written.
using WriteDone = std::function<void(absl::Status)>;

// Thread-safe.
class Store {
 public:
  virtual ~Store() = default;

  virtual std::unique_ptr<const Snapshot> Read() const = 0;

  // One value as it is now, for a reader that needs nothing else: as Read()->Get(...), and cheaper.
  virtual absl::StatusOr<std::optional<std::string>> Get(TableId table, absl::string_view key) const {
    return Read()->Get(table, key);
  }

  // Runs `function` and calls `done` when its effects, and all it read, are durable.
  virtual void Write(WriteFunction function, WriteDone done) = 0;

  // Makes a consistent copy of the store, while it is in use, as a new backup in `directory`.
  // Answers the number of the backup. Blocks: call it from a thread that may wait.
  virtual absl::StatusOr<std::uint32_t> Backup(const std::string& directory) = 0;
};

// Write, waiting for the answer. For start-up, tests and background work; never on a handler.
absl::Status WriteAndWait(Store& store, WriteFunction function);

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_STORE_H_
