#ifndef WAARBORG_SERVICES_LEDGER_REPLAY_H_
#define WAARBORG_SERVICES_LEDGER_REPLAY_H_

// From the journal back to the records: replaying all events gives exactly the stored state.

#include <map>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "services/ledger/discretion.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::ledger {

// Puts the personal texts of an event back, in its own fields and in those after-images that `discretion` lets
// read. DATA_LOSS for an after-image whose type is unknown.
absl::Status RestoreTexts(audit::v1::Event& event, const internal::v1::PersonalTexts& personal,
                          const Discretion& discretion);

// Records by table number and key.
using ReplayedState = std::map<std::pair<int, std::string>, std::string>;

// Applies the changes of one event, in order.
void Apply(const audit::v1::Event& event, ReplayedState& state);

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_REPLAY_H_
