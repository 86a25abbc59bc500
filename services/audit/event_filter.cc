#include "services/audit/event_filter.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "services/ledger/journal.h"
#include "services/ledger/time.h"
#include "storage/schema.h"

namespace waarborg::audit {
namespace {

namespace tables = storage::tables;

struct Way {
  storage::TableId index;
  const std::string& value;
};

// The index to read through, or nothing where every event may fit.
std::optional<Way> WayFor(const v1::EventFilter& filter) {
  if (!filter.resource().empty()) return Way{tables::kJournalByResource, filter.resource()};
  if (!filter.provider().empty()) return Way{tables::kJournalByProvider, filter.provider()};
  if (!filter.actor().empty()) return Way{tables::kJournalByActor, filter.actor()};
  return std::nullopt;
}

std::vector<std::uint64_t> EverySequence(std::uint64_t start, std::uint64_t end, std::int64_t limit) {
  if (start > end) return {};
  std::vector<std::uint64_t> sequences(std::min(end - start + 1, static_cast<std::uint64_t>(limit)));
  std::iota(sequences.begin(), sequences.end(), start);
  return sequences;
}

bool Fits(const std::string& wanted, const std::string& found) { return wanted.empty() || wanted == found; }

}  // namespace

absl::StatusOr<std::vector<std::uint64_t>> Candidates(const storage::Reader& reader, absl::string_view region,
                                                      const v1::EventFilter& filter, std::uint64_t start,
                                                      std::uint64_t end, std::int64_t limit) {
  const std::optional<Way> way = WayFor(filter);
  if (!way.has_value()) return EverySequence(start, end, limit);
  return ledger::ReadSequences(reader, way->index, region, way->value, start, limit);
}

bool Matches(const v1::Event& event, const v1::EventFilter& filter) {
  const absl::Time time = ledger::TimeOf(event.time());
  return Fits(filter.resource(), event.resource()) && Fits(filter.provider(), event.provider()) &&
         Fits(filter.actor(), event.actor()) && Fits(filter.kind(), event.kind()) &&
         (!filter.has_start_time() || time >= ledger::TimeOf(filter.start_time())) &&
         (!filter.has_end_time() || time < ledger::TimeOf(filter.end_time()));
}

}  // namespace waarborg::audit
