#ifndef WAARBORG_SERVICES_LEDGER_DEADLINE_TABLE_H_
#define WAARBORG_SERVICES_LEDGER_DEADLINE_TABLE_H_

// Deadlines as records, with the index by due time that the runner reads.

#include <algorithm>
#include <cstdint>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/ledger/record_table.h"
#include "services/ledger/time.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::ledger {

inline std::string DeadlineKey(absl::string_view region, absl::string_view resource, absl::string_view kind) {
  return storage::KeyBuilder().Text(region).Text(resource).Text(kind).Take();
}

// Microseconds since 1970, which order as unsigned numbers; moments before sort first.
inline std::uint64_t OrderOf(absl::Time time) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(0, absl::ToUnixMicros(time)));
}

// A deadline whose clock stands still is due at no time.
inline std::string DeadlineByTime(absl::string_view key, const internal::v1::Deadline& deadline) {
  if (deadline.has_suspend_time()) return "";
  return absl::StrCat(storage::KeyBuilder().Number(OrderOf(TimeOf(deadline.due_time()))).Take(), key);
}

inline std::string DeadlineByRegion(absl::string_view /*key*/, const internal::v1::Deadline& deadline) {
  if (deadline.has_suspend_time()) return "";
  return storage::KeyBuilder()
      .Text(deadline.region())
      .Number(OrderOf(TimeOf(deadline.due_time())))
      .Text(deadline.resource())
      .Text(deadline.kind())
      .Take();
}

inline std::string DeadlineByProvider(absl::string_view /*key*/, const internal::v1::Deadline& deadline) {
  if (deadline.has_suspend_time() || deadline.provider().empty()) return "";
  return storage::KeyBuilder()
      .Text(deadline.region())
      .Text(deadline.provider())
      .Number(OrderOf(TimeOf(deadline.due_time())))
      .Text(deadline.resource())
      .Text(deadline.kind())
      .Take();
}

inline constexpr RecordIndex<internal::v1::Deadline> kDeadlineIndexes[] = {
    {storage::tables::kDeadlineByRegion, DeadlineByRegion},
    {storage::tables::kDeadlineByProvider, DeadlineByProvider}};

inline constexpr RecordTable<internal::v1::Deadline> kDeadlines{
    storage::tables::kDeadline, storage::tables::kDeadlineByTime, DeadlineByTime, kDeadlineIndexes};

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_DEADLINE_TABLE_H_
