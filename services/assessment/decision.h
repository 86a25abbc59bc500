#ifndef WAARBORG_SERVICES_ASSESSMENT_DECISION_H_
#define WAARBORG_SERVICES_ASSESSMENT_DECISION_H_

// The decision: what must be settled before it, and the record of everything it rested on (reference 3.5). A
// record is never changed; a correction adds the next one, which points back.

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/assessment/case_file.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::assessment {

// FAILED_PRECONDITION (REMARK_UNANSWERED, JUDGEMENT_NOT_CONCLUDED, SECOND_PERSON_REQUIRED).
absl::Status CheckDecidable(const v1::Assessment& assessment, const Findings& findings);

// Puts the next decision record and names it in the assessment; the fact follows. `correction_reason` is
// empty for the first.
absl::Status WriteDecisionRecord(ledger::UnitOfWork& unit, const Findings& findings,
                                 absl::string_view correction_reason, v1::Assessment& assessment);

// The number in a decision record's name; 0 for the empty name.
int NumberOfDecision(absl::string_view name);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_DECISION_H_
