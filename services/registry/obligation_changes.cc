#include "services/registry/obligation_changes.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/deadlines.h"
#include "services/registry/records.h"
#include "services/registry/revision.h"
#include "services/registry/rules/catalogue.h"
#include "services/registry/rules/obligation.h"

namespace waarborg::registry {
namespace {

absl::StatusOr<v1::Obligation> Begin(ledger::UnitOfWork& unit, const ObligationName& name,
                                     const v1::ObligationRule& rule) {
  v1::Obligation obligation;
  obligation.set_name(name.ToString());
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowObligation(unit, obligation, "open"));
  *obligation.mutable_rule() = rule;
  *obligation.mutable_create_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(SetDue(unit, FirstDueDay(rule, ledger::Today(unit.now())), obligation));
  return KeepObligation(unit, std::move(obligation), std::move(fact));
}

}  // namespace

absl::StatusOr<std::vector<v1::Obligation>> OpenMissing(ledger::UnitOfWork& unit, const ProviderName& owner,
                                                        const v1::Provider& provider) {
  std::vector<v1::Obligation> opened;
  if (provider.sectors().empty()) return opened;
  ASSIGN_OR_RETURN(const v1::PolicyVersion policy, PolicyInForce(unit.reader(), owner.region));
  const v1::ObligationPolicy obligations = ObligationsOf(policy);
  for (const v1::ObligationRule& rule : obligations.rules()) {
    if (!HoldsFor(rule, provider)) continue;
    const ObligationName name{.region = owner.region, .provider = owner.provider, .obligation = rule.id()};
    ASSIGN_OR_RETURN(const std::optional<v1::Obligation> stored, unit.Get(kObligations, name.Key()));
    if (stored.has_value()) continue;
    ASSIGN_OR_RETURN(v1::Obligation obligation, Begin(unit, name, rule));
    opened.push_back(std::move(obligation));
  }
  return opened;
}

absl::Status SetDue(ledger::UnitOfWork& unit, absl::CivilDay due, v1::Obligation& obligation) {
  *obligation.mutable_due_date() = ledger::DateOf(due);
  obligation.set_overdue(false);
  return unit.SetDeadline(obligation.name(), kObligationDue, ledger::EndOfDay(due),
                          absl::StrCat("every_months=", obligation.rule().every_months()));
}

}  // namespace waarborg::registry
