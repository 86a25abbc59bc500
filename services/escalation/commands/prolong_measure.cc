#include <optional>

#include "services/call/request_check.h"
#include "services/escalation/changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/guards.h"
#include "services/escalation/measure_changes.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {

void CheckMeaning(const v1::ProlongMeasureRequest& request, call::Violations& violations) {
  if (call::ComesBefore(request.end_date(), request.evaluation_date())) {
    violations.Add("evaluation_date", "EVALUATION_AFTER_END");
  }
}

absl::StatusOr<v1::Standing> ProlongMeasure(ledger::UnitOfWork& unit,
                                            const v1::ProlongMeasureRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(MeasureFile file, OpenMeasure(unit, request.name(), request.etag()));
  const absl::CivilDay today = ledger::Today(unit.now());
  const absl::CivilDay end = ledger::DayOf(request.end_date());
  std::optional<absl::CivilDay> evaluation;
  if (request.has_evaluation_date()) evaluation = ledger::DayOf(request.evaluation_date());
  RETURN_IF_ERROR(ToStatus(ProlongFaults(file.end, end, evaluation, today)));
  if (!evaluation.has_value()) evaluation = EvaluationDay(file.row, today, end);
  *file.standing.mutable_end_date() = request.end_date();
  RETURN_IF_ERROR(SetEvaluation(unit, file.standing, evaluation));
  return KeepMeasure(unit, file, "MeasureProlonged", request.reason());
}

}  // namespace waarborg::escalation
