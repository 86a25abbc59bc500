#ifndef WAARBORG_SERVICES_ASSESSMENT_CONCLUDING_H_
#define WAARBORG_SERVICES_ASSESSMENT_CONCLUDING_H_

// A conclusion on its way into the judgement: what it is held against, whether it holds, and what it asks of
// a second person. The same for a conclusion drawn and for one corrected (R-002-35, C-21).

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/assessment/case_file.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::assessment {

// Everything a conclusion is held against, loaded once.
struct Grounds {
  framework::SharedVersion framework;
  registry::v1::PolicyVersion policy;
  framework::v1::Evaluation advice;
  v1::Outcome suggested_outcome = v1::OUTCOME_UNSPECIFIED;
  bool has_shortcomings = false;
};

// With these findings and with the weighing factors of `conclusion`, which also says whether the plan of a
// re-assessment is in its last round.
absl::StatusOr<Grounds> LoadGrounds(const storage::Reader& reader, const v1::Assessment& assessment,
                                    const Findings& findings, const v1::Conclusion& conclusion);

// The conclusion as it enters the judgement: what the caller left to the rule filled in, author and time not.
// INVALID_ARGUMENT with every fault; FAILED_PRECONDITION (CHOICE_UNANSWERED, READING_CONFLICT_UNACKNOWLEDGED,
// DEVIATION_NEEDS_GROUNDS).
absl::StatusOr<v1::Conclusion> Concluded(const Grounds& grounds, const v1::Assessment& assessment,
                                         const v1::Conclusion& wish);

// Asks a second person for the deviation and for the outcome of the conclusion that stands, as policy says.
absl::Status AskForConclusion(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                              v1::Assessment& assessment);

// FAILED_PRECONDITION (NOTHING_TESTED): no criterion in scope was tested.
absl::Status CheckSomethingTested(const v1::Assessment& assessment, const Findings& findings);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_CONCLUDING_H_
