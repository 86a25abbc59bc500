#include "services/escalation/acute_changes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "services/call/authorization.h"
#include "services/call/code.h"
#include "services/call/etag.h"
#include "services/escalation/changes.h"
#include "services/escalation/deadlines.h"
#include "services/escalation/records.h"
#include "services/escalation/rules/lifecycle.h"
#include "services/escalation/visibility.h"
#include "services/ledger/follow.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"

namespace waarborg::escalation {
namespace {

// What a hearing missed of its end while the step waited: the timer looks again, now or when the term is
// over. A term that still stands keeps what was recorded on it.
absl::Status ResumeStep(ledger::UnitOfWork& unit, const v1::Standing& standing) {
  if (standing.open_step().empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const StepName name, StepName::Parse(standing.open_step()));
  ASSIGN_OR_RETURN(const v1::Step step, Load(unit.reader(), name));
  const bool runs = step.state() == v1::Step::STATE_HEARING && step.hearing().has_due_time();
  if (!runs) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::optional<internal::v1::Deadline> term,
                   unit.FindDeadline(step.name(), kHearingDue));
  if (term.has_value()) return absl::OkStatus();
  const absl::Time due = std::max(unit.now(), ledger::TimeOf(step.hearing().due_time()));
  return unit.SetDeadline(step.name(), kHearingDue, due, step.hearing().rule());
}

registry::v1::Level LevelOf(const v1::AcuteCase& record) {
  const bool returned =
      record.state() == v1::AcuteCase::STATE_LIFTED || record.state() == v1::AcuteCase::STATE_LAPSED;
  return returned ? record.level_before() : record.provisional_level();
}

}  // namespace

absl::StatusOr<AcuteFile> OpenAcuteFile(const ledger::UnitOfWork& unit, const std::string& name,
                                        absl::string_view etag) {
  AcuteFile file;
  ASSIGN_OR_RETURN(file.name, AcuteCaseName::Parse(name));
  file.provider = registry::ProviderName{file.name.region, file.name.provider}.ToString();
  RETURN_IF_ERROR(call::CheckOwnProvider(unit.call().caller, file.provider));
  ASSIGN_OR_RETURN(file.record, Load(unit.reader(), file.name));
  if (IsProviderOnly(unit.call().caller) && !IsVisibleToProvider(file.record)) {
    return call::error::NotFound("ACUTE_CASE", name);
  }
  RETURN_IF_ERROR(call::CheckEtag(name, etag, file.record.etag()));
  ASSIGN_OR_RETURN(file.standing, LoadStanding(unit.reader(), {file.name.region, file.name.provider,
                                                               file.record.commissioning_body()}));
  ASSIGN_OR_RETURN(const registry::PolicyVersionName policy,
                   registry::PolicyVersionName::Parse(file.record.policy_version()));
  ASSIGN_OR_RETURN(file.policy, registry::Load(unit.reader(), policy));
  return file;
}

absl::StatusOr<ledger::Fact> FollowCase(const ledger::UnitOfWork& unit, AcuteFile& file,
                                        absl::string_view event) {
  ASSIGN_OR_RETURN(ledger::Followed<v1::AcuteCase::State> followed,
                   ledger::Follow(unit, kAcuteCaseLifecycle, file.record.state(), event, file.record.name(),
                                  file.provider));
  file.record.set_state(followed.to);
  return std::move(followed.fact);
}

absl::StatusOr<v1::AcuteCase> KeepCase(ledger::UnitOfWork& unit, AcuteFile& file, ledger::Fact fact) {
  v1::AcuteCase& record = file.record;
  record.set_etag(call::NextEtag(record.etag()));
  *record.mutable_update_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kAcuteCases, file.name.Key(), record));
  fact.level = call::CodeOf(LevelOf(record));
  unit.Record(std::move(fact));
  return record;
}

absl::Status CloseCase(ledger::UnitOfWork& unit, AcuteFile& file) {
  for (const absl::string_view kind : {kAcuteResponseDue, kProvisionalLapse, kHearAfterwardsDue}) {
    RETURN_IF_ERROR(unit.ClearDeadline(file.record.name(), kind));
  }
  RETURN_IF_ERROR(ResumeStep(unit, file.standing));
  file.standing.clear_open_acute_case();
  return PutStanding(unit, file.standing);
}

void ReturnLevel(const ledger::UnitOfWork& unit, AcuteFile& file) {
  MoveLevel(unit, file.standing, file.standing.level_before(), file.record.name());
  file.standing.set_cause(file.standing.cause_before());
  EndProvisional(file.standing);
}

void EndProvisional(v1::Standing& standing) {
  standing.set_provisional(false);
  standing.clear_level_before();
  standing.clear_cause_before();
}

absl::StatusOr<Footing> FootingOf(const storage::Reader& reader, const AcuteFile& file) {
  return FootingOf(reader, registry::ProviderName{file.name.region, file.name.provider},
                   file.record.legal_basis());
}

}  // namespace waarborg::escalation
