#ifndef WAARBORG_SERVICES_WATCH_PRESENCE_H_
#define WAARBORG_SERVICES_WATCH_PRESENCE_H_

// Who is at work where, as the store holds it for all servers: one record a member and resource, which
// lapses.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "storage/schema.h"
#include "storage/store.h"
#include "storage/table.h"
#include "waarborg/internal/v1/stored.pb.h"
#include "waarborg/watch/v1/watch.pb.h"

namespace waarborg::watch {

inline constexpr storage::Table<internal::v1::StoredPresence> kPresences{storage::tables::kPresence};

// So long after the last word somebody counts as present.
inline constexpr absl::Duration kPresenceLasts = absl::Seconds(45);
// A word that comes while so much is left changes nothing, and costs no write.
inline constexpr absl::Duration kStillFresh = absl::Seconds(32);

std::string PresenceKey(absl::string_view region, absl::string_view provider, absl::string_view resource,
                        absl::string_view member);

using Presences = std::vector<internal::v1::StoredPresence>;
// In each case who is there, in the order of the keys.
using PresencesByProvider = std::map<std::string, std::shared_ptr<const Presences>, std::less<>>;

struct PresenceRead {
  PresencesByProvider present;
  std::vector<std::string> lapsed;  // keys, for cleaning up
};

// Those of a region, or of one provider's case in it, who are there at `now`; a bounded number.
absl::StatusOr<PresenceRead> ReadPresences(const storage::Reader& reader, absl::string_view region,
                                           absl::string_view provider, absl::Time now);

// The same people in the same places, whatever the moments at which they lapse.
bool SamePlaces(const Presences& a, const Presences& b);

v1::Presence ToPresence(const internal::v1::StoredPresence& stored);

}  // namespace waarborg::watch

#endif  // WAARBORG_SERVICES_WATCH_PRESENCE_H_
