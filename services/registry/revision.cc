#include "services/registry/revision.h"

#include <utility>

#include "services/call/authorization.h"
#include "services/call/etag.h"
#include "services/language/status_macros.h"
#include "services/ledger/follow.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"
#include "services/registry/rules/catalogue.h"
#include "services/registry/rules/lifecycle.h"
#include "services/registry/visibility.h"

namespace waarborg::registry {
namespace {

// What belongs to a record of this room that has a life of its own.
template <class Record>
struct Kind;

template <>
struct Kind<v1::Certificate> {
  using Name = CertificateName;
  static constexpr const auto& kTable = kCertificates;
  static constexpr const auto& kLifecycle = kCertificateLifecycle;
};

template <>
struct Kind<v1::Obligation> {
  using Name = ObligationName;
  static constexpr const auto& kTable = kObligations;
  static constexpr const auto& kLifecycle = kObligationLifecycle;
};

template <>
struct Kind<v1::ExternalJudgement> {
  using Name = ExternalJudgementName;
  static constexpr const auto& kTable = kExternalJudgements;
  static constexpr const auto& kLifecycle = kExternalJudgementLifecycle;
};

template <class Record>
absl::StatusOr<Record> Open(const ledger::UnitOfWork& unit, absl::string_view name, absl::string_view etag) {
  ASSIGN_OR_RETURN(const typename Kind<Record>::Name parsed, Kind<Record>::Name::Parse(name));
  RETURN_IF_ERROR(call::CheckOwnProvider(unit.call().caller, parsed.Owner().ToString()));
  ASSIGN_OR_RETURN(Record record, Load(unit.reader(), parsed));
  RETURN_IF_ERROR(call::CheckEtag(record.name(), etag, record.etag()));
  return record;
}

template <class Record>
absl::StatusOr<ledger::Fact> FollowTable(const ledger::UnitOfWork& unit, Record& record,
                                         absl::string_view event) {
  ASSIGN_OR_RETURN(const typename Kind<Record>::Name name, Kind<Record>::Name::Parse(record.name()));
  ASSIGN_OR_RETURN(auto followed, ledger::Follow(unit, Kind<Record>::kLifecycle, record.state(), event,
                                                 record.name(), name.Owner().ToString()));
  record.set_state(followed.to);
  return std::move(followed.fact);
}

template <class Record>
absl::StatusOr<Record> Keep(ledger::UnitOfWork& unit, Record record, ledger::Fact fact) {
  ASSIGN_OR_RETURN(const typename Kind<Record>::Name name, Kind<Record>::Name::Parse(record.name()));
  record.set_etag(call::NextEtag(record.etag()));
  *record.mutable_update_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(Kind<Record>::kTable, name.Key(), record));
  unit.Record(std::move(fact));
  return record;
}

}  // namespace

absl::StatusOr<v1::Certificate> OpenCertificate(const ledger::UnitOfWork& unit, absl::string_view name,
                                                absl::string_view etag) {
  return Open<v1::Certificate>(unit, name, etag);
}

absl::StatusOr<v1::Obligation> OpenObligation(const ledger::UnitOfWork& unit, absl::string_view name,
                                              absl::string_view etag) {
  return Open<v1::Obligation>(unit, name, etag);
}

absl::StatusOr<v1::ExternalJudgement> OpenJudgement(const ledger::UnitOfWork& unit, absl::string_view name,
                                                    absl::string_view etag) {
  return Open<v1::ExternalJudgement>(unit, name, etag);
}

absl::StatusOr<ledger::Fact> FollowCertificate(const ledger::UnitOfWork& unit, v1::Certificate& certificate,
                                               absl::string_view event) {
  return FollowTable(unit, certificate, event);
}

absl::StatusOr<ledger::Fact> FollowObligation(const ledger::UnitOfWork& unit, v1::Obligation& obligation,
                                              absl::string_view event) {
  return FollowTable(unit, obligation, event);
}

absl::StatusOr<ledger::Fact> FollowJudgement(const ledger::UnitOfWork& unit, v1::ExternalJudgement& judgement,
                                             absl::string_view event) {
  return FollowTable(unit, judgement, event);
}

absl::StatusOr<v1::Certificate> KeepCertificate(ledger::UnitOfWork& unit, v1::Certificate certificate,
                                                ledger::Fact fact) {
  ASSIGN_OR_RETURN(v1::Certificate kept, Keep(unit, std::move(certificate), std::move(fact)));
  return VisibleTo(unit.call().caller, std::move(kept));
}

absl::StatusOr<v1::Obligation> KeepObligation(ledger::UnitOfWork& unit, v1::Obligation obligation,
                                              ledger::Fact fact) {
  ASSIGN_OR_RETURN(v1::Obligation kept, Keep(unit, std::move(obligation), std::move(fact)));
  return VisibleTo(unit.call().caller, std::move(kept));
}

absl::StatusOr<v1::ExternalJudgement> KeepJudgement(ledger::UnitOfWork& unit, v1::ExternalJudgement judgement,
                                                    ledger::Fact fact) {
  return Keep(unit, std::move(judgement), std::move(fact));
}

void NoteProvidersAct(const ledger::UnitOfWork& unit, const team::v1::OnBehalfOfProvider* on_behalf,
                      ledger::Fact& fact, call::Violations& violations) {
  const bool by_provider = fact.role == call::Role::ROLE_PROVIDER_USER;
  if (by_provider && on_behalf != nullptr) violations.Add("on_behalf_of_provider", "ON_BEHALF_NOT_ALLOWED");
  if (!by_provider && on_behalf == nullptr) violations.Add("on_behalf_of_provider", "ON_BEHALF_REQUIRED");
  const absl::CivilDay today = ledger::Today(unit.now());
  if (on_behalf != nullptr && ledger::DayOf(on_behalf->date()) > today) {
    violations.Add("on_behalf_of_provider.date", "DATE_IN_FUTURE", absl::FormatCivilTime(today));
  }
  if (!by_provider) fact.on_behalf_of = fact.provider;
}

absl::StatusOr<v1::PolicyVersion> PolicyInForce(const storage::Reader& reader, const std::string& region) {
  ASSIGN_OR_RETURN(const v1::Region record, Load(reader, RegionName{.region = region}));
  ASSIGN_OR_RETURN(const PolicyVersionName name, PolicyVersionName::Parse(record.current_policy()));
  return Load(reader, name);
}

absl::StatusOr<v1::CertificatePolicy> CertificatePolicyFor(const ledger::UnitOfWork& unit,
                                                           const v1::Certificate& certificate) {
  ASSIGN_OR_RETURN(const CertificateName name, CertificateName::Parse(certificate.name()));
  ASSIGN_OR_RETURN(const v1::PolicyVersion policy, PolicyInForce(unit.reader(), name.region));
  return CertificatesOf(policy);
}

absl::StatusOr<v1::Provider> OwnProvider(const ledger::UnitOfWork& unit, const ProviderName& name) {
  RETURN_IF_ERROR(call::CheckOwnProvider(unit.call().caller, name.ToString()));
  return Load(unit.reader(), name);
}

}  // namespace waarborg::registry
