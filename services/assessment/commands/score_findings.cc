#include "services/assessment/case_file.h"
#include "services/assessment/commands.h"
#include "services/assessment/errors.h"
#include "services/assessment/redaction.h"
#include "services/assessment/rules/finding.h"
#include "services/assessment/rules/lifecycle.h"
#include "services/assessment/score_changes.h"
#include "services/assessment/shared_assessment.h"
#include "services/call/each_once.h"
#include "services/ledger/follow.h"

namespace waarborg::assessment {

void CheckMeaning(const v1::ScoreFindingsRequest& request, call::Violations& violations) {
  errors::Add(OwnFaults(request.scores()), violations);
  const auto criterion = [](const v1::FindingScore& each) { return each.criterion(); };
  call::CheckEachOnce(request.scores(), "scores", ".criterion", "SCORED_TWICE", criterion, violations);
}

absl::StatusOr<v1::ScoreFindingsResponse> ScoreFindings(ledger::UnitOfWork& unit,
                                                        const v1::ScoreFindingsRequest& request) {
  const bool counts = unit.call().caller.Holds(team::v1::ROLE_QUALITY_MANAGER);
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(request.name()));
  ASSIGN_OR_RETURN(const SharedAssessment assessment, LoadShared(unit.reader(), name));
  RETURN_IF_ERROR(CheckKnown(unit.call().caller, *assessment));
  ASSIGN_OR_RETURN(
      ledger::Followed<State> followed,
      ledger::Follow(unit, kAssessmentLifecycle, assessment->state(), counts ? "score" : "propose_scores",
                     assessment->name(), assessment->provider()));
  RETURN_IF_ERROR(RequireScope(*assessment));
  ASSIGN_OR_RETURN(const framework::SharedVersion framework, FrameworkOf(unit.reader(), *assessment));
  ASSIGN_OR_RETURN(std::vector<v1::Finding> findings,
                   WriteScores(unit, *assessment, *framework, request.scores(),
                               counts ? ScoreWeight::kCounts : ScoreWeight::kProposal));
  unit.Record(std::move(followed.fact));
  v1::ScoreFindingsResponse response;
  for (v1::Finding& finding : findings) *response.add_findings() = std::move(finding);
  return response;
}

}  // namespace waarborg::assessment
