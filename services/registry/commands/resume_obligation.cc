#include <utility>

#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/obligation_changes.h"
#include "services/registry/obligation_commands.h"
#include "services/registry/revision.h"
#include "services/registry/rules/catalogue.h"
#include "services/registry/rules/obligation.h"

namespace waarborg::registry {
namespace {

absl::Status TakeRuleInForce(const ledger::UnitOfWork& unit, v1::Obligation& obligation) {
  ASSIGN_OR_RETURN(const ObligationName name, ObligationName::Parse(obligation.name()));
  ASSIGN_OR_RETURN(const v1::PolicyVersion policy, PolicyInForce(unit.reader(), name.region));
  const v1::ObligationPolicy obligations = ObligationsOf(policy);
  for (const v1::ObligationRule& rule : obligations.rules()) {
    if (rule.id() == obligation.rule().id()) *obligation.mutable_rule() = rule;
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::Obligation> ResumeObligation(ledger::UnitOfWork& unit,
                                                const v1::ResumeObligationRequest& request) {
  ASSIGN_OR_RETURN(v1::Obligation obligation, OpenObligation(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowObligation(unit, obligation, "resume"));
  RETURN_IF_ERROR(TakeRuleInForce(unit, obligation));
  obligation.clear_waive_reason();
  RETURN_IF_ERROR(SetDue(unit, FirstDueDay(obligation.rule(), ledger::Today(unit.now())), obligation));
  fact.reason = request.reason();
  return KeepObligation(unit, std::move(obligation), std::move(fact));
}

}  // namespace waarborg::registry
