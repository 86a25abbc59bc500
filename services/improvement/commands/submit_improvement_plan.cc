#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/each_once.h"
#include "services/improvement/commands.h"
#include "services/improvement/deadlines.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/smart.h"
#include "services/improvement/rules/terms.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/rules/policy.h"

namespace waarborg::improvement {
namespace {

absl::Status StartJudgementTerm(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                                v1::ImprovementPlan& plan) {
  const int days = policy.terms().plan_judgement_working_days();
  const absl::Time due = registry::WorkingDaysAfter(unit.now(), days);
  *plan.mutable_judgement_due_time() = ledger::Stamp(due);
  plan.set_judgement_overdue(false);
  RETURN_IF_ERROR(unit.ClearDeadline(plan.name(), kSubmissionDue));
  return unit.SetDeadline(plan.name(), kJudgementDue, due,
                          absl::StrCat("plan_judgement_working_days=", days));
}

}  // namespace

void CheckMeaning(const v1::SubmitImprovementPlanRequest& request, call::Violations& violations) {
  const auto criterion = [](const v1::ItemProposal& each) { return each.criterion(); };
  call::CheckEachOnce(request.items(), "items", ".criterion", "DUPLICATE_ITEM", criterion, violations);
}

absl::StatusOr<v1::ImprovementPlan> SubmitImprovementPlan(ledger::UnitOfWork& unit,
                                                          const v1::SubmitImprovementPlanRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "submit"));
  RETURN_IF_ERROR(NoteProvidersAct(unit, plan, request, fact));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit, plan));
  const Window window = DueWindow(plan, policy, ledger::Today(unit.now()));
  RETURN_IF_ERROR(errors::Faults(PlanFaults(plan.items(), request.items(), window)));
  Adopt(request.items(), *plan.mutable_items());
  AddVersion(unit, unit.call().caller.member, DocumentOf(request), plan);
  plan.set_overdue(false);
  plan.clear_confirmations();  // A wish to give up has lost its ground.
  RETURN_IF_ERROR(StartJudgementTerm(unit, policy, plan));
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::improvement
