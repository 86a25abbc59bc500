#ifndef WAARBORG_SERVICES_AUDIT_EVENT_FILTER_H_
#define WAARBORG_SERVICES_AUDIT_EVENT_FILTER_H_

// Which sequences a filter may hit, and which events it does hit.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "storage/store.h"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::audit {

// At most `limit` sequences from `start` up to `end` (included), from the narrowest index the filter allows.
// Without provider, resource and actor that is every sequence: the journal has no gaps. Through an index
// there may be some beyond `end`.
absl::StatusOr<std::vector<std::uint64_t>> Candidates(const storage::Reader& reader, absl::string_view region,
                                                      const v1::EventFilter& filter, std::uint64_t start,
                                                      std::uint64_t end, std::int64_t limit);

bool Matches(const v1::Event& event, const v1::EventFilter& filter);

}  // namespace waarborg::audit

#endif  // WAARBORG_SERVICES_AUDIT_EVENT_FILTER_H_
