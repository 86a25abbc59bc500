#ifndef WAARBORG_SERVICES_TEAM_BOOTSTRAP_H_
#define WAARBORG_SERVICES_TEAM_BOOTSTRAP_H_

// The first administrator, recorded off-line because nobody is there yet who could do it by rpc.

#include <string>

#include "absl/status/status.h"
#include "services/ledger/unit_of_work.h"

namespace waarborg::team {

// Adds `regions/shared/members/{member_id}` with the role ADMINISTRATOR (AdministratorRecorded). The unit's
// call must be about the region `shared`. INVALID_ARGUMENT for an id nobody can choose or an empty name;
// FAILED_PRECONDITION (ADMINISTRATOR_EXISTS) when `shared` has an active administrator; ALREADY_EXISTS
// (MEMBER_EXISTS).
absl::Status BootstrapAdministrator(ledger::UnitOfWork& unit, const std::string& member_id,
                                    const std::string& display_name);

}  // namespace waarborg::team

#endif  // WAARBORG_SERVICES_TEAM_BOOTSTRAP_H_
