#ifndef WAARBORG_SERVICES_ESCALATION_VISIBILITY_H_
#define WAARBORG_SERVICES_ESCALATION_VISIBILITY_H_

// What a provider sees of its own file (reference 4.0, 4 list 10). Until a hearing opens, a step is advice
// inside the house; from then on the whole advice, with the words on trust, is the hearing file, for a
// provider answers what it has read. What was said with partners, who reported, and who looked over whose
// shoulder stay inside.

#include <utility>

#include "services/call/call.h"
#include "waarborg/escalation/v1/escalation.pb.h"

namespace waarborg::escalation {

// The caller acts for a provider and for nobody else.
bool IsProviderOnly(const call::Caller& caller);

// From the opening of the hearing, or from the decision where there was none.
bool IsVisibleToProvider(const v1::Step& step);
// From the provisional measure on.
bool IsVisibleToProvider(const v1::AcuteCase& acute_case);

// Empties what stays inside.
void RedactForProvider(v1::Step& step);
void RedactForProvider(v1::AcuteCase& acute_case);

// The record as the caller may see it. REQUIRES: a provider's user may see it at all.
template <class Record>
Record SeenBy(const call::Caller& caller, Record record) {
  if (IsProviderOnly(caller)) RedactForProvider(record);
  return record;
}

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_VISIBILITY_H_
