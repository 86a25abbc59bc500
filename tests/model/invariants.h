#ifndef WAARBORG_TESTS_MODEL_INVARIANTS_H_
#define WAARBORG_TESTS_MODEL_INVARIANTS_H_

// What must hold in every history. Each invariant is a function that answers what is broken, in words; an
// empty answer means that it holds. Those of a moment look at one event and what it changed; those of the
// store look at everything.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "services/call/call.h"
#include "storage/store.h"
#include "tests/model/shelves.h"

namespace waarborg::model {

using Breaches = std::vector<std::string>;
using Cast = std::vector<call::Caller>;

// What a second person was asked, and has seen: by resource and act, the content as the model reads it.
using Seen = std::map<std::pair<std::string, Act>, std::string>;

struct Past {
  Seen asked;
  Seen seconded;
  std::map<std::string, std::string> decisions;  // digests of decision records, from first sight
};

// Everything an invariant of a moment may look at. `shelves` hold the records after the event.
struct Scene {
  const Moment& moment;
  const Shelves& shelves;
  const Past& past;
  const Cast& cast;
};

struct Invariant {
  const char* name;
  void (*check)(const Scene& scene, Breaches& breaches);
};

// All invariants of a moment.
const std::vector<Invariant>& Invariants();

// The ladder (ladder_invariants.cc).
void LevelsMoveOnlyByADecidedStepOrAnAcuteCase(const Scene& scene, Breaches& breaches);
void MeasuresHaveReasonAndMandate(const Scene& scene, Breaches& breaches);
void DecidersAreNeitherAuthorNorSecondReader(const Scene& scene, Breaches& breaches);
void ContractTerminationIsTheEnd(const Scene& scene, Breaches& breaches);
void OneProcedureAtATime(const Scene& scene, Breaches& breaches);

// Four eyes (second_person.cc).
void SecondPersonCameFirstWherePolicyAsks(const Scene& scene, Breaches& breaches);
void SecondPersonsAreOtherPersons(const Scene& scene, Breaches& breaches);
void Remember(const Moment& moment, const Shelves& shelves, Past& past);

// Records (invariants.cc).
void EventsFollowTheirTable(const Scene& scene, Breaches& breaches);
void DecisionRecordsNeverChange(const Scene& scene, Breaches& breaches);
void FindingsKeepEarlierValues(const Scene& scene, Breaches& breaches);
void NothingIsAtADeadEnd(const Scene& scene, Breaches& breaches);
void TimersAreSet(const Scene& scene, Breaches& breaches);

// The store (store_invariants.cc): a gapless journal whose tree is the one the head names, and whose replay
// is what is stored.
Breaches JournalHoldsTogether(const storage::Reader& reader, const std::string& region);
Breaches ReplayIsWhatIsStored(const storage::Reader& reader, const ledger::ReplayedState& replayed);

// Who holds which roles; SYSTEM for `system`.
std::vector<call::Role> RolesOf(const Cast& cast, const std::string& member);
// The rule of the act in the policy, as it stands there.
team::v1::FourEyes RuleOf(const PolicyVersion& policy, Act act);

}  // namespace waarborg::model

#endif  // WAARBORG_TESTS_MODEL_INVARIANTS_H_
