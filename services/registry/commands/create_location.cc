#include "services/call/error.h"
#include "services/language/status_macros.h"
#include "services/registry/changes.h"
#include "services/registry/commands.h"
#include "services/registry/records.h"
#include "services/registry/request_faults.h"

namespace waarborg::registry {

void CheckMeaning(const v1::CreateLocationRequest& request, call::Violations& violations) {
  CheckChosenId("location_id", request.location_id(), violations);
  CheckLocation(request.location(), violations);
}

absl::StatusOr<v1::Location> CreateLocation(ledger::UnitOfWork& unit,
                                            const v1::CreateLocationRequest& request) {
  ASSIGN_OR_RETURN(const ProviderName provider, ProviderName::Parse(request.parent()));
  call::Violations violations;
  CheckMeaning(request, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  RETURN_IF_ERROR(Load(unit.reader(), provider).status());
  const LocationName name{
      .region = provider.region, .provider = provider.provider, .location = request.location_id()};
  ASSIGN_OR_RETURN(const std::optional<v1::Location> stored, unit.Get(kLocations, name.Key()));
  if (stored.has_value()) return call::error::Exists("LOCATION", name.ToString());
  return PutNewLocation(unit, name, request.location());
}

}  // namespace waarborg::registry
