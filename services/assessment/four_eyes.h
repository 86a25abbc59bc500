#ifndef WAARBORG_SERVICES_ASSESSMENT_FOUR_EYES_H_
#define WAARBORG_SERVICES_ASSESSMENT_FOUR_EYES_H_

// The second person's part in an assessment (reference 4, list 2): what is asked, by which digest, until
// when, and what waits for it. An act that no command follows (cancelling, correcting) waits itself where
// policy says BEFORE: the first call asks, the second one, with the same content, goes through.

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/assessment/case_file.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::assessment {

inline constexpr absl::string_view kConfirmationDue = "assessment.confirmation-due";

// What each act is confirmed by.
std::string DigestOfScores(const v1::Assessment& assessment, const Findings& findings);
std::string DigestOfConclusion(const v1::Conclusion& conclusion);
std::string DigestOfCancellation(const v1::CancelAssessmentRequest& request);
std::string DigestOfUnannounced(const v1::StartUnannouncedRequest& request);
std::string DigestOfCorrection(const v1::CorrectAssessmentRequest& request);

// Asks as policy says, with the caller as author; sets the deadline. Nothing is asked with NONE.
absl::Status AskSecondPerson(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                             team::v1::Act act, absl::string_view digest, v1::Assessment& assessment);

// Forgets what was asked and given for the act.
absl::Status VoidConfirmation(ledger::UnitOfWork& unit, team::v1::Act act, v1::Assessment& assessment);

// Forgets what was asked and given for a conclusion that no longer stands.
absl::Status VoidConclusionConfirmations(ledger::UnitOfWork& unit, v1::Assessment& assessment);

// FAILED_PRECONDITION (SECOND_PERSON_REQUIRED) where policy says BEFORE and nobody confirmed.
absl::Status RequireSecondPerson(const v1::Assessment& assessment, team::v1::Act act);

// The same for every act a decision rests on: scores, deviation, outcome.
absl::Status RequireDecisionConfirmed(const v1::Assessment& assessment);

// Policy says BEFORE for the act, and this content is not confirmed.
bool MustAskFirst(const registry::v1::PolicyVersion& policy, const v1::Assessment& assessment,
                  team::v1::Act act, absl::string_view digest);

// Sets the deadline to the first confirmation that is still awaited, or clears it.
absl::Status RefreshConfirmationDeadline(ledger::UnitOfWork& unit, const v1::Assessment& assessment);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_FOUR_EYES_H_
