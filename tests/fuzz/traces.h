#ifndef WAARBORG_TESTS_FUZZ_TRACES_H_
#define WAARBORG_TESTS_FUZZ_TRACES_H_

// What calls leave behind in the store.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "storage/store.h"
#include "tests/fuzz/answers.h"
#include "tests/fuzz/wire.h"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::fuzz {

// The sizes of all journals, by region.
using Heads = std::map<std::string, std::int64_t>;
Heads ReadHeads(const storage::Reader& reader);

// The events since, of all regions, but for those of timers.
std::vector<audit::v1::Event> EventsSince(const storage::Reader& reader, const Heads& before);

// The request id of an attempt, or "".
std::string RequestIdOf(const Attempt& attempt);

// What is wrong with the events of one call. `first`: nothing was sent under its request id before.
//   RefusalsLeaveNothing       a refused call, a rehearsal and a reading wrote no event
//   AcceptedActsAreRecorded    any other wrote one, by its caller
Breaches BreachesOfEvents(const Attempt& attempt, bool accepted, bool first,
                          const std::vector<audit::v1::Event>& events);

// What is wrong with the whole store:
//   JournalHoldsTogether       every journal is gapless, and its tree is the one that its head names
//   ReplayIsWhatIsStored       the journals tell of every record
Breaches BreachesOfStore(const storage::Reader& reader);

}  // namespace waarborg::fuzz

#endif  // WAARBORG_TESTS_FUZZ_TRACES_H_
