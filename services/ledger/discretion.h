#ifndef WAARBORG_SERVICES_LEDGER_DISCRETION_H_
#define WAARBORG_SERVICES_LEDGER_DISCRETION_H_

// A journal holds after-images of records that not everybody who reads the journal may read. Such a reader gets
// the event as its leaf has it: every fact, and the personal texts of those records as digests.

#include <functional>

#include "google/protobuf/message.h"
#include "services/ledger/journal.h"

namespace waarborg::ledger {

// Whether the reader may read the personal texts of a record.
using Discretion = std::function<bool(const google::protobuf::Message& record)>;

// As ReadEvent (journal.h), for a reader who may not read every record.
absl::StatusOr<std::optional<audit::v1::Event>> ReadEvent(const storage::Reader& reader,
                                                          absl::string_view region, std::uint64_t sequence,
                                                          const Discretion& discretion);

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_DISCRETION_H_
