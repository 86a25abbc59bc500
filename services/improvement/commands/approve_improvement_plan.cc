#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/improvement/commands.h"
#include "services/improvement/deadlines.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/progress.h"
#include "services/improvement/rules/smart.h"
#include "services/improvement/rules/terms.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::improvement {

absl::StatusOr<v1::ImprovementPlan> ApproveImprovementPlan(ledger::UnitOfWork& unit,
                                                           const v1::ApproveImprovementPlanRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "approve"));
  const std::vector<std::string> uncovered = UncoveredItems(plan.items());
  const std::optional<absl::CivilDay> last = LastDueDay(plan.items());
  if (!uncovered.empty() || !last.has_value()) return errors::ItemsNotCovered(plan.name(), uncovered);
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit, plan));
  *plan.mutable_re_assessment_date() = ledger::DateOf(ReAssessmentDay(policy, *last));
  plan.clear_judgement_due_time();
  plan.set_judgement_overdue(false);
  RETURN_IF_ERROR(unit.ClearDeadline(plan.name(), kJudgementDue));
  RETURN_IF_ERROR(StartRunning(unit, policy, plan));
  fact.reason = request.reason();
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::improvement
