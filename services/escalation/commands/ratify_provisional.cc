#include <utility>

#include "absl/time/time.h"
#include "services/call/error.h"
#include "services/escalation/acute_changes.h"
#include "services/escalation/changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/decision.h"
#include "services/escalation/errors.h"
#include "services/escalation/guards.h"
#include "services/ledger/time.h"
#include "services/registry/rules/policy.h"

namespace waarborg::escalation {
namespace {

absl::Status CheckRatifiable(const ledger::UnitOfWork& unit, const AcuteFile& file) {
  const v1::AcuteCase& record = file.record;
  const absl::Time lapse = ledger::TimeOf(record.lapse_time());
  if (unit.now() >= lapse) {
    return errors::ProvisionalLapsed(record.name(),
                                     absl::FormatTime("%Y-%m-%d %H:%M", lapse, registry::LocalZone()));
  }
  RETURN_IF_ERROR(CheckMandate(unit.call().caller, file.policy, record.provisional_level()));
  if (unit.call().caller.member == record.imposed_by()) {
    return call::error::SamePerson(record.name(), record.imposed_by());
  }
  if (record.views().empty() && unit.now() < ledger::TimeOf(record.hear_due_time())) {
    return errors::HearingRequired(record.name());
  }
  RETURN_IF_ERROR(CheckAnswered(record.name(), record.views()));
  const bool aligned = !record.notices().empty();
  if (NeedsAlignment(file.policy, record.provisional_level(), record.legal_basis()) && !aligned) {
    return errors::AlignmentRequired(record.provisional_level());
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::AcuteCase> RatifyProvisional(ledger::UnitOfWork& unit,
                                                const v1::RatifyProvisionalRequest& request) {
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, request.name(), request.etag()));
  v1::AcuteCase& record = file.record;
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "ratify"));
  RETURN_IF_ERROR(CheckRatifiable(unit, file));
  const Ruling ruling{.kind = v1::Decision::KIND_IMPOSED,
                      .level = record.provisional_level(),
                      .reason = request.reason(),
                      .terms = request.terms()};
  ASSIGN_OR_RETURN(*record.mutable_decision(), DecisionOf(unit, file.policy, record.legal_basis(), ruling));
  MoveLevel(unit, file.standing, ruling.level, record.name());
  file.standing.set_provisional(false);
  file.standing.clear_level_before();
  RETURN_IF_ERROR(SetMeasureDates(unit, file.standing, record.decision()));
  RETURN_IF_ERROR(CloseCase(unit, file));
  fact.reason = request.reason();
  return KeepCase(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
