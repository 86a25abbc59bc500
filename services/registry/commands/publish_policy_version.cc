#include "services/call/error.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "services/registry/changes.h"
#include "services/registry/commands.h"
#include "services/registry/records.h"
#include "services/registry/request_faults.h"

namespace waarborg::registry {

void CheckMeaning(const v1::PublishPolicyVersionRequest& request, call::Violations& violations) {
  if (!request.has_policy()) return;
  CheckPolicy(request.policy(), call::RegionOf(request.parent()).value_or(""), violations);
}

absl::StatusOr<v1::PolicyVersion> PublishPolicyVersion(ledger::UnitOfWork& unit,
                                                       const v1::PublishPolicyVersionRequest& request) {
  ASSIGN_OR_RETURN(const RegionName name, RegionName::Parse(request.parent()));
  call::Violations violations;
  CheckMeaning(request, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  ASSIGN_OR_RETURN(const v1::Region region, Load(unit.reader(), name));
  ASSIGN_OR_RETURN(const PolicyVersionName current, PolicyVersionName::Parse(region.current_policy()));

  const PolicyVersionName next{.region = name.region, .version = current.version + 1};
  ASSIGN_OR_RETURN(v1::PolicyVersion policy,
                   PutPolicyVersion(unit, next, request.policy(), request.reason()));
  RETURN_IF_ERROR(PointAtPolicy(unit, name, region, next, request.reason()));
  return policy;
}

}  // namespace waarborg::registry
