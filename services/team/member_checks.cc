#include "services/team/member_checks.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/call/code.h"
#include "services/call/each_once.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "services/registry/records.h"
#include "services/team/errors.h"
#include "services/team/records.h"
#include "storage/keys.h"

namespace waarborg::team {
namespace {

bool Holds(const v1::Member& member, v1::Role role) {
  return std::find(member.roles().begin(), member.roles().end(), role) != member.roles().end();
}

// What `held` has that a region's list lacks; an empty list allows all.
template <class Enum, class Values>
void AddOutside(const rules::EnumSet<Enum>& held, const Values& allowed, std::vector<std::string>& outside) {
  if (allowed.empty()) return;
  for (const Enum value : held) {
    if (std::find(allowed.begin(), allowed.end(), value) == allowed.end())
      outside.push_back(call::CodeOf(value));
  }
}

absl::Status CheckRegionHas(const registry::v1::Region& region, const Held& held) {
  std::vector<std::string> outside;
  AddOutside(held.roles, region.roles(), outside);
  AddOutside(held.expertise, region.expertise(), outside);
  if (outside.empty()) return absl::OkStatus();
  return errors::RoleNotInRegion(region.name(), absl::StrJoin(outside, ", "));
}

// In `shared` there is nothing but regions to set up.
absl::StatusOr<registry::v1::Region> RegionRecord(const storage::Reader& reader, const std::string& region) {
  if (region != kShared) return registry::Load(reader, registry::RegionName{.region = region});
  registry::v1::Region shared;
  shared.set_name(registry::RegionName{.region = region}.ToString());
  shared.add_roles(v1::ROLE_ADMINISTRATOR);
  shared.add_roles(v1::ROLE_AUDITOR);
  return shared;
}

}  // namespace

Held HeldBy(const v1::Member& member) {
  Held held;
  for (const int role : member.roles()) held.roles |= Roles{static_cast<v1::Role>(role)};
  for (const int each : member.expertise()) held.expertise |= ExpertiseSet{static_cast<v1::Expertise>(each)};
  return held;
}

void CheckRoles(const v1::Member& member, call::Violations& violations) {
  call::CheckEachOnce<v1::Role>(member.roles(), "member.roles", "DUPLICATE", violations);
  for (int i = 0; i < member.roles_size(); ++i) {
    if (member.roles(i) == v1::ROLE_SYSTEM) {
      violations.Add(absl::StrCat("member.roles[", i, "]"), "ROLE_NOT_FOR_MEMBERS",
                     call::CodeOf(member.roles(i)));
    }
  }
}

void CheckExpertise(const v1::Member& member, call::Violations& violations) {
  call::CheckEachOnce<v1::Expertise>(member.expertise(), "member.expertise", "DUPLICATE", violations);
}

void CheckMember(const v1::Member& member, call::Violations& violations) {
  if (member.display_name().empty()) violations.Add("member.display_name", "REQUIRED");
  if (member.roles().empty()) violations.Add("member.roles", "REQUIRED");
  CheckRoles(member, violations);
  CheckExpertise(member, violations);
  if (Holds(member, v1::ROLE_PROVIDER_USER) && member.provider().empty()) {
    violations.Add("member.provider", "PROVIDER_REQUIRED");
  }
  if (!Holds(member, v1::ROLE_PROVIDER_USER) && !member.provider().empty()) {
    violations.Add("member.provider", "PROVIDER_NOT_FOR_ROLES");
  }
  if (member.home_region().empty()) return;
  if (!call::IsChosenId(member.home_region())) violations.Add("member.home_region", "INVALID_ID");
  if (!Holds(member, v1::ROLE_SECOND_READER))
    violations.Add("member.home_region", "HOME_REGION_NOT_FOR_ROLES");
}

absl::Status CheckPlace(const storage::Reader& reader, const MemberName& name, const v1::Member& member) {
  const Held held = HeldBy(member);
  const std::vector<RoleConflict> conflicts = ConflictsOf(held);
  if (!conflicts.empty()) return errors::RolesConflict(name.ToString(), conflicts);
  ASSIGN_OR_RETURN(const registry::v1::Region region, RegionRecord(reader, name.region));
  RETURN_IF_ERROR(CheckRegionHas(region, held));
  if (member.provider().empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const registry::ProviderName provider, registry::ProviderName::Parse(member.provider()));
  return registry::Load(reader, provider).status();
}

absl::Status CheckHomeRegion(const storage::Reader& reader, const v1::Member& member) {
  if (member.home_region().empty()) return absl::OkStatus();
  return registry::Load(reader, registry::RegionName{.region = member.home_region()}).status();
}

absl::StatusOr<std::vector<v1::Member>> MembersOf(const storage::Reader& reader, const std::string& region) {
  const std::string prefix = storage::KeyBuilder().Text(region).Take();
  const storage::ScanRange range{
      .begin = prefix, .end = storage::PrefixEnd(prefix), .limit = storage::kMaxScanEntries};
  std::vector<v1::Member> members;
  absl::Status parsed;
  RETURN_IF_ERROR(
      reader.Scan(kMembers.id, range, [&members, &parsed](absl::string_view, absl::string_view value) {
        absl::StatusOr<v1::Member> member = storage::Table<v1::Member>(kMembers.id).Parse(value);
        if (!member.ok()) {
          parsed = member.status();
          return false;
        }
        members.push_back(*std::move(member));
        return true;
      }));
  RETURN_IF_ERROR(parsed);
  return members;
}

absl::StatusOr<std::string> OtherAdministrator(const storage::Reader& reader, absl::string_view but) {
  ASSIGN_OR_RETURN(const std::vector<v1::Member> members, MembersOf(reader, std::string(kShared)));
  for (const v1::Member& member : members) {
    if (!member.inactive() && member.name() != but && Holds(member, v1::ROLE_ADMINISTRATOR))
      return member.name();
  }
  return std::string();
}

}  // namespace waarborg::team
