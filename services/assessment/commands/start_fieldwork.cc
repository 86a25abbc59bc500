#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/delegation.h"
#include "services/assessment/rules/guards.h"
#include "services/assessment/score_changes.h"
#include "services/call/code.h"
#include "services/call/each_once.h"
#include "services/call/error.h"
#include "services/registry/rules/policy.h"

namespace waarborg::assessment {

void CheckMeaning(const v1::StartFieldworkRequest& request, call::Violations& violations) {
  const auto member = [](const std::string& each) { return each; };
  call::CheckEachOnce(request.delegation(), "delegation", "", "DELEGATED_TWICE", member, violations);
}

AssessmentAnswer StartFieldwork(ledger::UnitOfWork& unit, const v1::StartFieldworkRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "start_fieldwork"));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit.reader(), edit.record));
  const registry::v1::KindRule rule = registry::KindRuleFor(policy, edit.record.kind());
  if (!PreparationDone(edit.from, rule)) {
    const State expected = rule.skip_preparation() ? kAnnounced : kPreparing;
    return call::error::IllegalTransition(request.name(), "start_fieldwork", call::CodeOf(expected),
                                          call::CodeOf(edit.from));
  }
  if (!rule.skip_preparation()) RETURN_IF_ERROR(RequireScope(edit.record));
  RETURN_IF_ERROR(CheckDelegation(unit.reader(), request.delegation()));
  *edit.record.mutable_delegation() = request.delegation();
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
