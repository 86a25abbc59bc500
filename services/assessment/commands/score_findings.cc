#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/score_changes.h"

namespace waarborg::assessment {

absl::StatusOr<v1::ScoreFindingsResponse> ScoreFindings(ledger::UnitOfWork& unit,
                                                        const v1::ScoreFindingsRequest& request) {
  const bool counts = unit.call().caller.Holds(team::v1::ROLE_QUALITY_MANAGER);
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), "", counts ? "score" : "propose_scores"));
  RETURN_IF_ERROR(RequireScope(edit.record));
  ASSIGN_OR_RETURN(const framework::SharedVersion framework, FrameworkOf(unit.reader(), edit.record));
  ASSIGN_OR_RETURN(std::vector<v1::Finding> findings,
                   WriteScores(unit, edit.record, *framework, request.scores(),
                               counts ? ScoreWeight::kCounts : ScoreWeight::kProposal));
  unit.Record(std::move(edit.fact));
  v1::ScoreFindingsResponse response;
  for (v1::Finding& finding : findings) *response.add_findings() = std::move(finding);
  return response;
}

}  // namespace waarborg::assessment
