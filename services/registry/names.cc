#include "services/registry/names.h"

#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/call/error.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"

namespace waarborg::registry {
namespace {

constexpr absl::string_view kPolicyVersionPattern = "regions/*/policyVersions/*";

}  // namespace

absl::StatusOr<RegionName> RegionName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*"));
  return RegionName{.region = std::move(ids[0])};
}

std::string RegionName::ToString() const { return absl::StrCat("regions/", region); }

std::string RegionName::Key() const { return storage::KeyBuilder().Text(region).Take(); }

absl::StatusOr<PolicyVersionName> PolicyVersionName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, kPolicyVersionPattern));
  std::int64_t version = 0;
  if (absl::SimpleAtoi(ids[1], &version) && version > 0 && absl::StrCat(version) == ids[1]) {
    return PolicyVersionName{.region = std::move(ids[0]), .version = version};
  }
  call::Violations violations;
  violations.Add("name", "INVALID_NAME", kPolicyVersionPattern);
  return violations.ToStatus();
}

std::string PolicyVersionName::ToString() const {
  return absl::StrCat("regions/", region, "/policyVersions/", version);
}

std::string PolicyVersionName::Key() const {
  return storage::KeyBuilder().Text(region).Number(static_cast<std::uint64_t>(version)).Take();
}

absl::StatusOr<ProviderName> ProviderName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/providers/*"));
  return ProviderName{.region = std::move(ids[0]), .provider = std::move(ids[1])};
}

std::string ProviderName::ToString() const {
  return absl::StrCat("regions/", region, "/providers/", provider);
}

std::string ProviderName::Key() const { return storage::KeyBuilder().Text(region).Text(provider).Take(); }

absl::StatusOr<LocationName> LocationName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/providers/*/locations/*"));
  return LocationName{
      .region = std::move(ids[0]), .provider = std::move(ids[1]), .location = std::move(ids[2])};
}

std::string LocationName::ToString() const {
  return absl::StrCat("regions/", region, "/providers/", provider, "/locations/", location);
}

std::string LocationName::Key() const {
  return storage::KeyBuilder().Text(region).Text(provider).Text(location).Take();
}

absl::StatusOr<ContractName> ContractName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/providers/*/contracts/*"));
  return ContractName{
      .region = std::move(ids[0]), .provider = std::move(ids[1]), .contract = std::move(ids[2])};
}

std::string ContractName::ToString() const {
  return absl::StrCat("regions/", region, "/providers/", provider, "/contracts/", contract);
}

std::string ContractName::Key() const {
  return storage::KeyBuilder().Text(region).Text(provider).Text(contract).Take();
}

absl::StatusOr<CertificateName> CertificateName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids,
                   call::ParseName(name, "regions/*/providers/*/certificates/*"));
  return CertificateName{
      .region = std::move(ids[0]), .provider = std::move(ids[1]), .certificate = std::move(ids[2])};
}

std::string CertificateName::ToString() const {
  return absl::StrCat("regions/", region, "/providers/", provider, "/certificates/", certificate);
}

std::string CertificateName::Key() const {
  return storage::KeyBuilder().Text(region).Text(provider).Text(certificate).Take();
}

absl::StatusOr<ObligationName> ObligationName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids,
                   call::ParseName(name, "regions/*/providers/*/obligations/*"));
  return ObligationName{
      .region = std::move(ids[0]), .provider = std::move(ids[1]), .obligation = std::move(ids[2])};
}

std::string ObligationName::ToString() const {
  return absl::StrCat("regions/", region, "/providers/", provider, "/obligations/", obligation);
}

std::string ObligationName::Key() const {
  return storage::KeyBuilder().Text(region).Text(provider).Text(obligation).Take();
}

absl::StatusOr<ExternalJudgementName> ExternalJudgementName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids,
                   call::ParseName(name, "regions/*/providers/*/externalJudgements/*"));
  return ExternalJudgementName{
      .region = std::move(ids[0]), .provider = std::move(ids[1]), .judgement = std::move(ids[2])};
}

std::string ExternalJudgementName::ToString() const {
  return absl::StrCat("regions/", region, "/providers/", provider, "/externalJudgements/", judgement);
}

std::string ExternalJudgementName::Key() const {
  return storage::KeyBuilder().Text(region).Text(provider).Text(judgement).Take();
}

}  // namespace waarborg::registry
