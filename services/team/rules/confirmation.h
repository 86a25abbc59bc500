#ifndef WAARBORG_SERVICES_TEAM_RULES_CONFIRMATION_H_
#define WAARBORG_SERVICES_TEAM_RULES_CONFIRMATION_H_

// Four eyes: the second person's confirmation of an act, bound to the digest of what was done (reference 4, list 2).
// Pure: the caller brings time and policy.

#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "google/protobuf/repeated_ptr_field.h"
#include "services/rules/enum_set.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::team {

using Confirmations = google::protobuf::RepeatedPtrField<v1::Confirmation>;

// Notes that `act` was done by `author` on the content with this digest. With rule NONE nothing is asked. The same
// content keeps a confirmation already given; other content voids it. `due` counts with LATER only.
void AskConfirmation(Confirmations& confirmations, v1::Act act, v1::FourEyes rule, absl::string_view author,
                     absl::string_view content_digest, absl::Time due);

// What stands in the way of a confirmation.
enum class ConfirmRefusal { kNone, kNothingAsked, kSamePerson, kContentChanged, kAlreadyConfirmed };

// Confirms in place when nothing stands in the way.
ConfirmRefusal Confirm(Confirmations& confirmations, v1::Act act, absl::string_view confirmer,
                       absl::string_view content_digest, absl::Time now);

// False when the act was asked for BEFORE and is not confirmed yet.
bool MayGoOn(const Confirmations& confirmations, v1::Act act);

// The confirmation of an act, or null when none was asked.
const v1::Confirmation* FindConfirmation(const Confirmations& confirmations, v1::Act act);

using Acts = rules::EnumSet<v1::Act>;

// A second person confirmed one of the acts.
bool SecondPersonTookPart(const Confirmations& confirmations, const Acts& acts);

// A second person may still confirm one of the acts: asked for LATER, not confirmed, and the term runs at `now`.
bool SecondPersonAwaited(const Confirmations& confirmations, const Acts& acts, absl::Time now);

// A second person has yet to confirm one of the acts that policy wants confirmed LATER, whether or not the term
// for it has passed.
bool LaterConfirmationWaits(const Confirmations& confirmations, const Acts& acts);
bool LaterConfirmationWaits(const Confirmations& confirmations);

}  // namespace waarborg::team

#endif  // WAARBORG_SERVICES_TEAM_RULES_CONFIRMATION_H_
