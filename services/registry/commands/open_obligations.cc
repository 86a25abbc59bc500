#include <utility>
#include <vector>

#include "services/language/status_macros.h"
#include "services/registry/errors.h"
#include "services/registry/obligation_changes.h"
#include "services/registry/obligation_commands.h"
#include "services/registry/records.h"

namespace waarborg::registry {

absl::StatusOr<v1::OpenObligationsResponse> OpenObligations(ledger::UnitOfWork& unit,
                                                            const v1::OpenObligationsRequest& request) {
  ASSIGN_OR_RETURN(const ProviderName owner, ProviderName::Parse(request.parent()));
  ASSIGN_OR_RETURN(const v1::Provider provider, Load(unit.reader(), owner));
  ASSIGN_OR_RETURN(std::vector<v1::Obligation> opened, OpenMissing(unit, owner, provider));
  if (opened.empty()) return errors::NoObligationToOpen(provider.name());
  v1::OpenObligationsResponse response;
  for (v1::Obligation& obligation : opened) *response.add_obligations() = std::move(obligation);
  return response;
}

}  // namespace waarborg::registry
