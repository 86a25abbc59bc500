#ifndef WAARBORG_SERVICES_LEDGER_RECORD_TABLE_H_
#define WAARBORG_SERVICES_LEDGER_RECORD_TABLE_H_

// A table of records that the journal follows: every change enters an event as an after-image. An index is
// derived from the record, so it is neither journalled nor ever out of step.

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "storage/store.h"

namespace waarborg::ledger {

// Its table, and the key of the entry for a record ("" when it has none). The value is the record's key.
template <class Message>
struct RecordIndex {
  storage::TableId id;
  std::string (*key)(absl::string_view key, const Message& record);
};

template <class Message>
struct RecordTable {
  storage::TableId id;
  // With an index: as in RecordIndex.
  storage::TableId index_id = storage::TableId{0};
  std::string (*index_key)(absl::string_view key, const Message& record) = nullptr;
  // For records that are found in more ways than one.
  absl::Span<const RecordIndex<Message>> more = {};
};

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_RECORD_TABLE_H_
