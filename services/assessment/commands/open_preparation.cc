#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/rules/guards.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/registry/rules/policy.h"

namespace waarborg::assessment {

AssessmentAnswer OpenPreparation(ledger::UnitOfWork& unit, const v1::OpenPreparationRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "open_preparation"));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit.reader(), edit.record));
  if (!AnnouncementDone(edit.from, registry::KindRuleFor(policy, edit.record.kind()))) {
    return call::error::IllegalTransition(request.name(), "open_preparation", call::CodeOf(kAnnounced),
                                          call::CodeOf(edit.from));
  }
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
