#include "services/ledger/lease.h"

#include <array>
#include <optional>

#include "absl/strings/escaping.h"
#include "services/language/status_macros.h"
#include "services/ledger/serialized.h"
#include "services/ledger/time.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"

namespace waarborg::ledger {
namespace {

using Lease = internal::v1::TimerLease;

std::string Key() { return storage::KeyBuilder().Text("timers").Take(); }

absl::StatusOr<Lease> Read(const storage::Reader& reader) {
  ASSIGN_OR_RETURN(std::optional<Lease> lease,
                   storage::Table<Lease>(storage::tables::kTimerLease).Get(reader, Key()));
  return lease.value_or(Lease());
}

std::string NewHolder(const call::Entropy& entropy) {
  std::array<char, 16> bytes{};
  entropy(bytes.data(), bytes.size());
  return absl::BytesToHexString(absl::string_view(bytes.data(), bytes.size()));
}

}  // namespace

bool MayTake(const Lease& lease, const std::string& holder, absl::Time now) {
  if (lease.holder().empty() || lease.holder() == holder) return true;
  const absl::Time until = TimeOf(lease.until());
  return until <= now || until > now + 2 * kLeaseLength;
}

TimerLease::TimerLease(Ledger& ledger, const call::Entropy& entropy)
    : ledger_(ledger), holder_(NewHolder(entropy)) {}

absl::StatusOr<bool> TimerLease::Hold() {
  const absl::Time now = ledger_.now();
  ASSIGN_OR_RETURN(const Lease lease, Read(*ledger_.store().Read()));
  const absl::Duration left = TimeOf(lease.until()) - now;
  const bool fresh = left > kLeaseLength / 2 && left <= kLeaseLength;
  if (lease.holder() == holder_ && fresh) return true;
  if (!MayTake(lease, holder_, now)) return false;
  bool held = false;
  RETURN_IF_ERROR(Write(now + kLeaseLength, held));
  return held;
}

absl::Status TimerLease::Release() {
  ASSIGN_OR_RETURN(const Lease lease, Read(*ledger_.store().Read()));
  if (lease.holder() != holder_) return absl::OkStatus();
  bool held = false;
  return Write(absl::UnixEpoch(), held);
}

absl::Status TimerLease::Write(absl::Time until, bool& held) {
  return storage::WriteAndWait(ledger_.store(),
                               [this, until, &held](storage::Transaction& transaction) -> absl::Status {
                                 held = false;
                                 ASSIGN_OR_RETURN(Lease lease, Read(transaction));
                                 if (!MayTake(lease, holder_, ledger_.now())) return absl::OkStatus();
                                 lease.set_holder(holder_);
                                 *lease.mutable_until() = Stamp(until);
                                 transaction.Put(storage::tables::kTimerLease, Key(), Serialized(lease));
                                 held = true;
                                 return absl::OkStatus();
                               });
}

}  // namespace waarborg::ledger
