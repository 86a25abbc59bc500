#ifndef WAARBORG_STORAGE_MIGRATION_H_
#define WAARBORG_STORAGE_MIGRATION_H_

// The marks of a store: whose it is and which version of the format it holds; and the way from an older
// version to this one. The marks live in table kMeta under the keys Text("product"), Text("schema_version")
// and Text("create_time").

#include <cstdint>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "storage/store.h"

namespace waarborg::storage {

inline constexpr absl::string_view kProduct = "waarborg";

// The version of FORMAT.md that this program reads and writes.
inline constexpr std::int64_t kSchemaVersion = 1;

// Rewrites a store of version `from` as one of version `from + 1`, in one write function.
struct Migration {
  std::int64_t from;
  absl::string_view what;
  absl::Status (*apply)(Transaction&);
};

// A version and the migrations that lead to it. The views must outlive their use.
struct Schema {
  std::int64_t version = kSchemaVersion;
  absl::Span<const Migration> migrations;
};

// The schema of this program.
const Schema& CurrentSchema();

// Says whether a store may be opened at all: it bears no mark and holds nothing, or it is ours and not newer.
// FAILED_PRECONDITION tells what was found and what to do; nothing is written.
absl::Status CheckMarks(const Reader& reader, bool holds_data, const Schema& schema);

// Marks a store that bears no mark yet, or migrates an older one version by version.
// `create_time_micros` is microseconds since 1970 in UTC. FAILED_PRECONDITION when a step is missing.
absl::Status PrepareSchema(Store& store, std::int64_t create_time_micros, const Schema& schema);

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_MIGRATION_H_
