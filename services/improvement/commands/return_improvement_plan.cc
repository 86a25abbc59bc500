#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/call/each_once.h"
#include "services/improvement/commands.h"
#include "services/improvement/deadlines.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/smart.h"
#include "services/language/status_macros.h"

namespace waarborg::improvement {
namespace {

// Puts the reasons with the items, and with the version they were given for; gives them back as one text.
std::string NoteReasons(const ItemReasons& reasons, v1::ImprovementPlan& plan) {
  std::vector<std::string> texts;
  for (const v1::ItemReason& reason : reasons) {
    FindItem(*plan.mutable_items(), reason.criterion())->set_return_reason(reason.reason());
    texts.push_back(absl::StrCat(reason.criterion(), ": ", reason.reason()));
  }
  if (!plan.versions().empty()) {
    *plan.mutable_versions(plan.versions_size() - 1)->mutable_items() = plan.items();
  }
  return absl::StrJoin(texts, "\n");
}

}  // namespace

void CheckMeaning(const v1::ReturnImprovementPlanRequest& request, call::Violations& violations) {
  const auto criterion = [](const v1::ItemReason& each) { return each.criterion(); };
  call::CheckEachOnce(request.reasons(), "reasons", ".criterion", "DUPLICATE_ITEM", criterion, violations);
}

absl::StatusOr<v1::ImprovementPlan> ReturnImprovementPlan(ledger::UnitOfWork& unit,
                                                          const v1::ReturnImprovementPlanRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "return"));
  RETURN_IF_ERROR(errors::Faults(ReasonFaults(plan.items(), request.reasons())));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit, plan));
  fact.reason = NoteReasons(request.reasons(), plan);
  plan.set_return_count(plan.return_count() + 1);
  plan.clear_judgement_due_time();
  plan.set_judgement_overdue(false);
  RETURN_IF_ERROR(unit.ClearDeadline(plan.name(), kJudgementDue));
  RETURN_IF_ERROR(StartSubmissionTerm(unit, policy, plan));
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::improvement
