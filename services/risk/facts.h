#ifndef WAARBORG_SERVICES_RISK_FACTS_H_
#define WAARBORG_SERVICES_RISK_FACTS_H_

// What is known of one provider, read from the rooms that keep it.

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/registry/names.h"
#include "services/risk/rules/weighing.h"
#include "storage/store.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::risk {

// How many records of one kind are looked at for one provider: of reports the newest, of the rest those that
// their list names first. With it, a view reads a bounded number of records, however much a provider has.
inline constexpr int kMostOfAKind = 200;

// As of `now`; reports received before `since` are left out. `provider` is the record called `name`.
absl::StatusOr<Facts> FactsOf(const storage::Reader& reader, const registry::ProviderName& name,
                              const registry::v1::Provider& provider, absl::Time since, absl::Time now);

}  // namespace waarborg::risk

#endif  // WAARBORG_SERVICES_RISK_FACTS_H_
