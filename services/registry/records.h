#ifndef WAARBORG_SERVICES_REGISTRY_RECORDS_H_
#define WAARBORG_SERVICES_REGISTRY_RECORDS_H_

// The records of this room, and how to load them. A missing record is NOT_FOUND.

#include <string>

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "services/ledger/record_table.h"
#include "services/registry/names.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"
#include "waarborg/registry/v1/certificate.pb.h"
#include "waarborg/registry/v1/obligation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::registry {

inline constexpr ledger::RecordTable<v1::Region> kRegions{storage::tables::kRegion};

inline absl::StatusOr<v1::Region> Load(const storage::Reader& reader, const RegionName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Region> record,
                   storage::Table<v1::Region>(kRegions.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("REGION", name.ToString());
  return *std::move(record);
}

inline constexpr ledger::RecordTable<v1::PolicyVersion> kPolicyVersions{storage::tables::kPolicyVersion};

inline absl::StatusOr<v1::PolicyVersion> Load(const storage::Reader& reader, const PolicyVersionName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::PolicyVersion> record,
                   storage::Table<v1::PolicyVersion>(kPolicyVersions.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("POLICY_VERSION", name.ToString());
  return *std::move(record);
}

// The entry of a provider in the index by KvK number; "" for one without.
inline std::string KvkKey(absl::string_view region, absl::string_view kvk_number) {
  if (kvk_number.empty()) return "";
  return storage::KeyBuilder().Text(region).Text(kvk_number).Take();
}

inline std::string KvkKeyOf(absl::string_view, const v1::Provider& provider) {
  return KvkKey(call::RegionOf(provider.name()).value_or(""), provider.kvk_number());
}

inline constexpr ledger::RecordTable<v1::Provider> kProviders{storage::tables::kProvider,
                                                              storage::tables::kProviderByKvk, &KvkKeyOf};

inline absl::StatusOr<v1::Provider> Load(const storage::Reader& reader, const ProviderName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Provider> record,
                   storage::Table<v1::Provider>(kProviders.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("PROVIDER", name.ToString());
  return *std::move(record);
}

inline constexpr ledger::RecordTable<v1::Location> kLocations{storage::tables::kLocation};

inline absl::StatusOr<v1::Location> Load(const storage::Reader& reader, const LocationName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Location> record,
                   storage::Table<v1::Location>(kLocations.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("LOCATION", name.ToString());
  return *std::move(record);
}

inline constexpr ledger::RecordTable<v1::Contract> kContracts{storage::tables::kContract};

inline absl::StatusOr<v1::Contract> Load(const storage::Reader& reader, const ContractName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Contract> record,
                   storage::Table<v1::Contract>(kContracts.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("CONTRACT", name.ToString());
  return *std::move(record);
}

inline constexpr ledger::RecordTable<v1::Certificate> kCertificates{storage::tables::kCertificate};

inline absl::StatusOr<v1::Certificate> Load(const storage::Reader& reader, const CertificateName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Certificate> record,
                   storage::Table<v1::Certificate>(kCertificates.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("CERTIFICATE", name.ToString());
  return *std::move(record);
}

inline constexpr ledger::RecordTable<v1::Obligation> kObligations{storage::tables::kObligation};

inline absl::StatusOr<v1::Obligation> Load(const storage::Reader& reader, const ObligationName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Obligation> record,
                   storage::Table<v1::Obligation>(kObligations.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("OBLIGATION", name.ToString());
  return *std::move(record);
}

inline constexpr ledger::RecordTable<v1::ExternalJudgement> kExternalJudgements{
    storage::tables::kExternalJudgement};

inline absl::StatusOr<v1::ExternalJudgement> Load(const storage::Reader& reader,
                                                  const ExternalJudgementName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::ExternalJudgement> record,
                   storage::Table<v1::ExternalJudgement>(kExternalJudgements.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("EXTERNAL_JUDGEMENT", name.ToString());
  return *std::move(record);
}

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_RECORDS_H_
