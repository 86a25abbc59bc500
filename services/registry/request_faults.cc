#include "services/registry/request_faults.h"

#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "services/call/each_once.h"
#include "services/call/name.h"
#include "services/call/request_check.h"
#include "services/framework/names.h"
#include "services/registry/rules/policy.h"
#include "services/registry/rules/provider.h"

namespace waarborg::registry {
namespace {

// The journal of what belongs to no region.
constexpr absl::string_view kReservedRegion = "shared";

void CheckCommissioningBodies(const v1::Region& region, call::Violations& violations) {
  absl::flat_hash_set<std::string> seen;
  for (int i = 0; i < region.commissioning_bodies_size(); ++i) {
    const std::string field = absl::StrCat("region.commissioning_bodies[", i, "].id");
    const std::string& id = region.commissioning_bodies(i).id();
    CheckChosenId(field, id, violations);
    if (!seen.insert(id).second) violations.Add(field, "DUPLICATE", id);
  }
}

}  // namespace

void CheckChosenId(absl::string_view field, absl::string_view id, call::Violations& violations) {
  if (!call::IsChosenId(id)) violations.Add(field, "INVALID_ID", id);
  if (field == "region_id" && id == kReservedRegion) violations.Add(field, "RESERVED_ID", id);
}

void CheckRegion(const v1::Region& region, call::Violations& violations) {
  CheckCommissioningBodies(region, violations);
  call::CheckEachOnce<team::v1::Role>(region.roles(), "region.roles", "DUPLICATE", violations);
  for (int i = 0; i < region.roles_size(); ++i) {
    if (region.roles(i) == team::v1::ROLE_SYSTEM) {
      violations.Add(absl::StrCat("region.roles[", i, "]"), "ROLE_NOT_FOR_MEMBERS");
    }
  }
  call::CheckEachOnce<team::v1::Expertise>(region.expertise(), "region.expertise", "DUPLICATE", violations);
}

void CheckPolicy(const v1::PolicyVersion& policy, absl::string_view region, call::Violations& violations) {
  for (const PolicyFault& fault : PolicyFaults(policy)) {
    violations.Add(absl::StrCat("policy.", fault.field), fault.reason);
  }
  for (int i = 0; i < policy.ladder_size(); ++i) {
    for (int j = 0; j < policy.ladder(i).mandated_members_size(); ++j) {
      const std::string& member = policy.ladder(i).mandated_members(j);
      const std::string field = absl::StrCat("policy.ladder[", i, "].mandated_members[", j, "]");
      if (!call::MatchName(member, "regions/*/members/*").has_value()) {
        violations.Add(field, "INVALID_NAME", "regions/*/members/*");
      } else if (!region.empty() && call::RegionOf(member) != region) {
        violations.Add(field, "REGION_MISMATCH", member);
      }
    }
  }
}

void CheckProvider(const v1::Provider& provider, call::Violations& violations) {
  for (const ProviderFault& fault : ProviderFaults(provider)) {
    violations.Add(absl::StrCat("provider.", fault.field), fault.reason);
  }
}

void CheckLocation(const v1::Location& location, call::Violations& violations) {
  call::CheckEachOnce<v1::Provider::KindOfCare>(location.kinds_of_care(), "location.kinds_of_care",
                                                "DUPLICATE", violations);
}

void CheckContract(const v1::Contract& contract, call::Violations& violations) {
  call::CheckEachOnce<v1::Provider::KindOfCare>(contract.kinds_of_care(), "contract.kinds_of_care",
                                                "DUPLICATE", violations);
  if (call::ComesBefore(contract.end_date(), contract.start_date())) {
    violations.Add("contract.end_date", "CONTRACT_ENDS_BEFORE_START");
  }
  if (!framework::FrameworkVersionName::ParseLongOrShort(contract.framework_version()).ok()) {
    violations.Add("contract.framework_version", "INVALID_NAME", framework::kFrameworkVersionForms);
  }
}

}  // namespace waarborg::registry
