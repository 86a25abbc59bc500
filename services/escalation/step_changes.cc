#include "services/escalation/step_changes.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/authorization.h"
#include "services/call/code.h"
#include "services/call/etag.h"
#include "services/escalation/changes.h"
#include "services/escalation/deadlines.h"
#include "services/escalation/errors.h"
#include "services/escalation/guards.h"
#include "services/escalation/records.h"
#include "services/escalation/rules/lifecycle.h"
#include "services/escalation/visibility.h"
#include "services/ledger/follow.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"
#include "services/registry/rules/policy.h"

namespace waarborg::escalation {

absl::StatusOr<StepFile> OpenStepFile(const ledger::UnitOfWork& unit, const std::string& name,
                                      absl::string_view etag) {
  StepFile file;
  ASSIGN_OR_RETURN(file.name, StepName::Parse(name));
  file.provider = registry::ProviderName{file.name.region, file.name.provider}.ToString();
  RETURN_IF_ERROR(call::CheckOwnProvider(unit.call().caller, file.provider));
  ASSIGN_OR_RETURN(file.step, Load(unit.reader(), file.name));
  if (IsProviderOnly(unit.call().caller) && !IsVisibleToProvider(file.step)) {
    return call::error::NotFound("STEP", name);
  }
  RETURN_IF_ERROR(call::CheckEtag(name, etag, file.step.etag()));
  ASSIGN_OR_RETURN(file.standing, LoadStanding(unit.reader(), {file.name.region, file.name.provider,
                                                               file.step.commissioning_body()}));
  ASSIGN_OR_RETURN(const registry::PolicyVersionName policy,
                   registry::PolicyVersionName::Parse(file.step.policy_version()));
  ASSIGN_OR_RETURN(file.policy, registry::Load(unit.reader(), policy));
  return file;
}

absl::StatusOr<ledger::Fact> FollowStep(const ledger::UnitOfWork& unit, StepFile& file,
                                        absl::string_view event) {
  ASSIGN_OR_RETURN(
      ledger::Followed<v1::Step::State> followed,
      ledger::Follow(unit, kStepLifecycle, file.step.state(), event, file.step.name(), file.provider));
  file.step.set_state(followed.to);
  return std::move(followed.fact);
}

absl::StatusOr<ledger::Fact> AdvanceStep(const ledger::UnitOfWork& unit, StepFile& file,
                                         absl::string_view event) {
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowStep(unit, file, event));
  RETURN_IF_ERROR(CheckNoAcuteCase(file.standing));
  return fact;
}

absl::Status CheckLevelStands(const StepFile& file) {
  if (file.standing.level() == file.step.from_level()) return absl::OkStatus();
  return errors::LevelChanged(file.step.name(), file.step.from_level(), file.standing.level());
}

absl::StatusOr<v1::Step> KeepStep(ledger::UnitOfWork& unit, StepFile& file, ledger::Fact fact) {
  v1::Step& step = file.step;
  step.set_etag(call::NextEtag(step.etag()));
  *step.mutable_update_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kSteps, file.name.Key(), step));
  const bool decided = step.decided_level() != registry::v1::LEVEL_UNSPECIFIED;
  fact.level = call::CodeOf(decided ? step.decided_level() : step.proposed_level());
  unit.Record(std::move(fact));
  return step;
}

absl::Status CloseStep(ledger::UnitOfWork& unit, StepFile& file) {
  RETURN_IF_ERROR(unit.ClearDeadline(file.step.name(), kHearingDue));
  file.standing.clear_open_step();
  return PutStanding(unit, file.standing);
}

absl::StatusOr<v1::Step> EndStep(ledger::UnitOfWork& unit, StepFile& file, const std::string& reason,
                                 ledger::Fact fact) {
  file.step.set_close_reason(reason);
  RETURN_IF_ERROR(unit.ClearDeadline(file.step.name(), kStepConfirmationDue));
  RETURN_IF_ERROR(CloseStep(unit, file));
  fact.reason = reason;
  return KeepStep(unit, file, std::move(fact));
}

absl::Status StartHearing(ledger::UnitOfWork& unit, StepFile& file, Level level) {
  const registry::v1::PolicyTerms& terms = file.policy.terms();
  const bool urgent = file.step.urgent();
  const int days = urgent ? terms.view_urgent_working_days() : terms.view_working_days();
  const absl::Time due = registry::WorkingDaysAfter(unit.now(), days);
  v1::Hearing& hearing = *file.step.mutable_hearing();
  *hearing.mutable_open_time() = ledger::Stamp(unit.now());
  *hearing.mutable_due_time() = ledger::Stamp(due);
  hearing.set_rule(absl::StrCat(urgent ? "view_urgent_working_days=" : "view_working_days=", days));
  hearing.set_heard_level(level);
  hearing.clear_close_time();
  hearing.set_no_view(false);
  return unit.SetDeadline(file.step.name(), kHearingDue, due, hearing.rule());
}

absl::StatusOr<Footing> FootingOf(const storage::Reader& reader, const StepFile& file) {
  return FootingOf(reader, registry::ProviderName{file.name.region, file.name.provider},
                   file.step.legal_basis());
}

}  // namespace waarborg::escalation
