#include <algorithm>
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
  const bool aligned =
      std::any_of(record.notices().begin(), record.notices().end(),
                  [](const v1::PartnerNotice& notice) { return IsAlignmentPartner(notice.partner()); });
  ASSIGN_OR_RETURN(const Footing footing, FootingOf(unit.reader(), file));
  if (NeedsAlignment(file.policy, record.provisional_level(), footing) && !aligned) {
    return errors::AlignmentRequired(record.provisional_level());
  }
  return absl::OkStatus();
}

}  // namespace

void CheckMeaning(const v1::RatifyProvisionalRequest& request, call::Violations& violations) {
  CheckTerms(request.terms(), violations);
}

absl::StatusOr<v1::AcuteCase> RatifyProvisional(ledger::UnitOfWork& unit,
                                                const v1::RatifyProvisionalRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(AcuteFile file, OpenAcuteFile(unit, request.name(), request.etag()));
  v1::AcuteCase& record = file.record;
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCase(unit, file, "ratify"));
  RETURN_IF_ERROR(CheckRatifiable(unit, file));
  const Ruling ruling{.kind = v1::Decision::KIND_IMPOSED,
                      .level = record.provisional_level(),
                      .reason = request.reason(),
                      .terms = request.terms(),
                      .running_since = ledger::Today(ledger::TimeOf(record.impose_time()))};
  ASSIGN_OR_RETURN(*record.mutable_decision(), DecisionOf(unit, file.policy, record.legal_basis(), ruling));
  MoveLevel(unit, file.standing, ruling.level, record.name());
  EndProvisional(file.standing);
  RETURN_IF_ERROR(SetMeasureDates(unit, file.standing, record.decision()));
  RETURN_IF_ERROR(CloseCase(unit, file));
  fact.reason = request.reason();
  return KeepCase(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
