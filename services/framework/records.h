#ifndef WAARBORG_SERVICES_FRAMEWORK_RECORDS_H_
#define WAARBORG_SERVICES_FRAMEWORK_RECORDS_H_

// The records of this room, and how to load them. A missing record is NOT_FOUND.

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

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RECORDS_H_
