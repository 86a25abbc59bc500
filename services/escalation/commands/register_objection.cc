#include <utility>

#include "services/escalation/commands.h"
#include "services/escalation/objections.h"
#include "services/escalation/step_changes.h"
#include "services/escalation/visibility.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {
namespace {

Contested DecisionIn(const v1::Step& step) {
  Contested contested{.resource = step.name(), .basis = step.legal_basis(), .level = step.decided_level()};
  const v1::Decision& decision = step.decision();
  if (decision.has_objection_due_time()) contested.due = ledger::TimeOf(decision.objection_due_time());
  return contested;
}

}  // namespace

absl::StatusOr<v1::Step> RegisterObjection(ledger::UnitOfWork& unit,
                                           const v1::RegisterObjectionRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowStep(unit, file, EventOf(request.objection())));
  const Incoming incoming{
      .objection = request.objection(),
      .document = request.has_on_behalf_of_provider() ? &request.on_behalf_of_provider() : nullptr};
  RETURN_IF_ERROR(
      KeepObjection(unit, DecisionIn(file.step), incoming, *file.step.mutable_objections(), fact));
  ASSIGN_OR_RETURN(v1::Step step, KeepStep(unit, file, std::move(fact)));
  return SeenBy(unit.call().caller, std::move(step));
}

}  // namespace waarborg::escalation
