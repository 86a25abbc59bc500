#include <utility>

#include "services/escalation/acute_changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/decision.h"
#include "services/escalation/guards.h"

namespace waarborg::escalation {

absl::StatusOr<v1::AcuteCase> LiftProvisional(ledger::UnitOfWork& unit,
                                              const v1::LiftProvisionalRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, request.name(), request.etag()));
  v1::AcuteCase& record = file.record;
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "lift"));
  RETURN_IF_ERROR(CheckMandate(unit.call().caller, file.policy, record.provisional_level()));
  const Ruling ruling{.kind = v1::Decision::KIND_NOT,
                      .level = record.level_before(),
                      .reason = request.reason(),
                      .terms = {}};
  ASSIGN_OR_RETURN(*record.mutable_decision(), DecisionOf(unit, file.policy, record.legal_basis(), ruling));
  record.mutable_decision()->set_single_assessor(record.decision().member() == record.imposed_by());
  record.set_close_reason(request.reason());
  ReturnLevel(unit, file);
  RETURN_IF_ERROR(CloseCase(unit, file));
  fact.reason = request.reason();
  return KeepCase(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
