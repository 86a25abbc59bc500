#include "services/team/directory.h"

#include <optional>
#include <string>

#include "services/language/status_macros.h"
#include "services/team/errors.h"
#include "services/team/records.h"
#include "storage/table.h"

namespace waarborg::team {

absl::StatusOr<call::Caller> StoreDirectory::Find(absl::string_view member) const {
  const absl::StatusOr<MemberName> name = MemberName::Parse(member);
  if (!name.ok()) return errors::UnknownMember(member);
  ASSIGN_OR_RETURN(const std::optional<std::string> bytes, store_.Get(kMembers.id, name->Key()));
  if (!bytes.has_value()) return errors::UnknownMember(member);
  ASSIGN_OR_RETURN(const v1::Member record, storage::Table<v1::Member>(kMembers.id).Parse(*bytes));
  if (record.inactive()) return errors::UnknownMember(member);
  call::Caller caller{
      .member = record.name(), .region = name->region, .roles = {}, .provider = record.provider()};
  for (const int role : record.roles()) caller.roles.push_back(static_cast<call::Role>(role));
  return caller;
}

}  // namespace waarborg::team
