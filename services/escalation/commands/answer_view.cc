#include <utility>

#include "services/escalation/commands.h"
#include "services/escalation/provider_acts.h"
#include "services/escalation/step_changes.h"

namespace waarborg::escalation {

absl::StatusOr<v1::Step> AnswerView(ledger::UnitOfWork& unit, const v1::AnswerViewRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, AdvanceStep(unit, file, "answer_view"));
  RETURN_IF_ERROR(
      Answer(unit, *file.step.mutable_hearing()->mutable_views(), request.view(), request.answer()));
  return KeepStep(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
