#ifndef WAARBORG_TESTS_SERVICES_REGISTRY_CERTIFICATE_DESK_H_
#define WAARBORG_TESTS_SERVICES_REGISTRY_CERTIFICATE_DESK_H_

// The register's desk with one provider under contract and whoever has to do with its certificates. It is
// Monday 2 June 2025.

#include <string>
#include <utility>
#include <vector>

#include "services/ledger/time.h"
#include "services/registry/certificate_commands.h"
#include "services/registry/certificate_queries.h"
#include "services/registry/deadlines.h"
#include "services/registry/rules/day.h"
#include "tests/services/registry/registry_desk.h"

namespace waarborg::registry {

using CertificateOr = absl::StatusOr<v1::Certificate>;

inline constexpr char kFarm[] = "regions/nmd/providers/farm";
inline constexpr char kHkz[] = "regions/nmd/providers/farm/certificates/hkz";

class CertificateDesk : public RegistryDesk {
 protected:
  CertificateDesk() {
    PublishDkk();
    EXPECT_THAT(desk.Run(&CreateProvider, ProviderRequest("farm", "99900117"), administrator), IsOk());
    v1::CreateContractRequest contract;
    contract.set_parent(kFarm);
    contract.set_contract_id("assen");
    contract.mutable_contract()->set_commissioning_body("assen");
    contract.mutable_contract()->set_legal_basis(v1::LEGAL_BASIS_CONTRACT);
    contract.mutable_contract()->set_framework_version("dkk-2019");
    *contract.mutable_contract()->mutable_start_date() = ToDate(absl::CivilDay(2025, 1, 1));
    EXPECT_THAT(desk.Run(&CreateContract, contract, administrator), IsOk());
  }

  template <class Request>
  static Request Of(const std::string& name) {
    Request request;
    request.set_name(name);
    return request;
  }

  template <class Request>
  static void OnBehalf(Request& request) {
    request.mutable_on_behalf_of_provider()->set_document("brief van 30 mei");
    *request.mutable_on_behalf_of_provider()->mutable_date() = ToDate(absl::CivilDay(2025, 5, 30));
  }

  static v1::RegisterCertificateRequest Claim(const std::string& id, absl::CivilDay start,
                                              absl::CivilDay end) {
    v1::RegisterCertificateRequest request;
    request.set_parent(kFarm);
    request.set_certificate_id(id);
    v1::Certificate& certificate = *request.mutable_certificate();
    certificate.set_norm("hkz-small");
    certificate.add_kinds_of_care(v1::Provider::KIND_OF_CARE_GUIDANCE);
    certificate.set_scope("Individuele begeleiding");
    certificate.set_organisation("Zorgboerderij farm");
    certificate.mutable_certification_body()->set_title("Keurders BV");
    certificate.mutable_certification_body()->set_accredited(true);
    *certificate.mutable_start_date() = ToDate(start);
    *certificate.mutable_end_date() = ToDate(end);
    return request;
  }
  // From 1 September 2024 to 31 August 2027.
  static v1::RegisterCertificateRequest Claim(const std::string& id = "hkz") {
    return Claim(id, absl::CivilDay(2024, 9, 1), absl::CivilDay(2027, 8, 31));
  }

  static void Agree(v1::Consultation& consultation,
                    v1::Verification::Source source = v1::Verification::SOURCE_REGISTER) {
    consultation.set_source(source);
    consultation.set_dates_match(true);
    consultation.set_organisation_matches(true);
    consultation.set_scope_matches(true);
    consultation.set_note("register van 2 juni");
  }

  CertificateOr Register(const v1::RegisterCertificateRequest& request) {
    return desk.Run(&RegisterCertificate, request, provider);
  }
  CertificateOr Verify(const std::string& name = kHkz) {
    auto request = Of<v1::VerifyCertificateRequest>(name);
    Agree(*request.mutable_consultation());
    return desk.Run(&VerifyCertificate, request, manager);
  }
  CertificateOr Suspend(bool told = false) {
    auto request = Of<v1::SuspendCertificateRequest>(kHkz);
    request.set_source(v1::Verification::SOURCE_CERTIFICATION_BODY);
    request.set_told_by_provider(told);
    request.set_reason("audit niet toegestaan");
    return desk.Run(&SuspendCertificate, request, manager);
  }
  CertificateOr Reinstate() {
    auto request = Of<v1::ReinstateCertificateRequest>(kHkz);
    Agree(*request.mutable_consultation());
    request.set_reason("audit alsnog gehouden");
    return desk.Run(&ReinstateCertificate, request, manager);
  }
  void WalkToValid() {
    ASSERT_THAT(Register(Claim()), IsOk());
    ASSERT_THAT(Verify(), IsOk());
  }

  v1::Certificate Stored(const std::string& name = kHkz) {
    return desk.Ask(&GetCertificate, Of<v1::GetCertificateRequest>(name), manager)
        .value_or(v1::Certificate());
  }

  // Lets the clock stand at nine o'clock of a day, and the timer look once; gives how many fired.
  int WaitUntil(absl::CivilDay day) {
    desk.clock.Set(ledger::EndOfDay(day - 1) + absl::Hours(9));
    const absl::StatusOr<int> fired = desk.RunDeadlines(Deadlines());
    EXPECT_THAT(fired, IsOk());
    return fired.value_or(-1);
  }

  call::Caller provider = testing::Desk::As("farmer", {team::v1::ROLE_PROVIDER_USER}, kFarm);
  call::Caller other_provider =
      testing::Desk::As("stranger", {team::v1::ROLE_PROVIDER_USER}, "regions/nmd/providers/other");
  call::Caller manager = testing::Desk::As("quality-manager", {team::v1::ROLE_QUALITY_MANAGER});
  call::Caller contract_manager = testing::Desk::As("contract-manager", {team::v1::ROLE_CONTRACT_MANAGER});
  call::Caller auditor = testing::Desk::As("auditor", {team::v1::ROLE_AUDITOR});
};

}  // namespace waarborg::registry

#endif  // WAARBORG_TESTS_SERVICES_REGISTRY_CERTIFICATE_DESK_H_
