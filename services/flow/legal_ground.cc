#include "services/flow/legal_ground.h"

#include <algorithm>
#include <string>

#include "services/assessment/errors.h"
#include "services/assessment/records.h"
#include "services/assessment/rules/lifecycle.h"
#include "services/call/page.h"
#include "services/ledger/page_scan.h"
#include "services/registry/names.h"
#include "storage/keys.h"

namespace waarborg::flow {
namespace {

using assessment::v1::Assessment;
using registry::v1::Provider;

bool IsYouthCare(int kind) {
  return kind == Provider::KIND_OF_CARE_YOUTH_TREATMENT || kind == Provider::KIND_OF_CARE_YOUTH_HELP;
}

// Residence goes with either; who gives other care too can be supervised on that.
bool GivesYouthCareOnly(const Provider& provider) {
  const auto& kinds = provider.kinds_of_care();
  return std::any_of(kinds.begin(), kinds.end(), IsYouthCare) &&
         std::all_of(kinds.begin(), kinds.end(),
                     [](int kind) { return IsYouthCare(kind) || kind == Provider::KIND_OF_CARE_RESIDENCE; });
}

bool HoldsInRegion(const registry::v1::Region& region, registry::v1::LegalBasis basis) {
  if (basis == registry::v1::LEGAL_BASIS_WLZ_CONTRACT) {
    return region.kind() == registry::v1::Region::KIND_CARE_OFFICE;
  }
  return basis != registry::v1::LEGAL_BASIS_WMO_SUPERVISION ||
         region.kind() != registry::v1::Region::KIND_CARE_OFFICE;
}

}  // namespace

assessment::Faults LegalBasisFaults(const registry::v1::Region& region, const Provider& provider,
                                    const Assessment& wish) {
  constexpr absl::string_view kField = "assessment.legal_basis";
  assessment::Faults faults;
  if (!HoldsInRegion(region, wish.legal_basis())) {
    faults.push_back({std::string(kField), "LEGAL_BASIS_NOT_IN_REGION", region.name()});
  }
  if (wish.legal_basis() == registry::v1::LEGAL_BASIS_WMO_SUPERVISION && GivesYouthCareOnly(provider)) {
    faults.push_back({std::string(kField), "YOUTH_RUNS_ON_CONTRACT", provider.name()});
  }
  return faults;
}

absl::Status CheckFirst(const storage::Reader& reader, const Assessment& wish) {
  if (!wish.first_assessment()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const registry::ProviderName name, registry::ProviderName::Parse(wish.provider()));
  const std::string prefix = storage::KeyBuilder().Text(name.region).Text(wish.provider()).Take();
  call::Page page{.size = call::kLargestPageSize, .next_key = "", .list = ""};
  while (true) {
    ASSIGN_OR_RETURN(const ledger::PageOf<Assessment> earlier,
                     ledger::ListByIndex(reader, assessment::kAssessments, prefix, page));
    for (const Assessment& each : earlier.items) {
      if (!assessment::kDecided.Contains(each.state())) continue;
      return assessment::errors::OfField("assessment.first_assessment", "ASSESSED_BEFORE", each.name());
    }
    if (earlier.next_page_token.empty()) return absl::OkStatus();
    ASSIGN_OR_RETURN(page, call::ParsePage(page.size, earlier.next_page_token, page.list));
  }
}

}  // namespace waarborg::flow
