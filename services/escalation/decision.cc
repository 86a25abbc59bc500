#include "services/escalation/decision.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "services/call/request_check.h"
#include "services/escalation/changes.h"
#include "services/escalation/confirmations.h"
#include "services/escalation/errors.h"
#include "services/escalation/guards.h"
#include "services/ledger/time.h"
#include "services/registry/rules/policy.h"

namespace waarborg::escalation {
namespace {

void SetTerms(const registry::v1::LadderLevel& row, const v1::MeasureTerms& terms, v1::Decision& decision) {
  *decision.mutable_start_date() = terms.start_date();
  std::optional<absl::CivilDay> end;
  if (terms.has_end_date()) {
    *decision.mutable_end_date() = terms.end_date();
    end = ledger::DayOf(terms.end_date());
  }
  decision.set_end_condition(terms.end_condition());
  decision.set_continuity_plan(terms.continuity_plan());
  const std::optional<absl::CivilDay> evaluation = EvaluationDay(row, ledger::DayOf(terms.start_date()), end);
  if (evaluation.has_value()) *decision.mutable_evaluation_date() = ledger::DateOf(*evaluation);
}

// What stands between a step that is ready and any decision on it.
absl::Status CheckDecidable(const ledger::UnitOfWork& unit, const StepFile& file) {
  const v1::Step& step = file.step;
  const Level higher = Higher(step.from_level(), step.proposed_level());
  RETURN_IF_ERROR(CheckMandate(unit.call().caller, file.policy, higher));
  RETURN_IF_ERROR(CheckDecider(unit.call().caller, step));
  return CheckAnswered(step.name(), step.hearing().views());
}

// What stands between this step and a measure at this level.
absl::Status CheckMeasure(const ledger::UnitOfWork& unit, const StepFile& file, const Ruling& ruling) {
  const v1::Step& step = file.step;
  const Level level = ruling.level;
  RETURN_IF_ERROR(CheckLevelStands(file));
  const bool lighter = IsLighter(step.from_level(), step.proposed_level(), level);
  if (ruling.kind == v1::Decision::KIND_LIGHTER && !lighter) {
    return errors::LevelNotLighter(level, step.proposed_level());
  }
  ASSIGN_OR_RETURN(const Footing footing, FootingOf(unit.reader(), file));
  RETURN_IF_ERROR(CheckStep(file.policy, step.from_level(), level, footing));
  const auto& partners = step.alignment().partners();
  const bool aligned = std::any_of(partners.begin(), partners.end(), IsAlignmentPartner);
  if (NeedsAlignment(file.policy, level, footing) && !aligned) return errors::AlignmentRequired(level);
  return absl::OkStatus();
}

bool IsSingleAssessor(const v1::Step& step) {
  const team::v1::Act act = ActFor(step.from_level(), step.proposed_level());
  const team::v1::Confirmation* const confirmation = team::FindConfirmation(step.confirmations(), act);
  return confirmation == nullptr || confirmation->confirmer().empty();
}

}  // namespace

void CheckTerms(const v1::MeasureTerms& terms, call::Violations& violations) {
  if (call::ComesBefore(terms.end_date(), terms.start_date())) {
    violations.Add("terms.end_date", "END_BEFORE_START");
  }
}

absl::StatusOr<v1::Decision> DecisionOf(const ledger::UnitOfWork& unit,
                                        const registry::v1::PolicyVersion& policy,
                                        registry::v1::LegalBasis basis, const Ruling& ruling) {
  const registry::v1::LadderLevel& row = RowOf(policy, ruling.level);
  v1::Decision decision;
  decision.set_kind(ruling.kind);
  decision.set_member(unit.call().caller.member);
  *decision.mutable_time() = ledger::Stamp(unit.now());
  decision.set_reason(ruling.reason);
  if (ruling.kind == v1::Decision::KIND_NOT) return decision;
  RETURN_IF_ERROR(ToStatus(TermsFaults(row, ruling.terms, ledger::Today(unit.now()), ruling.running_since)));
  SetTerms(row, ruling.terms, decision);
  const framework::v1::Text title = registry::TitleOf(row, basis);
  decision.set_title_nl(title.nl());
  decision.set_title_en(title.en());
  if (basis == registry::v1::LEGAL_BASIS_WMO_SUPERVISION) {
    const absl::Time due = registry::WeeksAfter(unit.now(), policy.terms().objection_weeks());
    *decision.mutable_objection_due_time() = ledger::Stamp(due);
  }
  return decision;
}

absl::StatusOr<v1::Step> Decide(ledger::UnitOfWork& unit, StepFile& file, absl::string_view event,
                                const Ruling& ruling) {
  v1::Step& step = file.step;
  ASSIGN_OR_RETURN(ledger::Fact fact, AdvanceStep(unit, file, event));
  RETURN_IF_ERROR(CheckDecidable(unit, file));
  const bool moves = ruling.kind != v1::Decision::KIND_NOT;
  if (moves) RETURN_IF_ERROR(CheckMeasure(unit, file, ruling));
  ASSIGN_OR_RETURN(*step.mutable_decision(), DecisionOf(unit, file.policy, step.legal_basis(), ruling));
  step.mutable_decision()->set_single_assessor(IsSingleAssessor(step));
  step.set_decided_level(ruling.level);
  if (moves) {
    MoveLevel(unit, file.standing, ruling.level, step.name());
    RETURN_IF_ERROR(SetMeasureDates(unit, file.standing, step.decision()));
  }
  RETURN_IF_ERROR(CloseStep(unit, file));
  fact.reason = ruling.reason;
  return KeepStep(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
