#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/concluding.h"
#include "services/assessment/errors.h"
#include "services/assessment/four_eyes.h"
#include "services/assessment/narrowing.h"
#include "services/assessment/reopening.h"
#include "services/assessment/score_changes.h"

namespace waarborg::assessment {
namespace {

absl::Status CheckComplete(const v1::Assessment& assessment, const Findings& findings) {
  std::vector<std::string> missing;
  const framework::Scores scores = OwnScores(assessment, findings);
  for (const v1::ScopeItem& item : assessment.scope().items()) {
    if (item.in_scope() && !scores.contains(item.criterion())) missing.push_back(item.criterion());
  }
  if (!missing.empty()) return errors::ScoresIncomplete(assessment.name(), missing);
  return CheckSomethingTested(assessment, findings);
}

}  // namespace

AssessmentAnswer SubmitScores(ledger::UnitOfWork& unit, const v1::SubmitScoresRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "submit_scores"));
  RETURN_IF_ERROR(CarryOver(unit, edit.record));
  ASSIGN_OR_RETURN(const Findings findings, LoadFindings(unit.reader(), edit.name));
  RETURN_IF_ERROR(CheckComplete(edit.record, findings));
  ASSIGN_OR_RETURN(const framework::SharedVersion framework, FrameworkOf(unit.reader(), edit.record));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit.reader(), edit.record));
  ASSIGN_OR_RETURN(const std::vector<LeftOut> left_out,
                   LeftOutOf(unit.reader(), *framework, edit.record, findings));
  ASSIGN_OR_RETURN(const bool asked, AskedForNarrowingFirst(unit, policy, left_out, edit));
  if (asked) return Finish(unit, std::move(edit));
  RETURN_IF_ERROR(RunRule(unit.reader(), *framework, policy, findings, edit.record));
  const std::string digest = DigestOfScores(edit.record, findings);
  HandInScores(digest, edit.record);
  RETURN_IF_ERROR(AskSecondPerson(unit, policy, team::v1::ACT_SCORES, digest, edit.record));
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
