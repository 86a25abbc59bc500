#ifndef WAARBORG_SERVICES_REGISTRY_OBLIGATION_CHANGES_H_
#define WAARBORG_SERVICES_REGISTRY_OBLIGATION_CHANGES_H_

// How obligations begin and are watched.

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "services/registry/names.h"
#include "waarborg/registry/v1/obligation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::registry {

// An obligation for each rule that holds for the provider by the policy in force and that it does not have
// yet; in the order of the policy (facts ObligationOpened).
absl::StatusOr<std::vector<v1::Obligation>> OpenMissing(ledger::UnitOfWork& unit, const ProviderName& owner,
                                                        const v1::Provider& provider);

// Sets the due date; the timer watches its end.
absl::Status SetDue(ledger::UnitOfWork& unit, absl::CivilDay due, v1::Obligation& obligation);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_OBLIGATION_CHANGES_H_
