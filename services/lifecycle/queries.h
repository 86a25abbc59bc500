#ifndef WAARBORG_SERVICES_LIFECYCLE_QUERIES_H_
#define WAARBORG_SERVICES_LIFECYCLE_QUERIES_H_

// What can be asked of the lifecycles. The store is not read: they are part of the program.

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/lifecycle/v1/lifecycle.pb.h"

namespace waarborg::lifecycle {

// By its name, `lifecycles/step`, or by the noun alone, `step`.
absl::StatusOr<v1::Lifecycle> GetLifecycle(const ledger::View& view, const v1::GetLifecycleRequest& request);

absl::StatusOr<v1::ListLifecyclesResponse> ListLifecycles(const ledger::View& view,
                                                          const v1::ListLifecyclesRequest& request);

}  // namespace waarborg::lifecycle

#endif  // WAARBORG_SERVICES_LIFECYCLE_QUERIES_H_
