#include "services/task/people.h"

#include <algorithm>

#include "services/language/status_macros.h"
#include "services/team/names.h"
#include "services/team/records.h"

namespace waarborg::task {

absl::StatusOr<bool> CanDo(const storage::Reader& reader, const std::string& member, call::Role role) {
  if (member.empty()) return false;
  ASSIGN_OR_RETURN(const team::MemberName name, team::MemberName::Parse(member));
  const absl::StatusOr<team::v1::Member> record = team::Load(reader, name);
  if (absl::IsNotFound(record.status())) return false;
  RETURN_IF_ERROR(record.status());
  if (record->inactive()) return false;
  return role == team::v1::ROLE_UNSPECIFIED ||
         std::find(record->roles().begin(), record->roles().end(), role) != record->roles().end();
}

}  // namespace waarborg::task
