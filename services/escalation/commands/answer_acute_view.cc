#include <utility>

#include "services/escalation/acute_changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/provider_acts.h"

namespace waarborg::escalation {

absl::StatusOr<v1::AcuteCase> AnswerAcuteView(ledger::UnitOfWork& unit,
                                              const v1::AnswerAcuteViewRequest& request) {
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "answer_view"));
  RETURN_IF_ERROR(Answer(unit, *file.record.mutable_views(), request.view(), request.answer()));
  return KeepCase(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
