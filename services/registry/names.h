#ifndef WAARBORG_SERVICES_REGISTRY_NAMES_H_
#define WAARBORG_SERVICES_REGISTRY_NAMES_H_

// Resource names of this room: parsed here, made here, and turned into store keys here.

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::registry {

// `regions/{region}`.
struct RegionName {
  std::string region;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<RegionName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const RegionName&) const = default;
};

// `regions/{region}/policyVersions/{version}`. Versions count from 1, and their keys sort as numbers.
struct PolicyVersionName {
  std::string region;
  std::int64_t version = 0;

  // INVALID_ARGUMENT (INVALID_NAME), also for a version that is no positive number without leading zeros.
  static absl::StatusOr<PolicyVersionName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const PolicyVersionName&) const = default;
};

// `regions/{region}/providers/{provider}`.
struct ProviderName {
  std::string region, provider;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<ProviderName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const ProviderName&) const = default;
};

// `regions/{region}/providers/{provider}/locations/{location}`.
struct LocationName {
  std::string region, provider, location;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<LocationName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const LocationName&) const = default;
};

// `regions/{region}/providers/{provider}/contracts/{contract}`.
struct ContractName {
  std::string region, provider, contract;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<ContractName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const ContractName&) const = default;
};

// `regions/{region}/providers/{provider}/certificates/{certificate}`.
struct CertificateName {
  std::string region, provider, certificate;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<CertificateName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  [[nodiscard]] ProviderName Owner() const { return {.region = region, .provider = provider}; }
  bool operator==(const CertificateName&) const = default;
};

// `regions/{region}/providers/{provider}/obligations/{obligation}`.
struct ObligationName {
  std::string region, provider, obligation;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<ObligationName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  [[nodiscard]] ProviderName Owner() const { return {.region = region, .provider = provider}; }
  bool operator==(const ObligationName&) const = default;
};

// `regions/{region}/providers/{provider}/externalJudgements/{judgement}`.
struct ExternalJudgementName {
  std::string region, provider, judgement;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<ExternalJudgementName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  [[nodiscard]] ProviderName Owner() const { return {.region = region, .provider = provider}; }
  bool operator==(const ExternalJudgementName&) const = default;
};

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_NAMES_H_
