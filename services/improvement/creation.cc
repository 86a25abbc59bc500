// Of changes.h: what an assessment's decision brings into being.

#include <utility>

#include "services/call/error.h"
#include "services/improvement/changes.h"
#include "services/improvement/errors.h"
#include "services/improvement/names.h"
#include "services/improvement/records.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/lifecycle.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/names.h"
#include "storage/keys.h"

namespace waarborg::improvement {
namespace {

// FAILED_PRECONDITION (PLAN_OPEN) when the assessment has a plan that has not ended.
absl::Status CheckNoOpenPlan(const ledger::UnitOfWork& unit, const PlanSeed& seed) {
  storage::ScanRange range;
  range.begin = storage::KeyBuilder().Text(seed.region).Text(seed.provider).Take();
  range.end = storage::PrefixEnd(range.begin);
  range.limit = storage::kMaxScanEntries;
  absl::Status status;
  const absl::Status scanned =
      unit.reader().Scan(kImprovementPlans.index_id, range, [&](absl::string_view, absl::string_view key) {
        const absl::StatusOr<std::optional<v1::ImprovementPlan>> plan = unit.Get(kImprovementPlans, key);
        status = plan.status();
        if (!status.ok() || !plan->has_value()) return status.ok();
        const v1::ImprovementPlan& found = **plan;
        if (found.assessment() == seed.assessment && kOpenPlanStates.Contains(found.state())) {
          status = errors::PlanOpen(seed.assessment, found.name());
        }
        return status.ok();
      });
  RETURN_IF_ERROR(scanned);
  return status;
}

void CopyShortcomings(const std::vector<Shortcoming>& shortcomings, v1::ImprovementPlan& plan) {
  for (const Shortcoming& shortcoming : shortcomings) {
    v1::PlanItem& item = *plan.add_items();
    item.set_criterion(shortcoming.criterion);
    item.set_score(shortcoming.score);
    item.set_shortcoming(shortcoming.motivation);
    item.set_state(v1::PlanItem::STATE_OPEN);
  }
}

}  // namespace

absl::StatusOr<v1::ImprovementPlan> CreatePlan(ledger::UnitOfWork& unit,
                                               const registry::v1::PolicyVersion& policy,
                                               const PlanSeed& seed) {
  const ImprovementPlanName name{.region = seed.region,
                                 .plan = seed.plan_id.empty() ? unit.call().NewId() : seed.plan_id};
  v1::ImprovementPlan plan;
  plan.set_name(name.ToString());
  plan.set_provider(seed.provider);
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "request"));
  if (seed.shortcomings.empty()) return errors::NoShortcomings(seed.assessment);
  RETURN_IF_ERROR(CheckNoOpenPlan(unit, seed));
  ASSIGN_OR_RETURN(const std::optional<v1::ImprovementPlan> taken, unit.Get(kImprovementPlans, name.Key()));
  if (taken.has_value()) return call::error::Exists("IMPROVEMENT_PLAN", plan.name());
  plan.set_assessment(seed.assessment);
  plan.set_policy_version(seed.policy_version);
  plan.set_step(seed.step);
  plan.set_author(unit.call().caller.member);
  CopyShortcomings(seed.shortcomings, plan);
  *plan.mutable_create_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(StartSubmissionTerm(unit, policy, plan));
  fact.reason = seed.reason;
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

absl::StatusOr<std::vector<v1::AttentionPoint>> CreateAttentionPoints(
    ledger::UnitOfWork& unit, const std::string& provider, const std::string& assessment,
    const std::vector<Shortcoming>& shortcomings) {
  ASSIGN_OR_RETURN(const registry::ProviderName owner, registry::ProviderName::Parse(provider));
  std::vector<v1::AttentionPoint> points;
  for (const Shortcoming& shortcoming : shortcomings) {
    const AttentionPointName name{
        .region = owner.region, .provider = owner.provider, .point = unit.call().NewId()};
    v1::AttentionPoint point;
    point.set_name(name.ToString());
    ASSIGN_OR_RETURN(ledger::Fact fact, FollowPoint(unit, point, "create"));
    point.set_assessment(assessment);
    point.set_criterion(shortcoming.criterion);
    point.set_score(shortcoming.score);
    point.set_shortcoming(shortcoming.motivation);
    *point.mutable_create_time() = ledger::Stamp(unit.now());
    ASSIGN_OR_RETURN(point, KeepPoint(unit, std::move(point), std::move(fact)));
    points.push_back(std::move(point));
  }
  return points;
}

}  // namespace waarborg::improvement
