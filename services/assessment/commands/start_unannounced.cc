#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/delegation.h"
#include "services/assessment/errors.h"
#include "services/assessment/four_eyes.h"
#include "services/assessment/rules/guards.h"
#include "services/call/each_once.h"

namespace waarborg::assessment {

void CheckMeaning(const v1::StartUnannouncedRequest& request, call::Violations& violations) {
  const auto member = [](const std::string& each) { return each; };
  call::CheckEachOnce(request.delegation(), "delegation", "", "DELEGATED_TWICE", member, violations);
}

AssessmentAnswer StartUnannounced(ledger::UnitOfWork& unit, const v1::StartUnannouncedRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "start_unannounced"));
  if (!MayComeUnannounced(edit.record)) return errors::UnannouncedNotAllowed(request.name());
  RETURN_IF_ERROR(CheckDelegation(unit.reader(), request.delegation()));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit.reader(), edit.record));
  edit.record.set_unannounced(true);
  *edit.record.mutable_delegation() = request.delegation();
  edit.fact.reason = request.reason();
  RETURN_IF_ERROR(AskSecondPerson(unit, policy, team::v1::ACT_START_UNANNOUNCED, DigestOfUnannounced(request),
                                  edit.record));
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
