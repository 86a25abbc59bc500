#ifndef WAARBORG_SERVICES_FRAMEWORK_RECORDS_H_
#define WAARBORG_SERVICES_FRAMEWORK_RECORDS_H_

// The records of this room, and how to load them. A missing record is NOT_FOUND.

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/framework/names.h"
#include "services/language/status_macros.h"
#include "services/ledger/record_table.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"
#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::framework {

inline constexpr ledger::RecordTable<v1::FrameworkVersion> kFrameworkVersions{
    storage::tables::kFrameworkVersion};

inline absl::StatusOr<v1::FrameworkVersion> Load(const storage::Reader& reader,
                                                 const FrameworkVersionName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::FrameworkVersion> record,
                   storage::Table<v1::FrameworkVersion>(kFrameworkVersions.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("FRAMEWORK_VERSION", name.ToString());
  return *std::move(record);
}

// A version by the hash that an assessment pinned. What a hash names never changes, and a version takes
// longer to parse than the rest of a call together: those who pinned the same one share it.
using SharedVersion = std::shared_ptr<const v1::FrameworkVersion>;

// DATA_LOSS when what is stored is not what was pinned. Thread-safe. Keeps the versions asked for, at most 16
// in the process.
absl::StatusOr<SharedVersion> LoadPinned(const storage::Reader& reader, const FrameworkVersionName& name,
                                         absl::string_view content_hash);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RECORDS_H_
