#ifndef WAARBORG_SERVICES_TEAM_CHANGES_H_
#define WAARBORG_SERVICES_TEAM_CHANGES_H_

// The room's own changes: the member with what the server gives out, put and told.

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/ledger/unit_of_work.h"
#include "services/team/names.h"
#include "waarborg/team/v1/team.pb.h"

namespace waarborg::team {

// Records `fact` about the member. `stored` is the version before; null for a new one.
absl::StatusOr<v1::Member> PutMember(ledger::UnitOfWork& unit, const MemberName& name, v1::Member member,
                                     const v1::Member* stored, absl::string_view fact);

}  // namespace waarborg::team

#endif  // WAARBORG_SERVICES_TEAM_CHANGES_H_
