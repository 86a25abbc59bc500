#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/improvement/commands.h"
#include "services/improvement/deadlines.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/progress.h"
#include "services/improvement/rules/terms.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::improvement {
namespace {

absl::Status AwaitReAssessment(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                               v1::ImprovementPlan& plan) {
  const absl::CivilDay last = ReAssessmentDay(policy, ledger::Today(unit.now()));
  *plan.mutable_re_assessment_date() = ledger::DateOf(last);
  return unit.SetDeadline(plan.name(), kReAssessmentDue, ledger::EndOfDay(last),
                          absl::StrCat("re_assessment_weeks=", policy.terms().re_assessment_weeks()));
}

}  // namespace

absl::StatusOr<v1::ImprovementPlan> ReportCompletion(ledger::UnitOfWork& unit,
                                                     const v1::ReportCompletionRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "report_complete"));
  RETURN_IF_ERROR(NoteProvidersAct(unit, plan, request, fact));
  const std::vector<std::string> unfinished = UnfinishedItems(plan.items());
  if (!unfinished.empty()) return errors::ItemsNotDone(plan.name(), unfinished);
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit, plan));
  v1::ProviderAct& completion = *plan.add_completions();
  completion.set_text(request.text());
  SignProvidersAct(unit, request, completion);
  RETURN_IF_ERROR(AwaitReAssessment(unit, policy, plan));
  plan.clear_pending_change();
  plan.clear_stagnation();
  plan.set_reports_without_progress(0);
  RETURN_IF_ERROR(unit.ClearDeadline(plan.name(), kItemDue));
  RETURN_IF_ERROR(unit.ClearDeadline(plan.name(), kEndDate));
  fact.reason = request.text();
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::improvement
