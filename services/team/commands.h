#ifndef WAARBORG_SERVICES_TEAM_COMMANDS_H_
#define WAARBORG_SERVICES_TEAM_COMMANDS_H_

// The changing rpcs of TeamService, one file each in commands/. The errors are those of the proto comments.

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/team/v1/team.pb.h"

namespace waarborg::team {

// CheckMeaning: what is wrong with the fields of a request as far as the request itself can tell, of any
// shape. The edge asks it together with the shape; the command asks again, because it stands on its own.
void CheckMeaning(const v1::CreateMemberRequest& request, call::Violations& violations);
void CheckMeaning(const v1::UpdateMemberRequest& request, call::Violations& violations);

absl::StatusOr<v1::Member> CreateMember(ledger::UnitOfWork& unit, const v1::CreateMemberRequest& request);

// Also FAILED_PRECONDITION (LAST_ADMINISTRATOR) for the last active administrator of `shared`.
absl::StatusOr<v1::Member> UpdateMember(ledger::UnitOfWork& unit, const v1::UpdateMemberRequest& request);

}  // namespace waarborg::team

#endif  // WAARBORG_SERVICES_TEAM_COMMANDS_H_
