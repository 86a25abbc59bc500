#include <optional>
#include <utility>

#include "services/call/code.h"
#include "services/call/etag.h"
#include "services/escalation/changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/errors.h"
#include "services/escalation/guards.h"
#include "services/escalation/records.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"
#include "services/registry/rules/policy.h"

namespace waarborg::escalation {
namespace {

std::optional<absl::CivilDay> DayIf(bool has, const google::type::Date& date) {
  return has ? std::optional(ledger::DayOf(date)) : std::nullopt;
}

// A standing pins no policy of its own: what is in force in the region decides who prolongs.
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

absl::StatusOr<v1::Standing> ProlongMeasure(ledger::UnitOfWork& unit,
                                            const v1::ProlongMeasureRequest& request) {
  ASSIGN_OR_RETURN(const StandingName name, StandingName::Parse(request.name()));
  ASSIGN_OR_RETURN(v1::Standing standing, Load(unit.reader(), name));
  RETURN_IF_ERROR(call::CheckEtag(request.name(), request.etag(), standing.etag()));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyInForce(unit.reader(), name.region));
  const registry::v1::LadderLevel* const row = registry::LadderRow(policy, standing.level());
  RETURN_IF_ERROR(CheckMeasureRuns(standing, row));
  RETURN_IF_ERROR(CheckMandate(unit.call().caller, policy, standing.level()));
  const absl::CivilDay today = ledger::Today(unit.now());
  const absl::CivilDay end = ledger::DayOf(request.end_date());
  std::optional<absl::CivilDay> evaluation = DayIf(request.has_evaluation_date(), request.evaluation_date());
  RETURN_IF_ERROR(
      ToStatus(ProlongFaults(DayIf(standing.has_end_date(), standing.end_date()), end, evaluation, today)));
  if (!evaluation.has_value()) evaluation = EvaluationDay(*row, today, end);

  v1::Decision dates;
  *dates.mutable_end_date() = request.end_date();
  dates.set_end_condition(standing.end_condition());
  if (evaluation.has_value()) *dates.mutable_evaluation_date() = ledger::DateOf(*evaluation);
  RETURN_IF_ERROR(SetMeasureDates(unit, standing, dates));
  RETURN_IF_ERROR(PutStanding(unit, standing));
  const registry::ProviderName provider{.region = name.region, .provider = name.provider};
  unit.Record(
      {.kind = "MeasureProlonged",
       .resource = standing.name(),
       .provider = provider.ToString(),
       .from_state = "",
       .to_state = "",
       .level = call::CodeOf(standing.level()),
       .reason = request.reason(),
       .role = unit.call().caller.FirstOf({team::v1::ROLE_DECISION_MAKER, team::v1::ROLE_QUALITY_MANAGER}),
       .on_behalf_of = ""});
  return standing;
}

}  // namespace waarborg::escalation
