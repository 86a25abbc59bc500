#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/improvement/commands.h"
#include "services/improvement/deadlines.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/improvement/rules/giving_up.h"
#include "services/language/status_macros.h"
#include "services/ledger/digest.h"
#include "services/ledger/time.h"
#include "services/registry/rules/policy.h"
#include "services/team/rules/confirmation.h"

namespace waarborg::improvement {
namespace {

using team::v1::ACT_GIVE_UP_PLAN;

// What the second person confirms: this plan, as often returned as it is now, for this reason.
std::string ContentOf(const v1::ImprovementPlan& plan, const std::string& reason) {
  return ledger::DigestOf(
      {plan.name(), absl::StrCat(plan.version()), absl::StrCat(plan.return_count()), reason});
}

bool WishStands(const v1::ImprovementPlan& plan, const std::string& content) {
  const team::v1::Confirmation* wish = team::FindConfirmation(plan.confirmations(), ACT_GIVE_UP_PLAN);
  return wish != nullptr && wish->content_digest() == content;
}

// The deadline of a confirmation that may come later; none is set when a second person has confirmed before.
absl::Status WatchConfirmation(ledger::UnitOfWork& unit, const v1::ImprovementPlan& plan, int days) {
  const team::v1::Confirmation* asked = team::FindConfirmation(plan.confirmations(), ACT_GIVE_UP_PLAN);
  if (asked == nullptr || !asked->has_due_time()) return absl::OkStatus();
  return unit.SetDeadline(plan.name(), kConfirmationDue, ledger::TimeOf(asked->due_time()),
                          absl::StrCat("confirmation_working_days=", days));
}

}  // namespace

absl::StatusOr<v1::ImprovementPlan> GiveUpImprovementPlan(ledger::UnitOfWork& unit,
                                                          const v1::GiveUpImprovementPlanRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
  v1::ImprovementPlan given_up = plan;
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, given_up, "give_up"));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit, plan));
  if (!MayGiveUp(plan, policy, unit.now())) {
    return errors::TooEarlyToGiveUp(plan.name(), plan.return_count(), policy.returns_before_giving_up());
  }
  const team::v1::FourEyes rule = registry::FourEyesFor(policy, ACT_GIVE_UP_PLAN);
  const std::string content = ContentOf(plan, request.reason());
  const bool wished_before = WishStands(plan, content);
  const int days = policy.terms().confirmation_working_days();
  team::AskConfirmation(*given_up.mutable_confirmations(), ACT_GIVE_UP_PLAN, rule, unit.call().caller.member,
                        content, registry::WorkingDaysAfter(unit.now(), days));
  if (!team::MayGoOn(given_up.confirmations(), ACT_GIVE_UP_PLAN)) {
    if (wished_before) return call::error::SecondPersonRequired(plan.name(), call::CodeOf(ACT_GIVE_UP_PLAN));
    ASSIGN_OR_RETURN(fact, FollowPlan(unit, plan, "propose_giving_up"));
    fact.reason = request.reason();
    *plan.mutable_confirmations() = given_up.confirmations();
    return KeepPlan(unit, std::move(plan), std::move(fact));
  }
  fact.reason = request.reason();
  RETURN_IF_ERROR(EndPlan(unit, request.reason(), given_up));
  RETURN_IF_ERROR(WatchConfirmation(unit, given_up, days));
  return KeepPlan(unit, std::move(given_up), std::move(fact));
}

}  // namespace waarborg::improvement
