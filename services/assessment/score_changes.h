#ifndef WAARBORG_SERVICES_ASSESSMENT_SCORE_CHANGES_H_
#define WAARBORG_SERVICES_ASSESSMENT_SCORE_CHANGES_H_

// Scores on their way into findings, and the rule run over what stands there.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/rules/evaluation.h"
#include "services/assessment/rules/finding.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::assessment {

// FAILED_PRECONDITION (SCOPE_NOT_SET).
absl::Status RequireScope(const v1::Assessment& assessment);

enum class ScoreWeight : std::uint8_t { kCounts, kProposal };

// Puts each score on its finding; all of them or none. The fact follows. INVALID_ARGUMENT with every fault at
// once; ABORTED (ETAG_MISMATCH). In the order of the request.
absl::StatusOr<std::vector<v1::Finding>> WriteScores(ledger::UnitOfWork& unit,
                                                     const v1::Assessment& assessment,
                                                     const framework::v1::FrameworkVersion& framework,
                                                     const FindingScores& scores, ScoreWeight weight);

// Puts what a re-assessment takes over from its parent onto findings of its own, marked as carried over;
// again when the parent was corrected meanwhile. The fact follows.
absl::Status CarryOver(ledger::UnitOfWork& unit, const v1::Assessment& assessment);

// Runs the rule on the assessment's own scope and, for a re-assessment, on the merged scores.
absl::Status RunRule(const storage::Reader& reader, const framework::v1::FrameworkVersion& framework,
                     const registry::v1::PolicyVersion& policy, const Findings& findings,
                     v1::Assessment& assessment);

// The scores that stand with these findings, of tested criteria: the assessment's own, and for a
// re-assessment those of its parent where it did not test again. What it tested beside the parent is among
// them, unlike in the merged result.
absl::StatusOr<framework::Scores> StandingScores(const storage::Reader& reader,
                                                 const v1::Assessment& assessment, const Findings& findings);

// What the rule advises with the weighing factors of the judgement: on the merged scores for a re-assessment,
// else on its own.
absl::StatusOr<framework::v1::Evaluation> Advise(const storage::Reader& reader,
                                                 const framework::v1::FrameworkVersion& framework,
                                                 const registry::v1::PolicyVersion& policy,
                                                 const Findings& findings, const v1::Assessment& assessment,
                                                 const Weighing& weighing);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_SCORE_CHANGES_H_
