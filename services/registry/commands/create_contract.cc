#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/call/page.h"
#include "services/framework/records.h"
#include "services/language/status_macros.h"
#include "services/ledger/page_scan.h"
#include "services/ledger/time.h"
#include "services/registry/changes.h"
#include "services/registry/commands.h"
#include "services/registry/errors.h"
#include "services/registry/records.h"
#include "services/registry/request_faults.h"
#include "services/registry/rules/provider.h"

namespace waarborg::registry {
namespace {

absl::Status CheckCommissioningBody(const v1::Region& region, const std::string& id) {
  std::vector<std::string> known;
  for (const v1::CommissioningBody& body : region.commissioning_bodies()) known.push_back(body.id());
  if (std::find(known.begin(), known.end(), id) != known.end()) return absl::OkStatus();
  return errors::CommissioningBodyNotFound(id, region.name(), absl::StrJoin(known, ", "));
}

// The contract keeps the version by its long name and by the hash of what it says.
absl::Status PinFramework(const ledger::UnitOfWork& unit, v1::Contract& contract) {
  ASSIGN_OR_RETURN(const framework::FrameworkVersionName name,
                   framework::FrameworkVersionName::ParseLongOrShort(contract.framework_version()));
  ASSIGN_OR_RETURN(const framework::v1::FrameworkVersion version, framework::Load(unit.reader(), name));
  contract.set_framework_version(version.name());
  contract.set_framework_hash(version.content_hash());
  return absl::OkStatus();
}

// Whether there is a day on which both are in force; a contract without an end goes on for ever.
bool Overlap(const v1::Contract& a, const v1::Contract& b) {
  const auto starts_in_time = [](const v1::Contract& one, const v1::Contract& other) {
    return !ledger::HasDate(other.end_date()) ||
           ledger::DayOf(one.start_date()) <= ledger::DayOf(other.end_date());
  };
  return starts_in_time(a, b) && starts_in_time(b, a);
}

// One contract at a time with each commissioning body.
absl::Status CheckNoneInForce(const storage::Reader& reader, const ProviderName& provider,
                              const v1::Contract& wanted) {
  constexpr absl::string_view kList = "contracts";
  std::string next;
  do {
    ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(call::kLargestPageSize, next, kList));
    ASSIGN_OR_RETURN(const ledger::PageOf<v1::Contract> contracts,
                     ledger::ListRecords(reader, kContracts, provider.Key(), page));
    for (const v1::Contract& contract : contracts.items) {
      if (contract.commissioning_body() != wanted.commissioning_body() || !Overlap(contract, wanted))
        continue;
      return errors::ContractInForceExists(contract.name(), wanted.commissioning_body());
    }
    next = contracts.next_page_token;
  } while (!next.empty());
  return absl::OkStatus();
}

// Nothing stands in the way of a contract with this name.
absl::Status CheckRoom(const ledger::UnitOfWork& unit, const ContractName& name, const ProviderName& provider,
                       const v1::Contract& wanted) {
  ASSIGN_OR_RETURN(const std::optional<v1::Contract> stored, unit.Get(kContracts, name.Key()));
  if (stored.has_value()) return call::error::Exists("CONTRACT", name.ToString());
  return CheckNoneInForce(unit.reader(), provider, wanted);
}

}  // namespace

void CheckMeaning(const v1::CreateContractRequest& request, call::Violations& violations) {
  CheckChosenId("contract_id", request.contract_id(), violations);
  CheckContract(request.contract(), violations);
}

absl::StatusOr<v1::Contract> CreateContract(ledger::UnitOfWork& unit,
                                            const v1::CreateContractRequest& request) {
  ASSIGN_OR_RETURN(const ProviderName provider_name, ProviderName::Parse(request.parent()));
  call::Violations violations;
  CheckMeaning(request, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  ASSIGN_OR_RETURN(const v1::Provider provider, Load(unit.reader(), provider_name));
  if (IsRelative(provider.profile())) {
    return errors::ContractNotForProfile(provider.name(), call::CodeOf(provider.profile()));
  }
  ASSIGN_OR_RETURN(const v1::Region region, Load(unit.reader(), RegionName{.region = provider_name.region}));
  RETURN_IF_ERROR(CheckCommissioningBody(region, request.contract().commissioning_body()));
  v1::Contract contract = request.contract();
  RETURN_IF_ERROR(PinFramework(unit, contract));
  const ContractName name{
      .region = provider_name.region, .provider = provider_name.provider, .contract = request.contract_id()};
  RETURN_IF_ERROR(CheckRoom(unit, name, provider_name, contract));
  return PutNewContract(unit, name, std::move(contract));
}

}  // namespace waarborg::registry
