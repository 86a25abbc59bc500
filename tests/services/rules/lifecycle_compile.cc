// A transition table with one flaw, chosen by -D; the tests hand it to the compiler and read what it says.

#include "services/rules/lifecycle.h"

namespace waarborg::rules {
namespace {

enum State : int { NONE = 0, DRAFT = 1, SENT = 2, DONE = 3, LOST = 4 };
enum Role : int { NOBODY = 0, AUTHOR = 1 };

#if defined(UNREACHABLE_STATE) || defined(DEAD_END)
constexpr EnumSet<State> kAll{DRAFT, SENT, DONE, LOST};
#else
constexpr EnumSet<State> kAll{DRAFT, SENT, DONE};
#endif

constexpr auto kLetter = MakeLifecycle<State, Role>(  //
    "letter", {DONE}, {
      {{}, "write", "", {AUTHOR}, DRAFT, "Written", "1"}, {{DRAFT}, "send", "", {AUTHOR}, SENT, "Sent", "1"},
          {{SENT}, "file", "", {AUTHOR}, DONE, "Filed", "1"},
#if defined(DUPLICATE_ROW)
          {{SENT, DRAFT}, "send", "", {AUTHOR}, DONE, "Sent", "1"},
#elif defined(FINAL_STATE_MOVES)
        {{DONE}, "reopen", "", {AUTHOR}, SENT, "Reopened", "1"},
#elif defined(UNREACHABLE_STATE)
        {{LOST}, "find", "", {AUTHOR}, SENT, "Found", "1"},
#elif defined(DEAD_END)
        {{SENT}, "lose", "", {AUTHOR}, LOST, "Lost", "1"},
#elif defined(ROW_FOR_NOBODY)
        {{SENT}, "burn", "", {}, DONE, "Burnt", "1"},
#elif !defined(SOUND)
#error "choose a flaw"
#endif
    });

static_assert(OneRowPerStateAndEvent(kLetter), "one row a state and event");
static_assert(EveryStateReachable(kLetter, kAll), "every state reachable");
static_assert(FinalStatesAreFinal(kLetter), "final states final");
static_assert(NonFinalStatesHaveAWayOut(kLetter, kAll), "a way out");
static_assert(EveryRowHasARole(kLetter), "a role in every row");
#if defined(SOUND)
static_assert(IsSound(kLetter, kAll));
#else
static_assert(!IsSound(kLetter, kAll), "the combined check misses the flaw");
#endif

}  // namespace
}  // namespace waarborg::rules
