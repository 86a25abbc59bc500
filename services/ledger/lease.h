#ifndef WAARBORG_SERVICES_LEDGER_LEASE_H_
#define WAARBORG_SERVICES_LEDGER_LEASE_H_

// Who fires what is due, where several servers share one store: the one that holds the lease. It spares the
// others the work; that nothing fires twice does not hang on it, for each firing clears its deadline in the
// same unit of work.

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/call/call.h"
#include "services/ledger/ledger.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::ledger {

// How long a server that has stopped without a word keeps the others waiting.
inline constexpr absl::Duration kLeaseLength = absl::Seconds(15);

// Whether `holder` may take the lease at `now`: it is free, its own, over, or ends so late that it was
// written by a clock that was wrong.
bool MayTake(const internal::v1::TimerLease& lease, const std::string& holder, absl::Time now);

// Not thread-safe. `ledger` must outlive it.
class TimerLease final {
 public:
  // `entropy` makes the name of this holder.
  TimerLease(Ledger& ledger, const call::Entropy& entropy);

  // Takes or renews the lease where that can be done; whether this holder has it now. Blocks: not for a
  // handler.
  absl::StatusOr<bool> Hold();

  // Gives it back, so that another need not wait. Does nothing when another has it.
  absl::Status Release();

 private:
  absl::Status Write(absl::Time until, bool& held);

  Ledger& ledger_;
  std::string holder_;
};

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_LEASE_H_
