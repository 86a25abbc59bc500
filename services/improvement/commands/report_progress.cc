#include <utility>

#include "services/call/each_once.h"
#include "services/improvement/commands.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/progress.h"
#include "services/improvement/rules/smart.h"
#include "services/language/status_macros.h"

namespace waarborg::improvement {
namespace {

void NoteProgress(const ledger::UnitOfWork& unit, const v1::ReportProgressRequest& request,
                  v1::ImprovementPlan& plan) {
  for (const v1::ItemProgress& report : request.items()) {
    v1::PlanItem& item = *FindItem(*plan.mutable_items(), report.criterion());
    item.set_state(report.state());
    v1::ProgressNote& note = *item.add_notes();
    note.set_state(report.state());
    note.set_text(report.text());
    SignProvidersAct(unit, request, note);
  }
}

}  // namespace

void CheckMeaning(const v1::ReportProgressRequest& request, call::Violations& violations) {
  const auto criterion = [](const v1::ItemProgress& each) { return each.criterion(); };
  call::CheckEachOnce(request.items(), "items", ".criterion", "DUPLICATE_ITEM", criterion, violations);
}

absl::StatusOr<v1::ImprovementPlan> ReportProgress(ledger::UnitOfWork& unit,
                                                   const v1::ReportProgressRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "report_progress"));
  RETURN_IF_ERROR(NoteProvidersAct(unit, plan, request, fact));
  RETURN_IF_ERROR(errors::Faults(ReportFaults(plan.items(), request.items())));
  const bool moves = MovesAny(plan.items(), request.items());
  plan.set_reports_without_progress(moves ? 0 : plan.reports_without_progress() + 1);
  NoteProgress(unit, request, plan);
  const bool stands_still = plan.reports_without_progress() >= kReportsWithoutProgress;
  RETURN_IF_ERROR(WatchItems(unit, plan, stands_still && !plan.stagnation().flagged()));
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::improvement
