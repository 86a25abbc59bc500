#include "services/registry/changes.h"

#include <cstdint>
#include <string>

#include "services/call/etag.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"

namespace waarborg::registry {
namespace {

using team::v1::Role;

// Who sets up the register, the most specific role first.
constexpr Role kKeepers[] = {Role::ROLE_ADMINISTRATOR, Role::ROLE_CONTRACT_MANAGER,
                             Role::ROLE_QUALITY_MANAGER};

// Reference 4.3 and 4.2: at most two re-assessments a plan, PARTLY sends it back once, two returns.
constexpr std::int32_t kReAssessments = 2;
constexpr std::int32_t kPartialResults = 1;
constexpr std::int32_t kReturns = 2;

void FillCounts(v1::PolicyVersion& policy) {
  if (policy.re_assessments_per_plan() == 0) policy.set_re_assessments_per_plan(kReAssessments);
  if (policy.partial_results_per_plan() == 0) policy.set_partial_results_per_plan(kPartialResults);
  if (policy.returns_before_giving_up() == 0) policy.set_returns_before_giving_up(kReturns);
}

std::string ProviderOf(const std::string& region, const std::string& provider) {
  return ProviderName{.region = region, .provider = provider}.ToString();
}

}  // namespace

ledger::Fact FactOf(const ledger::UnitOfWork& unit, absl::string_view kind, absl::string_view resource,
                    absl::string_view provider) {
  ledger::Fact fact;
  fact.kind = std::string(kind);
  fact.resource = std::string(resource);
  fact.provider = std::string(provider);
  fact.role = unit.call().caller.FirstOf(kKeepers);
  return fact;
}

absl::StatusOr<v1::Region> PutNewRegion(ledger::UnitOfWork& unit, const RegionName& name, v1::Region region,
                                        const PolicyVersionName& policy) {
  region.set_name(name.ToString());
  region.set_current_policy(policy.ToString());
  region.set_etag(call::NextEtag(""));
  *region.mutable_create_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kRegions, name.Key(), region));
  unit.Record(FactOf(unit, "RegionCreated", region.name(), ""));
  return region;
}

absl::StatusOr<v1::PolicyVersion> PutPolicyVersion(ledger::UnitOfWork& unit, const PolicyVersionName& name,
                                                   v1::PolicyVersion policy, absl::string_view reason) {
  policy.set_name(name.ToString());
  FillCounts(policy);
  *policy.mutable_publish_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kPolicyVersions, name.Key(), policy));
  ledger::Fact fact = FactOf(unit, "PolicyVersionPublished", policy.name(), "");
  fact.reason = std::string(reason);
  unit.Record(std::move(fact));
  return policy;
}

absl::Status PointAtPolicy(ledger::UnitOfWork& unit, const RegionName& name, v1::Region region,
                           const PolicyVersionName& policy, absl::string_view reason) {
  region.set_current_policy(policy.ToString());
  region.set_etag(call::NextEtag(region.etag()));
  RETURN_IF_ERROR(unit.Put(kRegions, name.Key(), region));
  ledger::Fact fact = FactOf(unit, "CurrentPolicyChanged", region.name(), "");
  fact.reason = std::string(reason);
  unit.Record(std::move(fact));
  return absl::OkStatus();
}

absl::StatusOr<v1::Provider> PutProvider(ledger::UnitOfWork& unit, const ProviderName& name,
                                         v1::Provider provider, const v1::Provider* stored) {
  provider.set_name(name.ToString());
  provider.set_etag(call::NextEtag(stored == nullptr ? "" : stored->etag()));
  *provider.mutable_update_time() = ledger::Stamp(unit.now());
  *provider.mutable_create_time() = stored == nullptr ? provider.update_time() : stored->create_time();
  RETURN_IF_ERROR(unit.Put(kProviders, name.Key(), provider));
  unit.Record(FactOf(unit, stored == nullptr ? "ProviderCreated" : "ProviderChanged", provider.name(),
                     provider.name()));
  return provider;
}

absl::StatusOr<v1::Location> PutNewLocation(ledger::UnitOfWork& unit, const LocationName& name,
                                            v1::Location location) {
  location.set_name(name.ToString());
  location.set_etag(call::NextEtag(""));
  *location.mutable_create_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kLocations, name.Key(), location));
  unit.Record(FactOf(unit, "LocationCreated", location.name(), ProviderOf(name.region, name.provider)));
  return location;
}

absl::StatusOr<v1::Contract> PutNewContract(ledger::UnitOfWork& unit, const ContractName& name,
                                            v1::Contract contract) {
  contract.set_name(name.ToString());
  contract.set_etag(call::NextEtag(""));
  *contract.mutable_create_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kContracts, name.Key(), contract));
  unit.Record(FactOf(unit, "ContractCreated", contract.name(), ProviderOf(name.region, name.provider)));
  return contract;
}

}  // namespace waarborg::registry
