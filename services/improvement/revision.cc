#include "services/improvement/revision.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/authorization.h"
#include "services/call/error.h"
#include "services/call/etag.h"
#include "services/improvement/deadlines.h"
#include "services/improvement/names.h"
#include "services/improvement/records.h"
#include "services/improvement/rules/lifecycle.h"
#include "services/improvement/rules/progress.h"
#include "services/improvement/rules/terms.h"
#include "services/improvement/visibility.h"
#include "services/language/status_macros.h"
#include "services/ledger/follow.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"
#include "services/registry/rules/policy.h"

namespace waarborg::improvement {

absl::StatusOr<v1::ImprovementPlan> OpenPlan(const ledger::UnitOfWork& unit, absl::string_view name,
                                             absl::string_view etag) {
  ASSIGN_OR_RETURN(const ImprovementPlanName parsed, ImprovementPlanName::Parse(name));
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, Load(unit.reader(), parsed));
  RETURN_IF_ERROR(call::CheckOwnProvider(unit.call().caller, plan.provider()));
  RETURN_IF_ERROR(call::CheckEtag(plan.name(), etag, plan.etag()));
  return plan;
}

absl::StatusOr<v1::AttentionPoint> OpenPoint(const ledger::UnitOfWork& unit, absl::string_view name,
                                             absl::string_view etag) {
  ASSIGN_OR_RETURN(const AttentionPointName parsed, AttentionPointName::Parse(name));
  const registry::ProviderName provider{.region = parsed.region, .provider = parsed.provider};
  RETURN_IF_ERROR(call::CheckOwnProvider(unit.call().caller, provider.ToString()));
  ASSIGN_OR_RETURN(v1::AttentionPoint point, Load(unit.reader(), parsed));
  RETURN_IF_ERROR(call::CheckEtag(point.name(), etag, point.etag()));
  return point;
}

absl::StatusOr<ledger::Fact> FollowPlan(const ledger::UnitOfWork& unit, v1::ImprovementPlan& plan,
                                        absl::string_view event) {
  ASSIGN_OR_RETURN(
      ledger::Followed<PlanState> followed,
      ledger::Follow(unit, kImprovementPlanLifecycle, plan.state(), event, plan.name(), plan.provider()));
  plan.set_state(followed.to);
  return std::move(followed.fact);
}

absl::StatusOr<ledger::Fact> FollowPoint(const ledger::UnitOfWork& unit, v1::AttentionPoint& point,
                                         absl::string_view event) {
  ASSIGN_OR_RETURN(const AttentionPointName name, AttentionPointName::Parse(point.name()));
  const registry::ProviderName provider{.region = name.region, .provider = name.provider};
  ASSIGN_OR_RETURN(ledger::Followed<PointState> followed,
                   ledger::Follow(unit, kAttentionPointLifecycle, point.state(), event, point.name(),
                                  provider.ToString()));
  point.set_state(followed.to);
  return std::move(followed.fact);
}

absl::StatusOr<v1::ImprovementPlan> KeepPlan(ledger::UnitOfWork& unit, v1::ImprovementPlan plan,
                                             ledger::Fact fact) {
  ASSIGN_OR_RETURN(const ImprovementPlanName name, ImprovementPlanName::Parse(plan.name()));
  plan.set_etag(call::NextEtag(plan.etag()));
  *plan.mutable_update_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kImprovementPlans, name.Key(), plan));
  unit.Record(std::move(fact));
  return VisibleTo(unit.call().caller, std::move(plan));
}

absl::StatusOr<v1::AttentionPoint> KeepPoint(ledger::UnitOfWork& unit, v1::AttentionPoint point,
                                             ledger::Fact fact) {
  ASSIGN_OR_RETURN(const AttentionPointName name, AttentionPointName::Parse(point.name()));
  point.set_etag(call::NextEtag(point.etag()));
  *point.mutable_update_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kAttentionPoints, name.Key(), point));
  unit.Record(std::move(fact));
  return point;
}

absl::Status NoteProvidersAct(const ledger::UnitOfWork& unit, const v1::ImprovementPlan& plan,
                              const team::v1::OnBehalfOfProvider* on_behalf, ledger::Fact& fact) {
  const bool by_provider = fact.role == call::Role::ROLE_PROVIDER_USER;
  call::Violations violations;
  if (by_provider && on_behalf != nullptr) violations.Add("on_behalf_of_provider", "ON_BEHALF_NOT_ALLOWED");
  if (!by_provider && on_behalf == nullptr) violations.Add("on_behalf_of_provider", "ON_BEHALF_REQUIRED");
  const absl::CivilDay today = ledger::Today(unit.now());
  if (on_behalf != nullptr && ledger::DayOf(on_behalf->date()) > today) {
    violations.Add("on_behalf_of_provider.date", "DATE_IN_FUTURE", absl::FormatCivilTime(today));
  }
  if (!by_provider) fact.on_behalf_of = plan.provider();
  return violations.ToStatus();
}

absl::StatusOr<registry::v1::PolicyVersion> PolicyOf(const ledger::UnitOfWork& unit,
                                                     const v1::ImprovementPlan& plan) {
  ASSIGN_OR_RETURN(const registry::PolicyVersionName name,
                   registry::PolicyVersionName::Parse(plan.policy_version()));
  return registry::Load(unit.reader(), name);
}

absl::Status StartSubmissionTerm(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                                 v1::ImprovementPlan& plan) {
  const int days = policy.terms().plan_submission_working_days();
  const absl::Time due = registry::WorkingDaysAfter(unit.now(), days);
  *plan.mutable_submission_due_time() = ledger::Stamp(due);
  return unit.SetDeadline(plan.name(), kSubmissionDue, due,
                          absl::StrCat("plan_submission_working_days=", days));
}

absl::Status EndWaitForReAssessment(ledger::UnitOfWork& unit, v1::ImprovementPlan& plan) {
  plan.set_re_assessment_overdue(false);
  return unit.ClearDeadline(plan.name(), kReAssessmentDue);
}

absl::Status StartRunning(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                          v1::ImprovementPlan& plan) {
  const absl::CivilDay end = EndOfRunning(policy, ledger::Today(unit.now()));
  *plan.mutable_end_date() = ledger::DateOf(end);
  plan.set_end_passed(false);
  return unit.SetDeadline(plan.name(), kEndDate, ledger::EndOfDay(end),
                          absl::StrCat("plan_running_months=", policy.terms().plan_running_months()));
}

absl::Status WatchItems(ledger::UnitOfWork& unit, const v1::ImprovementPlan& plan, bool at_once) {
  if (at_once) return unit.SetDeadline(plan.name(), kItemDue, unit.now(), "standstill");
  const std::optional<absl::CivilDay> next = NextDueDay(plan.items(), ledger::Today(unit.now()));
  if (!next.has_value()) return unit.ClearDeadline(plan.name(), kItemDue);
  return unit.SetDeadline(plan.name(), kItemDue, ledger::EndOfDay(*next), "items.due_date");
}

void AddVersion(const ledger::UnitOfWork& unit, absl::string_view author,
                const team::v1::OnBehalfOfProvider* on_behalf, v1::ImprovementPlan& plan) {
  plan.set_version(plan.version() + 1);
  v1::PlanVersion& version = *plan.add_versions();
  version.set_version(plan.version());
  *version.mutable_items() = plan.items();
  version.set_author(std::string(author));
  if (on_behalf != nullptr) *version.mutable_on_behalf_of_provider() = *on_behalf;
  *version.mutable_time() = ledger::Stamp(unit.now());
}

absl::Status EndPlan(ledger::UnitOfWork& unit, absl::string_view reason, v1::ImprovementPlan& plan) {
  plan.set_close_reason(std::string(reason));
  for (const absl::string_view kind : {kSubmissionDue, kJudgementDue, kItemDue, kEndDate}) {
    RETURN_IF_ERROR(unit.ClearDeadline(plan.name(), kind));
  }
  return EndWaitForReAssessment(unit, plan);
}

}  // namespace waarborg::improvement
