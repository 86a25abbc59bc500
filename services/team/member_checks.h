#ifndef WAARBORG_SERVICES_TEAM_MEMBER_CHECKS_H_
#define WAARBORG_SERVICES_TEAM_MEMBER_CHECKS_H_

// Whether a member may be as the request wants it.

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/team/names.h"
#include "services/team/rules/roles.h"
#include "storage/store.h"
#include "waarborg/team/v1/team.pb.h"

namespace waarborg::team {

// The region of the administrators who set up regions; it has no record of its own.
inline constexpr absl::string_view kShared = "shared";

Held HeldBy(const v1::Member& member);

// Roles once each, never SYSTEM.
void CheckRoles(const v1::Member& member, call::Violations& violations);

// Expertise once each.
void CheckExpertise(const v1::Member& member, call::Violations& violations);

// Roles and expertise as above; a provider for a PROVIDER_USER and for nobody else; a home
// region for second readers only.
void CheckMember(const v1::Member& member, call::Violations& violations);

// FAILED_PRECONDITION (ROLE_CONFLICT, ROLE_NOT_IN_REGION), NOT_FOUND (REGION_NOT_FOUND, PROVIDER_NOT_FOUND).
absl::Status CheckPlace(const storage::Reader& reader, const MemberName& name, const v1::Member& member);

// The region a new member comes from, if any, is there. It cannot change later. NOT_FOUND (REGION_NOT_FOUND).
absl::Status CheckHomeRegion(const storage::Reader& reader, const v1::Member& member);

// The members of a region, by name; at most the entries of one scan (ten thousand).
absl::StatusOr<std::vector<v1::Member>> MembersOf(const storage::Reader& reader, const std::string& region);

// An active administrator of `shared` other than `but`; "" when there is none.
absl::StatusOr<std::string> OtherAdministrator(const storage::Reader& reader, absl::string_view but);

}  // namespace waarborg::team

#endif  // WAARBORG_SERVICES_TEAM_MEMBER_CHECKS_H_
