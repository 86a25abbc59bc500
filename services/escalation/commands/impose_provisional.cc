#include <utility>

#include "absl/strings/str_cat.h"
#include "services/escalation/acute_changes.h"
#include "services/escalation/changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/deadlines.h"
#include "services/escalation/errors.h"
#include "services/escalation/guards.h"
#include "services/ledger/time.h"
#include "services/registry/rules/policy.h"

namespace waarborg::escalation {
namespace {

absl::Status CheckImposable(const ledger::UnitOfWork& unit, const AcuteFile& file, Level level) {
  const registry::v1::LadderLevel* const row = registry::LadderRow(file.policy, level);
  if (row == nullptr || !row->provisional() || row->terminal()) return errors::ProvisionalNotForLevel(level);
  RETURN_IF_ERROR(CheckMandate(unit.call().caller, file.policy, Higher(file.standing.level(), level)));
  ASSIGN_OR_RETURN(const Footing footing, FootingOf(unit.reader(), file));
  RETURN_IF_ERROR(CheckStep(file.policy, file.standing.level(), level, footing));
  if (level <= file.standing.level()) return errors::LevelNotHeavier(level, file.standing.level());
  return absl::OkStatus();
}

absl::Status StartTerms(ledger::UnitOfWork& unit, AcuteFile& file) {
  const registry::v1::PolicyTerms& terms = file.policy.terms();
  const absl::Time lapse = registry::DaysAfter(unit.now(), terms.provisional_days());
  const absl::Time hear = registry::WorkingDaysAfter(unit.now(), terms.hear_afterwards_working_days());
  *file.record.mutable_lapse_time() = ledger::Stamp(lapse);
  *file.record.mutable_hear_due_time() = ledger::Stamp(hear);
  if (file.record.legal_basis() == registry::v1::LEGAL_BASIS_WMO_SUPERVISION) {
    const absl::Time objection = registry::WeeksAfter(unit.now(), terms.objection_weeks());
    *file.record.mutable_objection_due_time() = ledger::Stamp(objection);
  }
  RETURN_IF_ERROR(unit.ClearDeadline(file.record.name(), kAcuteResponseDue));
  RETURN_IF_ERROR(unit.SetDeadline(file.record.name(), kProvisionalLapse, lapse,
                                   absl::StrCat("provisional_days=", terms.provisional_days())));
  return unit.SetDeadline(
      file.record.name(), kHearAfterwardsDue, hear,
      absl::StrCat("hear_afterwards_working_days=", terms.hear_afterwards_working_days()));
}

// The dates in the standing stay those of the measure that returns when this one ends.
void Impose(const ledger::UnitOfWork& unit, AcuteFile& file, const v1::ImposeProvisionalRequest& request) {
  v1::AcuteCase& record = file.record;
  record.set_level_before(file.standing.level());
  record.set_provisional_level(request.level());
  record.set_imposed_by(unit.call().caller.member);
  *record.mutable_impose_time() = ledger::Stamp(unit.now());
  record.set_acute_reason(request.acute_reason());
  record.set_no_hearing_reason(request.no_hearing_reason());
  file.standing.set_provisional(true);
  file.standing.set_level_before(file.standing.level());
  file.standing.set_cause_before(file.standing.cause());
  MoveLevel(unit, file.standing, request.level(), record.name());
}

}  // namespace

absl::StatusOr<v1::AcuteCase> ImposeProvisional(ledger::UnitOfWork& unit,
                                                const v1::ImposeProvisionalRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "impose_provisional"));
  RETURN_IF_ERROR(CheckImposable(unit, file, request.level()));
  Impose(unit, file, request);
  RETURN_IF_ERROR(StartTerms(unit, file));
  RETURN_IF_ERROR(PutStanding(unit, file.standing));
  fact.reason = request.acute_reason();
  return KeepCase(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
