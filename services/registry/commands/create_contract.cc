#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/framework/records.h"
#include "services/language/status_macros.h"
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
  const absl::StatusOr<framework::FrameworkVersionName> name =
      framework::FrameworkVersionName::ParseLongOrShort(contract.framework_version());
  if (!name.ok()) {
    call::Violations violations;
    violations.Add("contract.framework_version", "INVALID_NAME", framework::kFrameworkVersionForms);
    return violations.ToStatus();
  }
  ASSIGN_OR_RETURN(const framework::v1::FrameworkVersion version, framework::Load(unit.reader(), *name));
  contract.set_framework_version(version.name());
  contract.set_framework_hash(version.content_hash());
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::Contract> CreateContract(ledger::UnitOfWork& unit,
                                            const v1::CreateContractRequest& request) {
  ASSIGN_OR_RETURN(const ProviderName provider_name, ProviderName::Parse(request.parent()));
  call::Violations violations;
  CheckChosenId("contract_id", request.contract_id(), violations);
  CheckContract(request.contract(), violations);
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
  ASSIGN_OR_RETURN(const std::optional<v1::Contract> stored, unit.Get(kContracts, name.Key()));
  if (stored.has_value()) return call::error::Exists("CONTRACT", name.ToString());
  return PutNewContract(unit, name, std::move(contract));
}

}  // namespace waarborg::registry
