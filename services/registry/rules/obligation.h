#ifndef WAARBORG_SERVICES_REGISTRY_RULES_OBLIGATION_H_
#define WAARBORG_SERVICES_REGISTRY_RULES_OBLIGATION_H_

// When a recurring obligation is due (R-003-09, R-003-10). Pure.

#include "absl/time/civil_time.h"
#include "waarborg/registry/v1/catalogue.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::registry {

// Whether the rule holds for a provider of these sectors.
bool HoldsFor(const v1::ObligationRule& rule, const v1::Provider& provider);

// The first due date of an obligation that begins on `begin`, with nothing received yet: the rule's next
// fixed day, today included, or its whole time from then.
absl::CivilDay FirstDueDay(const v1::ObligationRule& rule, absl::CivilDay begin);

// Whether what was received on `received` answers the due date. By a fixed day it does unless it is as old as
// the time before; without one it always does, since the time runs from it.
bool Answers(const v1::ObligationRule& rule, absl::CivilDay due, absl::CivilDay received);

// The due date after something was received: a fixed day moves on by the rule's months when it was answered,
// however late, so that nothing shifts; without one it is the rule's months after `last`, the last day on
// which anything was received.
absl::CivilDay NextDueDay(const v1::ObligationRule& rule, absl::CivilDay due, absl::CivilDay received,
                          absl::CivilDay last);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_RULES_OBLIGATION_H_
