#include <utility>

#include "services/escalation/commands.h"
#include "services/escalation/confirmations.h"
#include "services/escalation/errors.h"
#include "services/escalation/guards.h"
#include "services/escalation/step_changes.h"

namespace waarborg::escalation {
namespace {

absl::Status CheckHeavier(const ledger::UnitOfWork& unit, const StepFile& file, Level level) {
  const v1::Step& step = file.step;
  const Level higher = Higher(step.from_level(), Higher(step.proposed_level(), level));
  RETURN_IF_ERROR(CheckMandate(unit.call().caller, file.policy, higher));
  RETURN_IF_ERROR(CheckLevelStands(file));
  if (level <= step.proposed_level()) return errors::LevelNotHeavier(level, step.proposed_level());
  if (TurnsStepDown(step.from_level(), step.proposed_level(), level)) {
    return errors::StepGoesDown(step.name(), step.from_level(), level);
  }
  ASSIGN_OR_RETURN(const Footing footing, FootingOf(unit.reader(), file));
  return CheckStep(file.policy, step.from_level(), level, footing);
}

}  // namespace

absl::StatusOr<v1::Step> ReopenHearing(ledger::UnitOfWork& unit, const v1::ReopenHearingRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, AdvanceStep(unit, file, "reopen_hearing"));
  RETURN_IF_ERROR(CheckHeavier(unit, file, request.level()));
  file.step.set_proposed_level(request.level());
  if (file.step.skip_reason().empty()) file.step.set_skip_reason(request.reason());
  RETURN_IF_ERROR(AskStepConfirmation(unit, file));
  RETURN_IF_ERROR(StartHearing(unit, file, request.level()));
  fact.reason = request.reason();
  return KeepStep(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
