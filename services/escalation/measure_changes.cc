#include "services/escalation/measure_changes.h"

#include "services/call/code.h"
#include "services/call/etag.h"
#include "services/escalation/changes.h"
#include "services/escalation/errors.h"
#include "services/escalation/guards.h"
#include "services/escalation/records.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"
#include "services/registry/rules/policy.h"

namespace waarborg::escalation {
namespace {

absl::StatusOr<registry::v1::PolicyVersion> PolicyInForce(const storage::Reader& reader,
                                                          const std::string& region) {
  ASSIGN_OR_RETURN(const registry::v1::Region record, registry::Load(reader, registry::RegionName{region}));
  ASSIGN_OR_RETURN(const registry::PolicyVersionName name,
                   registry::PolicyVersionName::Parse(record.current_policy()));
  return registry::Load(reader, name);
}

absl::Status CheckMeasureRuns(const v1::Standing& standing, const registry::v1::LadderLevel* row) {
  if (standing.level() == registry::v1::LEVEL_MONITORING || row == nullptr) {
    return errors::NoMeasure(standing.name(), standing.level());
  }
  if (row->terminal()) return errors::LevelTerminal(standing.level());
  return CheckNoAcuteCase(standing);
}

}  // namespace

absl::StatusOr<MeasureFile> OpenMeasure(const ledger::UnitOfWork& unit, const std::string& name,
                                        absl::string_view etag) {
  MeasureFile file;
  ASSIGN_OR_RETURN(file.name, StandingName::Parse(name));
  ASSIGN_OR_RETURN(file.standing, Load(unit.reader(), file.name));
  RETURN_IF_ERROR(call::CheckEtag(name, etag, file.standing.etag()));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyInForce(unit.reader(), file.name.region));
  const registry::v1::LadderLevel* const row = registry::LadderRow(policy, file.standing.level());
  RETURN_IF_ERROR(CheckMeasureRuns(file.standing, row));
  RETURN_IF_ERROR(CheckMandate(unit.call().caller, policy, file.standing.level()));
  file.row = *row;
  if (file.standing.has_end_date()) file.end = ledger::DayOf(file.standing.end_date());
  return file;
}

absl::StatusOr<v1::Standing> KeepMeasure(ledger::UnitOfWork& unit, MeasureFile& file, absl::string_view kind,
                                         const std::string& reason) {
  RETURN_IF_ERROR(PutStanding(unit, file.standing));
  const registry::ProviderName provider{.region = file.name.region, .provider = file.name.provider};
  unit.Record(
      {.kind = std::string(kind),
       .resource = file.standing.name(),
       .provider = provider.ToString(),
       .from_state = "",
       .to_state = "",
       .level = call::CodeOf(file.standing.level()),
       .reason = reason,
       .role = unit.call().caller.FirstOf({team::v1::ROLE_DECISION_MAKER, team::v1::ROLE_QUALITY_MANAGER}),
       .on_behalf_of = ""});
  return file.standing;
}

}  // namespace waarborg::escalation
