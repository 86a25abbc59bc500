#include "services/call/error.h"
#include "services/language/status_macros.h"
#include "services/registry/changes.h"
#include "services/registry/commands.h"
#include "services/registry/errors.h"
#include "services/registry/obligation_changes.h"
#include "services/registry/records.h"
#include "services/registry/request_faults.h"

namespace waarborg::registry {
namespace {

absl::Status CheckKvkNumberIsFree(const ledger::UnitOfWork& unit, const std::string& region,
                                  const std::string& kvk_number) {
  if (kvk_number.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::optional<std::string> holder,
                   unit.reader().Get(kProviders.index_id, KvkKey(region, kvk_number)));
  return holder.has_value() ? errors::KvkNumberExists(kvk_number, region) : absl::OkStatus();
}

}  // namespace

void CheckMeaning(const v1::CreateProviderRequest& request, call::Violations& violations) {
  CheckChosenId("provider_id", request.provider_id(), violations);
  CheckProvider(request.provider(), violations);
}

absl::StatusOr<v1::Provider> CreateProvider(ledger::UnitOfWork& unit,
                                            const v1::CreateProviderRequest& request) {
  ASSIGN_OR_RETURN(const RegionName region, RegionName::Parse(request.parent()));
  call::Violations violations;
  CheckMeaning(request, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  RETURN_IF_ERROR(Load(unit.reader(), region).status());
  const ProviderName name{.region = region.region, .provider = request.provider_id()};
  ASSIGN_OR_RETURN(const std::optional<v1::Provider> stored, unit.Get(kProviders, name.Key()));
  if (stored.has_value()) return call::error::Exists("PROVIDER", name.ToString());
  RETURN_IF_ERROR(CheckKvkNumberIsFree(unit, region.region, request.provider().kvk_number()));
  ASSIGN_OR_RETURN(v1::Provider provider, PutProvider(unit, name, request.provider(), nullptr));
  RETURN_IF_ERROR(OpenMissing(unit, name, provider).status());
  return provider;
}

}  // namespace waarborg::registry
