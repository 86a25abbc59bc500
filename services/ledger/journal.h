#ifndef WAARBORG_SERVICES_LEDGER_JOURNAL_H_
#define WAARBORG_SERVICES_LEDGER_JOURNAL_H_

// The journal of one region: a gapless sequence of events, the leaves of an RFC 9162 Merkle tree. Leaves,
// tree nodes and head are written in the commit that makes the event true, so that heads and proofs need no
// other reading. The event with sequence s is leaf s - 1.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/rules/merkle.h"
#include "storage/store.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::ledger {

// Where a region's events live; what belongs to no region is in `shared`.
inline constexpr absl::string_view kSharedRegion = "shared";

// Appends to one region's journal inside one transaction.
class JournalWriter final {
 public:
  static absl::StatusOr<JournalWriter> Open(storage::Transaction& transaction, absl::string_view region);

  // Gives the event its name, sequence and time (never before the event that precedes it) and writes leaf,
  // personal texts, completed tree nodes and index entries. Personal fields must have been taken out.
  void Append(audit::v1::Event& event, const internal::v1::PersonalTexts& personal, absl::Time now);

  // Writes the head. Call once, after the last Append.
  void Close();

 private:
  JournalWriter(storage::Transaction& transaction, absl::string_view region)
      : transaction_(transaction), region_(region) {}
  void AppendToTree(absl::string_view leaf);
  void Index(const audit::v1::Event& event);

  storage::Transaction& transaction_;
  std::string region_;
  rules::Frontier frontier_;
  absl::Time last_time_ = absl::InfinitePast();
};

// Size, root and last time; an empty tree for a region without events.
absl::StatusOr<audit::v1::TreeHead> ReadHead(const storage::Reader& reader, absl::string_view region);

// The exact leaf bytes, or nothing beyond the end.
absl::StatusOr<std::optional<std::string>> ReadLeaf(const storage::Reader& reader, absl::string_view region,
                                                    std::uint64_t sequence);

// The event with its personal texts back in place, or nothing beyond the end.
absl::StatusOr<std::optional<audit::v1::Event>> ReadEvent(const storage::Reader& reader,
                                                          absl::string_view region, std::uint64_t sequence);

// At most `limit` sequences from `start` on whose events have `value` in an index of the journal, in order.
absl::StatusOr<std::vector<std::uint64_t>> ReadSequences(const storage::Reader& reader,
                                                         storage::TableId index, absl::string_view region,
                                                         absl::string_view value, std::uint64_t start,
                                                         std::int64_t limit);

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_JOURNAL_H_
