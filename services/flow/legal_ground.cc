#include "services/flow/legal_ground.h"

#include <string>

#include "services/assessment/errors.h"
#include "services/assessment/records.h"
#include "services/assessment/rules/lifecycle.h"
#include "services/call/page.h"
#include "services/ledger/page_scan.h"
#include "services/registry/names.h"
#include "services/registry/rules/legal_ground.h"
#include "storage/keys.h"

namespace waarborg::flow {
using assessment::v1::Assessment;

assessment::Faults LegalBasisFaults(const registry::v1::Region& region,
                                    const registry::v1::Provider& provider, const Assessment& wish) {
  assessment::Faults faults;
  for (const registry::LegalGroundFault& fault :
       registry::LegalGroundFaults(region, provider, wish.legal_basis())) {
    faults.push_back({"assessment.legal_basis", std::string(fault.reason), fault.detail});
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
