#include "services/team/bootstrap.h"

#include "services/call/error.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "services/team/changes.h"
#include "services/team/errors.h"
#include "services/team/member_checks.h"
#include "services/team/records.h"

namespace waarborg::team {

absl::Status BootstrapAdministrator(ledger::UnitOfWork& unit, const std::string& member_id,
                                    const std::string& display_name) {
  call::Violations violations;
  if (!call::IsChosenId(member_id)) violations.Add("member_id", "INVALID_ID");
  if (display_name.empty()) violations.Add("display_name", "REQUIRED");
  RETURN_IF_ERROR(violations.ToStatus());
  ASSIGN_OR_RETURN(const std::string administrator, OtherAdministrator(unit.reader(), ""));
  if (!administrator.empty()) return errors::AdministratorExists(administrator);
  const MemberName name{.region = std::string(kShared), .member = member_id};
  ASSIGN_OR_RETURN(const std::optional<v1::Member> stored, unit.Get(kMembers, name.Key()));
  if (stored.has_value()) return call::error::Exists("MEMBER", name.ToString());
  v1::Member member;
  member.set_display_name(display_name);
  member.add_roles(v1::ROLE_ADMINISTRATOR);
  return PutMember(unit, name, std::move(member), nullptr, "AdministratorRecorded").status();
}

}  // namespace waarborg::team
