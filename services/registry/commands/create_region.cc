#include "services/call/error.h"
#include "services/language/status_macros.h"
#include "services/registry/changes.h"
#include "services/registry/commands.h"
#include "services/registry/records.h"
#include "services/registry/request_faults.h"

namespace waarborg::registry {

void CheckMeaning(const v1::CreateRegionRequest& request, call::Violations& violations) {
  CheckChosenId("region_id", request.region_id(), violations);
  CheckRegion(request.region(), violations);
  if (request.has_policy()) CheckPolicy(request.policy(), request.region_id(), violations);
}

// The call belongs to no region yet, so both events stand in the journal `shared`, where a reader finds every
// region that ever began; the region's own journal starts with what happens in it.
absl::StatusOr<v1::Region> CreateRegion(ledger::UnitOfWork& unit, const v1::CreateRegionRequest& request) {
  const RegionName name{.region = request.region_id()};
  call::Violations violations;
  CheckMeaning(request, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  ASSIGN_OR_RETURN(const std::optional<v1::Region> stored, unit.Get(kRegions, name.Key()));
  if (stored.has_value()) return call::error::Exists("REGION", name.ToString());

  const PolicyVersionName first{.region = name.region, .version = 1};
  ASSIGN_OR_RETURN(v1::Region region, PutNewRegion(unit, name, request.region(), first));
  RETURN_IF_ERROR(PutPolicyVersion(unit, first, request.policy(), "").status());
  return region;
}

}  // namespace waarborg::registry
