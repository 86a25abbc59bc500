#include "services/flow/contract_framework.h"

#include <set>
#include <utility>

#include "absl/strings/str_join.h"
#include "services/assessment/errors.h"
#include "services/ledger/page_scan.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"

namespace waarborg::flow {
namespace {

using registry::v1::Contract;

bool InForce(const Contract& contract, absl::CivilDay today) {
  if (ledger::DayOf(contract.start_date()) > today) return false;
  return !ledger::HasDate(contract.end_date()) || today <= ledger::DayOf(contract.end_date());
}

}  // namespace

absl::StatusOr<std::string> ContractFramework(const storage::Reader& reader,
                                              const registry::ProviderName& provider,
                                              registry::v1::LegalBasis basis, absl::CivilDay today) {
  ASSIGN_OR_RETURN(
      const ledger::PageOf<Contract> contracts,
      ledger::ListRecords(reader, registry::kContracts, provider.Key(),
                          call::Page{.size = call::kLargestPageSize, .next_key = "", .list = ""}));
  std::set<std::string> any_basis;
  std::set<std::string> this_basis;
  for (const Contract& contract : contracts.items) {
    if (!InForce(contract, today)) continue;
    any_basis.insert(contract.framework_version());
    if (contract.legal_basis() == basis) this_basis.insert(contract.framework_version());
  }
  const std::set<std::string>& named = this_basis.empty() ? any_basis : this_basis;
  constexpr absl::string_view kField = "assessment.framework_version";
  if (named.empty()) return assessment::errors::OfField(kField, "FRAMEWORK_REQUIRED");
  if (named.size() > 1) {
    return assessment::errors::OfField(kField, "FRAMEWORK_AMBIGUOUS", absl::StrJoin(named, ", "));
  }
  return *named.begin();
}

}  // namespace waarborg::flow
