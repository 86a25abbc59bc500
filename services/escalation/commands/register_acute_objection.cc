#include <utility>

#include "services/escalation/acute_changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/objections.h"
#include "services/escalation/visibility.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {
namespace {

// Ratified, the case rests on that decision; before that, and when it ended otherwise, on the imposing.
Contested MeasureIn(const v1::AcuteCase& record) {
  Contested contested{
      .resource = record.name(), .basis = record.legal_basis(), .level = record.provisional_level()};
  const v1::Decision& decision = record.decision();
  if (decision.has_objection_due_time()) {
    contested.due = ledger::TimeOf(decision.objection_due_time());
  } else if (record.has_objection_due_time()) {
    contested.due = ledger::TimeOf(record.objection_due_time());
  }
  return contested;
}

}  // namespace

absl::StatusOr<v1::AcuteCase> RegisterAcuteObjection(ledger::UnitOfWork& unit,
                                                     const v1::RegisterAcuteObjectionRequest& request) {
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, EventOf(request.objection())));
  const Incoming incoming{
      .objection = request.objection(),
      .document = request.has_on_behalf_of_provider() ? &request.on_behalf_of_provider() : nullptr};
  RETURN_IF_ERROR(
      KeepObjection(unit, MeasureIn(file.record), incoming, *file.record.mutable_objections(), fact));
  ASSIGN_OR_RETURN(v1::AcuteCase record, KeepCase(unit, file, std::move(fact)));
  return SeenBy(unit.call().caller, std::move(record));
}

}  // namespace waarborg::escalation
