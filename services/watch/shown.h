#ifndef WAARBORG_SERVICES_WATCH_SHOWN_H_
#define WAARBORG_SERVICES_WATCH_SHOWN_H_

// What a watcher sees of an event. The team sees it as the journal shows it. A provider's user sees the acts
// of its own side; of others' acts those that change the state of what it may read, but not who did them nor
// why, and never what a second reader does.

#include <optional>

#include "absl/status/statusor.h"
#include "services/call/call.h"
#include "services/watch/feed.h"
#include "storage/store.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/watch/v1/watch.pb.h"

namespace waarborg::watch {

// Nothing when the caller does not see it at all. With `callers_own`, nothing of a task that is not the
// caller's.
absl::StatusOr<std::optional<v1::Change>> Shown(const storage::Store& store, const Neighbours& neighbours,
                                                const call::Caller& caller, const audit::v1::Event& event,
                                                bool callers_own);

}  // namespace waarborg::watch

#endif  // WAARBORG_SERVICES_WATCH_SHOWN_H_
