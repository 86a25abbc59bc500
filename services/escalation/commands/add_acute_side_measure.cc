#include <utility>

#include "services/escalation/acute_changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/side_measures.h"

namespace waarborg::escalation {

absl::StatusOr<v1::AcuteCase> AddAcuteSideMeasure(ledger::UnitOfWork& unit,
                                                  const v1::AddAcuteSideMeasureRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, request.name(), request.etag()));
  v1::AcuteCase& record = file.record;
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "add_side_measure"));
  const Accompanied measure{.resource = record.name(),
                            .level = record.provisional_level(),
                            .basis = record.legal_basis(),
                            .imposed = true};
  ASSIGN_OR_RETURN(*record.add_side_measures(),
                   NewSideMeasure(unit, file.policy, file.standing, measure, request.side_measure()));
  fact.reason = request.side_measure().reason();
  return KeepCase(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
