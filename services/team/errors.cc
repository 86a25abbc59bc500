#include "services/team/errors.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/call/code.h"
#include "services/call/error.h"

namespace waarborg::team::errors {
namespace {

std::string Others(const RoleConflict& conflict) {
  std::vector<std::string> codes;
  for (const v1::Role role : conflict.others) codes.push_back(call::CodeOf(role));
  for (const v1::Expertise expertise : conflict.expertise) codes.push_back(call::CodeOf(expertise));
  return absl::StrJoin(codes, ", ");
}

}  // namespace

absl::Status RolesConflict(absl::string_view member, const std::vector<RoleConflict>& conflicts) {
  const RoleConflict& first = conflicts.front();
  call::Error error(absl::StatusCode::kFailedPrecondition, "ROLE_CONFLICT");
  error.With("member", member).With("role", call::CodeOf(first.role)).With("others", Others(first));
  error.With("source", first.source);
  for (const RoleConflict& conflict : conflicts) {
    const std::string role = call::CodeOf(conflict.role);
    error.Precondition(member, role, absl::StrCat(role, ", ", Others(conflict)));
  }
  return error;
}

absl::Status RoleNotInRegion(absl::string_view region, absl::string_view roles) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "ROLE_NOT_IN_REGION")
      .With("region", region)
      .With("roles", roles)
      .Precondition(region, "ROLES_OF_THE_REGION", roles);
}

absl::Status AdministratorExists(absl::string_view member) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "ADMINISTRATOR_EXISTS")
      .With("member", member)
      .Precondition("regions/shared", "NO_ADMINISTRATOR", member);
}

absl::Status LastAdministrator(absl::string_view member) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "LAST_ADMINISTRATOR")
      .With("member", member)
      .Precondition(member, "ANOTHER_ACTIVE_ADMINISTRATOR", "NONE");
}

absl::Status UnknownMember(absl::string_view member) {
  return call::Error(absl::StatusCode::kUnauthenticated, "UNKNOWN_MEMBER").With("member", member);
}

}  // namespace waarborg::team::errors
