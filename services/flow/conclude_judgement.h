#ifndef WAARBORG_SERVICES_FLOW_CONCLUDE_JUDGEMENT_H_
#define WAARBORG_SERVICES_FLOW_CONCLUDE_JUDGEMENT_H_

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::flow {

// What is chosen or answered twice; as CheckMeaning of the room's own commands.
void CheckMeaning(const assessment::v1::ConcludeJudgementRequest& request, call::Violations& violations);

// In REVIEW: the conclusion, held against what the rule advises with its weighing factors. A re-assessment is
// also held against its plan: PARTLY asks a further round of it. FAILED_PRECONDITION (JUDGEMENT_OUT_OF_ORDER,
// CHOICE_UNANSWERED, READING_CONFLICT_UNACKNOWLEDGED, DEVIATION_NEEDS_GROUNDS, PARTLY_USED_UP,
// NO_SHORTCOMINGS).
absl::StatusOr<assessment::v1::Assessment> ConcludeJudgement(
    ledger::UnitOfWork& unit, const assessment::v1::ConcludeJudgementRequest& request);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_CONCLUDE_JUDGEMENT_H_
