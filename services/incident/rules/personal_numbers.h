#ifndef WAARBORG_SERVICES_INCIDENT_RULES_PERSONAL_NUMBERS_H_
#define WAARBORG_SERVICES_INCIDENT_RULES_PERSONAL_NUMBERS_H_

// What must not travel in a report: citizen service numbers (BSN) and, in the attributes of an event, e-mail
// addresses (reference 5, data minimisation). Pure.

#include "absl/strings/string_view.h"

namespace waarborg::incident {

// Nine digits in a row, neither more nor fewer, that pass the test of eleven for a BSN. One in eleven of all
// such numbers does, so a hit is a suspicion. With a letter joined to it a number is part of something else:
// of a UUID no digits are ever meant.
bool HoldsPersonalNumber(absl::string_view text);

// For running text: the digits may stand in groups with a dot, dash or space between, and letters may be
// joined to them.
bool MentionsPersonalNumber(absl::string_view text);

// Something before an @, and a name with a dot after it.
bool HoldsEmailAddress(absl::string_view text);

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_RULES_PERSONAL_NUMBERS_H_
