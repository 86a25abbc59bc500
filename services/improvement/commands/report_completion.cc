#include <string>
#include <utility>
#include <vector>

#include "services/improvement/commands.h"
#include "services/improvement/deadlines.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/progress.h"
#include "services/improvement/rules/terms.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::improvement {

absl::StatusOr<v1::ImprovementPlan> ReportCompletion(ledger::UnitOfWork& unit,
                                                     const v1::ReportCompletionRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "report_complete"));
  RETURN_IF_ERROR(NoteProvidersAct(unit, plan, request, fact));
  const std::vector<std::string> unfinished = UnfinishedItems(plan.items());
  if (!unfinished.empty()) return errors::ItemsNotDone(plan.name(), unfinished);
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit, plan));
  *plan.mutable_re_assessment_date() = ledger::DateOf(ReAssessmentDay(policy, ledger::Today(unit.now())));
  plan.clear_pending_change();
  plan.clear_stagnation();
  plan.set_reports_without_progress(0);
  RETURN_IF_ERROR(unit.ClearDeadline(plan.name(), kItemDue));
  RETURN_IF_ERROR(unit.ClearDeadline(plan.name(), kEndDate));
  fact.reason = request.text();
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::improvement
