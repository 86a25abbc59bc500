#ifndef WAARBORG_SERVICES_ASSESSMENT_REOPENING_H_
#define WAARBORG_SERVICES_ASSESSMENT_REOPENING_H_

// What falls when a part of the work is done again: everything that rested on it, and nothing else.

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/assessment/rules/judgement.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::assessment {

// The scores are open again: results and conclusion fall, with the confirmations of that conclusion. Findings
// and the three parts of the judgement stay, until other scores are handed in.
absl::Status ReopenScores(ledger::UnitOfWork& unit, v1::Assessment& assessment);

// Scores with this digest are handed in: a judgement that was given on other scores falls (R-002-41).
void HandInScores(absl::string_view digest, v1::Assessment& assessment);

// A part of the judgement is given (again): the later ones fall. FAILED_PRECONDITION
// (JUDGEMENT_OUT_OF_ORDER).
absl::Status OpenJudgement(ledger::UnitOfWork& unit, JudgementStep step, v1::Assessment& assessment);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_REOPENING_H_
