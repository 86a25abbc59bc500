#include "services/watch/presence.h"

#include <algorithm>
#include <utility>

#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "storage/keys.h"

namespace waarborg::watch {

std::string PresenceKey(absl::string_view region, absl::string_view provider, absl::string_view resource,
                        absl::string_view member) {
  return storage::KeyBuilder().Text(region).Text(provider).Text(resource).Text(member).Take();
}

absl::StatusOr<PresenceRead> ReadPresences(const storage::Reader& reader, absl::string_view region,
                                           absl::string_view provider, absl::Time now) {
  const std::string of_region = storage::KeyBuilder().Text(region).Take();
  const std::string prefix =
      provider.empty() ? of_region : storage::KeyBuilder().Text(region).Text(provider).Take();
  const storage::ScanRange range{
      .begin = prefix, .end = storage::PrefixEnd(prefix), .limit = storage::kMaxScanEntries};
  PresenceRead read;
  std::map<std::string, Presences, std::less<>> present;
  absl::Status broken;
  RETURN_IF_ERROR(reader.Scan(kPresences.id(), range, [&](absl::string_view key, absl::string_view value) {
    absl::StatusOr<internal::v1::StoredPresence> stored = kPresences.Parse(value);
    storage::KeyParser parser(key.substr(of_region.size()));
    const absl::StatusOr<std::string> whose = parser.Text();
    broken.Update(stored.status());
    broken.Update(whose.status());
    if (!broken.ok()) return false;
    if (ledger::TimeOf(stored->expire_time()) <= now) {
      read.lapsed.emplace_back(key);
    } else {
      present[*whose].push_back(*std::move(stored));
    }
    return true;
  }));
  RETURN_IF_ERROR(broken);
  for (auto& [whose, list] : present) {
    read.present[whose] = std::make_shared<const Presences>(std::move(list));
  }
  return read;
}

bool SamePlaces(const Presences& a, const Presences& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const internal::v1::StoredPresence& one, const internal::v1::StoredPresence& other) {
                      return one.member() == other.member() && one.resource() == other.resource() &&
                             one.part() == other.part();
                    });
}

v1::Presence ToPresence(const internal::v1::StoredPresence& stored) {
  v1::Presence presence;
  presence.set_member(stored.member());
  presence.set_resource(stored.resource());
  presence.set_part(stored.part());
  *presence.mutable_arrive_time() = stored.arrive_time();
  *presence.mutable_expire_time() = stored.expire_time();
  return presence;
}

}  // namespace waarborg::watch
