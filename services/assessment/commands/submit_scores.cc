#include <algorithm>

#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/errors.h"
#include "services/assessment/four_eyes.h"
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
  const bool nothing = std::all_of(scores.begin(), scores.end(), [](const auto& entry) {
    return entry.second == framework::v1::SCORE_NOT_TESTED;
  });
  return nothing ? errors::NothingTested(assessment.name()) : absl::OkStatus();
}

}  // namespace

AssessmentAnswer SubmitScores(ledger::UnitOfWork& unit, const v1::SubmitScoresRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "submit_scores"));
  RETURN_IF_ERROR(CarryOver(unit, edit.record));
  ASSIGN_OR_RETURN(const Findings findings, LoadFindings(unit.reader(), edit.name));
  RETURN_IF_ERROR(CheckComplete(edit.record, findings));
  ASSIGN_OR_RETURN(const framework::v1::FrameworkVersion framework, FrameworkOf(unit.reader(), edit.record));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit.reader(), edit.record));
  RETURN_IF_ERROR(RunRule(unit.reader(), framework, policy, findings, edit.record));
  RETURN_IF_ERROR(AskSecondPerson(unit, policy, team::v1::ACT_SCORES, DigestOfScores(edit.record, findings),
                                  edit.record));
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
