#ifndef WAARBORG_SERVICES_TEAM_QUERIES_H_
#define WAARBORG_SERVICES_TEAM_QUERIES_H_

// What can be asked of a team.

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/team/v1/team.pb.h"

namespace waarborg::team {

absl::StatusOr<v1::Member> GetMember(const ledger::View& view, const v1::GetMemberRequest& request);

// The first page also says which expertise nobody fills: a warning against blind spots, never a block.
absl::StatusOr<v1::ListMembersResponse> ListMembers(const ledger::View& view,
                                                    const v1::ListMembersRequest& request);

}  // namespace waarborg::team

#endif  // WAARBORG_SERVICES_TEAM_QUERIES_H_
