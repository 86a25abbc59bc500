#include "services/assessment/provider_acts.h"

#include "services/assessment/errors.h"
#include "services/call/authorization.h"
#include "services/language/blank.h"

namespace waarborg::assessment {

absl::Status ActForProvider(const ledger::UnitOfWork& unit, const team::v1::OnBehalfOfProvider& on_behalf,
                            ledger::Fact& fact) {
  if (fact.role == team::v1::ROLE_PROVIDER_USER) {
    return call::CheckOwnProvider(unit.call().caller, fact.provider);
  }
  if (language::IsBlank(on_behalf.document())) return errors::OfField("on_behalf_of_provider", "ON_BEHALF_REQUIRED");
  fact.on_behalf_of = fact.provider;
  return absl::OkStatus();
}

}  // namespace waarborg::assessment
