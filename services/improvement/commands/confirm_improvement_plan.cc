#include <string>
#include <utility>

#include "services/call/code.h"
#include "services/call/error.h"
#include "services/improvement/commands.h"
#include "services/improvement/deadlines.h"
#include "services/improvement/errors.h"
#include "services/improvement/revision.h"
#include "services/language/status_macros.h"
#include "services/team/rules/confirmation.h"

namespace waarborg::improvement {
namespace {

absl::Status ToStatus(team::ConfirmRefusal refusal, const v1::ImprovementPlan& plan,
                      const v1::ConfirmImprovementPlanRequest& request, const std::string& confirmer) {
  const team::v1::Confirmation* asked = team::FindConfirmation(plan.confirmations(), request.act());
  switch (refusal) {
    case team::ConfirmRefusal::kNone:
      return absl::OkStatus();
    case team::ConfirmRefusal::kNothingAsked:
      return errors::NothingToConfirm(plan.name(), call::CodeOf(request.act()));
    case team::ConfirmRefusal::kSamePerson:
      return call::error::SamePerson(plan.name(), confirmer);
    case team::ConfirmRefusal::kContentChanged:
      return call::error::ContentChanged(plan.name(), request.content_digest(), asked->content_digest());
    case team::ConfirmRefusal::kAlreadyConfirmed:
      return errors::AlreadyConfirmed(plan.name(), call::CodeOf(request.act()));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::ImprovementPlan> ConfirmImprovementPlan(ledger::UnitOfWork& unit,
                                                           const v1::ConfirmImprovementPlanRequest& request) {
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), /*etag=*/""));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "confirm"));
  const std::string& confirmer = unit.call().caller.member;
  const team::ConfirmRefusal refusal = team::Confirm(*plan.mutable_confirmations(), request.act(), confirmer,
                                                     request.content_digest(), unit.now());
  RETURN_IF_ERROR(ToStatus(refusal, plan, request, confirmer));
  RETURN_IF_ERROR(unit.ClearDeadline(plan.name(), kConfirmationDue));
  return KeepPlan(unit, std::move(plan), std::move(fact));
}

}  // namespace waarborg::improvement
