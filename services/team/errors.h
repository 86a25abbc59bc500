#ifndef WAARBORG_SERVICES_TEAM_ERRORS_H_
#define WAARBORG_SERVICES_TEAM_ERRORS_H_

// What can go wrong in this room, beside what a request's own fields get wrong.

#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/team/rules/roles.h"

namespace waarborg::team::errors {

// One person would hold roles that exclude each other; one PreconditionFailure row for each rule that says
// so. REQUIRES: at least one conflict.
absl::Status RolesConflict(absl::string_view member, const std::vector<RoleConflict>& conflicts);

// The region's role set does not have these roles or this expertise (codes, separated by commas).
absl::Status RoleNotInRegion(absl::string_view region, absl::string_view roles);

// There is an administrator already: from then on members are added by rpc.
absl::Status AdministratorExists(absl::string_view member);

// Without this one nobody could add members any more.
absl::Status LastAdministrator(absl::string_view member);

// The caller is no active member. Tells no difference, so that nobody can find out who is a member.
absl::Status UnknownMember(absl::string_view member);

}  // namespace waarborg::team::errors

#endif  // WAARBORG_SERVICES_TEAM_ERRORS_H_
