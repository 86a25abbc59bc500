#include <optional>

#include "services/escalation/changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/guards.h"
#include "services/escalation/measure_changes.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {

absl::StatusOr<v1::Standing> RecordEvaluation(ledger::UnitOfWork& unit,
                                              const v1::RecordEvaluationRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(MeasureFile file, OpenMeasure(unit, request.name(), request.etag()));
  const absl::CivilDay today = ledger::Today(unit.now());
  std::optional<absl::CivilDay> end_ahead = file.end;
  if (end_ahead.has_value() && *end_ahead <= today) end_ahead.reset();
  std::optional<absl::CivilDay> next = EvaluationDay(file.row, today, end_ahead);
  if (request.has_evaluation_date()) next = ledger::DayOf(request.evaluation_date());
  RETURN_IF_ERROR(ToStatus(EvaluationFaults(file.end, next, today)));
  RETURN_IF_ERROR(SetEvaluation(unit, file.standing, next));
  return KeepMeasure(unit, file, "MeasureEvaluated", request.reason());
}

}  // namespace waarborg::escalation
