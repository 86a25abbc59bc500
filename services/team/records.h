#ifndef WAARBORG_SERVICES_TEAM_RECORDS_H_
#define WAARBORG_SERVICES_TEAM_RECORDS_H_

// The records of this room, and how to load them. A missing record is NOT_FOUND.

#include <string>

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/language/status_macros.h"
#include "services/ledger/record_table.h"
#include "services/team/names.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"
#include "waarborg/team/v1/team.pb.h"

namespace waarborg::team {

inline constexpr ledger::RecordTable<v1::Member> kMembers{storage::tables::kMember};

inline absl::StatusOr<v1::Member> Load(const storage::Reader& reader, const MemberName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Member> record,
                   storage::Table<v1::Member>(kMembers.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("MEMBER", name.ToString());
  return *std::move(record);
}

}  // namespace waarborg::team

#endif  // WAARBORG_SERVICES_TEAM_RECORDS_H_
