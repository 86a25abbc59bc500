#ifndef WAARBORG_SERVICES_ESCALATION_CONFIRMATIONS_H_
#define WAARBORG_SERVICES_ESCALATION_CONFIRMATIONS_H_

// Four eyes in this room (reference 4, list 2; 4.0 G4): what is confirmed, by whom, and until when.

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/escalation/step_changes.h"
#include "services/ledger/unit_of_work.h"
#include "services/team/rules/confirmation.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::escalation {

// The digest of what a second reader confirms of a step: levels, ground, advice, reasons.
std::string StepDigest(const v1::Step& step);
// The digest of ending `resource` for `reason`.
std::string EndingDigest(absl::string_view resource, absl::string_view reason);

// Asks the confirmation that policy wants for the step as it stands; changed content voids what was given.
absl::Status AskStepConfirmation(ledger::UnitOfWork& unit, StepFile& file);

// An act that ends `resource`: withdrawal or dismissal. kAsk: policy wants the second person before, and this
// reason was not put forward yet. kGoOn: the act may be done.
enum class Ending { kAsk, kGoOn };
struct EndingAct {
  team::v1::Act act;
  absl::string_view deadline;
};
// FAILED_PRECONDITION (SECOND_PERSON_REQUIRED) while it was put forward and nobody has confirmed it.
absl::StatusOr<Ending> AskEnding(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                                 const std::string& resource, team::Confirmations& confirmations,
                                 const EndingAct& ending, const std::string& reason);

// Confirms as the caller. Errors: PERMISSION_DENIED (SAME_PERSON), ABORTED (CONTENT_CHANGED),
// FAILED_PRECONDITION (CONFIRMATION_NOT_ASKED, ALREADY_CONFIRMED).
absl::Status ConfirmAct(const ledger::UnitOfWork& unit, const std::string& resource,
                        team::Confirmations& confirmations, team::v1::Act act, const std::string& digest);

// Flags what should have been confirmed by now; false when nothing was late.
bool FlagOverdue(team::Confirmations& confirmations, absl::Time now);

// PERMISSION_DENIED (SAME_PERSON) when the caller is the step's author or its decision maker.
absl::Status CheckSecondPerson(const call::Caller& caller, const v1::Step& step);

// FAILED_PRECONDITION (SECOND_PERSON_REQUIRED); PERMISSION_DENIED (SAME_PERSON) when who decides has proposed
// or confirmed the step. At L0 and L1 who proposed may decide.
absl::Status CheckDecider(const call::Caller& caller, const v1::Step& step);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_CONFIRMATIONS_H_
