#include "services/call/error.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "services/registry/names.h"
#include "services/team/changes.h"
#include "services/team/commands.h"
#include "services/team/member_checks.h"
#include "services/team/records.h"

namespace waarborg::team {

void CheckMeaning(const v1::CreateMemberRequest& request, call::Violations& violations) {
  if (!call::IsChosenId(request.member_id())) violations.Add("member_id", "INVALID_ID");
  CheckMember(request.member(), violations);
}

absl::StatusOr<v1::Member> CreateMember(ledger::UnitOfWork& unit, const v1::CreateMemberRequest& request) {
  ASSIGN_OR_RETURN(const registry::RegionName region, registry::RegionName::Parse(request.parent()));
  call::Violations violations;
  CheckMeaning(request, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  const MemberName name{.region = region.region, .member = request.member_id()};
  RETURN_IF_ERROR(CheckPlace(unit.reader(), name, request.member()));
  RETURN_IF_ERROR(CheckHomeRegion(unit.reader(), request.member()));
  ASSIGN_OR_RETURN(const std::optional<v1::Member> stored, unit.Get(kMembers, name.Key()));
  if (stored.has_value()) return call::error::Exists("MEMBER", name.ToString());
  return PutMember(unit, name, request.member(), nullptr, "MemberCreated");
}

}  // namespace waarborg::team
