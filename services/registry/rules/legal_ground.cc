#include "services/registry/rules/legal_ground.h"

#include <algorithm>

namespace waarborg::registry {
namespace {

bool IsYouthCare(int kind) {
  return kind == v1::Provider::KIND_OF_CARE_YOUTH_TREATMENT || kind == v1::Provider::KIND_OF_CARE_YOUTH_HELP;
}

// Residence goes with either; who gives other care too can be supervised on that.
bool GivesYouthCareOnly(const v1::Provider& provider) {
  const auto& kinds = provider.kinds_of_care();
  return std::any_of(kinds.begin(), kinds.end(), IsYouthCare) &&
         std::all_of(kinds.begin(), kinds.end(), [](int kind) {
           return IsYouthCare(kind) || kind == v1::Provider::KIND_OF_CARE_RESIDENCE;
         });
}

bool HoldsInRegion(const v1::Region& region, v1::LegalBasis basis) {
  if (basis == v1::LEGAL_BASIS_WLZ_CONTRACT) return region.kind() == v1::Region::KIND_CARE_OFFICE;
  return basis != v1::LEGAL_BASIS_WMO_SUPERVISION || region.kind() != v1::Region::KIND_CARE_OFFICE;
}

}  // namespace

std::vector<LegalGroundFault> LegalGroundFaults(const v1::Region& region, const v1::Provider& provider,
                                                v1::LegalBasis basis) {
  std::vector<LegalGroundFault> faults;
  if (!HoldsInRegion(region, basis)) faults.push_back({"LEGAL_BASIS_NOT_IN_REGION", region.name()});
  if (basis == v1::LEGAL_BASIS_WMO_SUPERVISION && GivesYouthCareOnly(provider)) {
    faults.push_back({"YOUTH_RUNS_ON_CONTRACT", provider.name()});
  }
  return faults;
}

}  // namespace waarborg::registry
