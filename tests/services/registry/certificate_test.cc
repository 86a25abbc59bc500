#include "tests/services/registry/certificate_desk.h"

namespace waarborg::registry {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class CertificateTest : public CertificateDesk {
 protected:
  static v1::AnnounceAppointmentRequest Appointment() {
    v1::AnnounceAppointmentRequest request;
    request.set_parent(kFarm);
    request.set_certificate_id("hkz");
    request.set_norm("hkz-small");
    request.set_certification_body("Keurders BV");
    *request.mutable_appointment_date() = ToDate(absl::CivilDay(2025, 9, 1));
    return request;
  }
};

TEST_F(CertificateTest, AnAppointmentIsAnnouncedAndTakenUp) {
  const CertificateOr announced = desk.Run(&AnnounceAppointment, Appointment(), provider);
  ASSERT_THAT(announced, IsOk());
  EXPECT_EQ(announced->name(), kHkz);
  EXPECT_EQ(announced->state(), v1::Certificate::STATE_APPOINTMENT_MADE);
  EXPECT_EQ(desk.LastEvent().kind(), "AppointmentAnnounced");
  EXPECT_EQ(desk.LastEvent().provider(), kFarm);

  const CertificateOr claimed = Register(Claim());
  ASSERT_THAT(claimed, IsOk());
  EXPECT_EQ(claimed->state(), v1::Certificate::STATE_CLAIMED);
  EXPECT_EQ(claimed->appointment_date().month(), 9);
  EXPECT_TRUE(claimed->certification_body().accredited());
  EXPECT_EQ(claimed->create_time().seconds(), announced->create_time().seconds());
  EXPECT_EQ(desk.LastEvent().from_state(), "APPOINTMENT_MADE");
}

TEST_F(CertificateTest, AnAppointmentIsForWhoIsNotCertifiedForTheNormYet) {
  WalkToValid();
  v1::AnnounceAppointmentRequest request = Appointment();
  request.set_certificate_id("again");
  EXPECT_THAT(desk.Run(&AnnounceAppointment, request, provider), ReasonIs("NORM_CERTIFIED"));
  request.set_norm("nen-7510");
  EXPECT_THAT(desk.Run(&AnnounceAppointment, request, provider), IsOk());
}

TEST_F(CertificateTest, ANewOneNeedsNoAppointmentAndNoId) {
  v1::RegisterCertificateRequest request = Claim("");
  const CertificateOr claimed = Register(request);
  ASSERT_THAT(claimed, IsOk());
  EXPECT_EQ(claimed->name().size(), std::string(kFarm).size() + std::string("/certificates/").size() + 26);
}

TEST_F(CertificateTest, AnIdThatIsTakenIsNotGivenAgain) {
  ASSERT_THAT(Register(Claim()), IsOk());
  const CertificateOr again = Register(Claim());
  EXPECT_THAT(again, StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_THAT(again, ReasonIs("CERTIFICATE_EXISTS"));
  EXPECT_THAT(desk.Run(&AnnounceAppointment, Appointment(), provider), ReasonIs("CERTIFICATE_EXISTS"));
}

TEST_F(CertificateTest, EveryFaultIsNamedAtOnce) {
  v1::RegisterCertificateRequest request = Claim("Geen Id");
  request.mutable_certificate()->set_norm("vaag");
  request.mutable_certificate()->add_kinds_of_care(v1::Provider::KIND_OF_CARE_GUIDANCE);
  OnBehalf(request);
  EXPECT_THAT(
      FieldFaults(Register(request).status()),
      ElementsAre("certificate_id: INVALID_ID", "certificate.norm: UNKNOWN_NORM",
                  "certificate.kinds_of_care[1]: DUPLICATE", "on_behalf_of_provider: ON_BEHALF_NOT_ALLOWED"));
  EXPECT_THAT(
      FieldFaults(desk.Run(&RegisterCertificate, v1::RegisterCertificateRequest(), provider).status()),
      ElementsAre("parent: REQUIRED", "certificate: REQUIRED", "certificate.norm: REQUIRED",
                  "certificate.kinds_of_care: REQUIRED", "certificate.scope: REQUIRED",
                  "certificate.organisation: REQUIRED", "certificate.certification_body: REQUIRED",
                  "certificate.certification_body.title: REQUIRED", "certificate.start_date: REQUIRED",
                  "certificate.end_date: REQUIRED"));
}

TEST_F(CertificateTest, ATermBeyondThatOfTheNormIsAFaultOfItsEnd) {
  const CertificateOr claimed =
      Register(Claim("hkz", absl::CivilDay(2024, 2, 29), absl::CivilDay(2027, 3, 1)));
  EXPECT_THAT(FieldFaults(claimed.status()), ElementsAre("certificate.end_date: CERTIFICATE_TERM_TOO_LONG"));
}

TEST_F(CertificateTest, WhatOnlyTheServerFillsIsNotTakenFromTheClient) {
  v1::RegisterCertificateRequest request = Claim();
  request.mutable_certificate()->set_state(v1::Certificate::STATE_VALID);
  request.mutable_certificate()->add_criteria("DM01");
  request.mutable_certificate()->set_author("regions/nmd/members/somebody");
  request.mutable_certificate()->set_etag("77");
  const CertificateOr claimed = Register(request);
  ASSERT_THAT(claimed, IsOk());
  EXPECT_EQ(claimed->state(), v1::Certificate::STATE_CLAIMED);
  EXPECT_THAT(claimed->criteria(), IsEmpty());
  EXPECT_EQ(claimed->author(), "regions/nmd/members/farmer");
  EXPECT_NE(claimed->etag(), "77");
}

TEST_F(CertificateTest, TheTeamRegistersFromADocument) {
  v1::RegisterCertificateRequest request = Claim();
  EXPECT_THAT(FieldFaults(desk.Run(&RegisterCertificate, request, manager).status()),
              ElementsAre("on_behalf_of_provider: ON_BEHALF_REQUIRED"));
  OnBehalf(request);
  ASSERT_THAT(desk.Run(&RegisterCertificate, request, manager), IsOk());
  EXPECT_EQ(desk.LastEvent().on_behalf_of(), kFarm);
  EXPECT_EQ(Stored().on_behalf_of_provider().document(), "brief van 30 mei");
}

TEST_F(CertificateTest, OnlyWhatWasLookedUpCounts) {
  ASSERT_THAT(Register(Claim()), IsOk());
  const CertificateOr valid = Verify();
  ASSERT_THAT(valid, IsOk());
  EXPECT_EQ(valid->state(), v1::Certificate::STATE_VALID);
  ASSERT_EQ(valid->verifications_size(), 1);
  EXPECT_EQ(valid->verifications(0).result(), v1::Verification::RESULT_CONFIRMED);
  EXPECT_EQ(valid->verifications(0).author(), "regions/nmd/members/quality-manager");
  EXPECT_EQ(valid->criteria_size(), 15);
  ASSERT_EQ(valid->surveillances_size(), 2);
  EXPECT_EQ(valid->surveillances(0).due_date().year(), 2025);
  EXPECT_EQ(valid->surveillances(0).due_date().month(), 9);
}

TEST_F(CertificateTest, EverythingHasToMatch) {
  ASSERT_THAT(Register(Claim()), IsOk());
  for (void (v1::Consultation::*forget)() :
       {&v1::Consultation::clear_dates_match, &v1::Consultation::clear_organisation_matches,
        &v1::Consultation::clear_scope_matches}) {
    auto request = Of<v1::VerifyCertificateRequest>(kHkz);
    Agree(*request.mutable_consultation());
    (request.mutable_consultation()->*forget)();
    EXPECT_THAT(desk.Run(&VerifyCertificate, request, manager), ReasonIs("VERIFICATION_INCOMPLETE"));
  }
  EXPECT_EQ(Stored().state(), v1::Certificate::STATE_CLAIMED);
}

TEST_F(CertificateTest, NothingIsFoundInARegisterThatIsNotThere) {
  v1::RegisterCertificateRequest iso = Claim();
  iso.mutable_certificate()->set_norm("iso-9001");
  ASSERT_THAT(Register(iso), IsOk());
  EXPECT_THAT(Verify(), ReasonIs("NORM_WITHOUT_REGISTER"));
  auto request = Of<v1::VerifyCertificateRequest>(kHkz);
  Agree(*request.mutable_consultation(), v1::Verification::SOURCE_CERTIFICATION_BODY);
  EXPECT_THAT(desk.Run(&VerifyCertificate, request, manager), IsOk());
}

TEST_F(CertificateTest, WhatDoesNotRunTodayDoesNotCountYetOrAnyMore) {
  ASSERT_THAT(Register(Claim("later", absl::CivilDay(2025, 6, 3), absl::CivilDay(2026, 6, 3))), IsOk());
  ASSERT_THAT(Register(Claim("past", absl::CivilDay(2024, 6, 1), absl::CivilDay(2025, 6, 1))), IsOk());
  for (const char* id : {"later", "past"}) {
    EXPECT_THAT(Verify(absl::StrCat(kFarm, "/certificates/", id)), ReasonIs("CERTIFICATE_NOT_RUNNING")) << id;
  }
}

TEST_F(CertificateTest, WhatIsNotConfirmedIsRejectedWithAReason) {
  ASSERT_THAT(Register(Claim()), IsOk());
  auto request = Of<v1::RejectCertificateRequest>(kHkz);
  request.set_source(v1::Verification::SOURCE_REGISTER);
  EXPECT_THAT(FieldFaults(desk.Run(&RejectCertificate, request, manager).status()),
              ElementsAre("reason: REQUIRED"));
  request.set_reason("staat niet in het register");
  const CertificateOr rejected = desk.Run(&RejectCertificate, request, manager);
  ASSERT_THAT(rejected, IsOk());
  EXPECT_EQ(rejected->state(), v1::Certificate::STATE_REJECTED);
  EXPECT_EQ(rejected->verifications(0).result(), v1::Verification::RESULT_NOT_CONFIRMED);
  EXPECT_EQ(rejected->close_reason(), "staat niet in het register");
  EXPECT_THAT(Verify(), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST_F(CertificateTest, AProviderReadsItsOwnWithoutTheTeamsNotes) {
  WalkToValid();
  ASSERT_THAT(Suspend(), IsOk());
  const auto request = Of<v1::GetCertificateRequest>(kHkz);
  const CertificateOr own = desk.Ask(&GetCertificate, request, provider);
  ASSERT_THAT(own, IsOk());
  EXPECT_THAT(own->criteria_to_review(), IsEmpty());
  EXPECT_EQ(own->verifications(0).note(), "");
  EXPECT_EQ(own->close_reason(), "audit niet toegestaan");
  EXPECT_EQ(Stored().criteria_to_review_size(), 15);
  EXPECT_EQ(Stored().verifications(0).note(), "register van 2 juni");
}

TEST_F(CertificateTest, AnotherProviderSeesAndDoesNothing) {
  ASSERT_THAT(Register(Claim()), IsOk());
  EXPECT_THAT(desk.Ask(&GetCertificate, Of<v1::GetCertificateRequest>(kHkz), other_provider),
              ReasonIs("OTHER_PROVIDER"));
  v1::ListCertificatesRequest list;
  list.set_parent(kFarm);
  EXPECT_THAT(desk.Ask(&ListCertificates, list, other_provider), ReasonIs("OTHER_PROVIDER"));
  EXPECT_THAT(desk.Run(&RegisterCertificate, Claim("x"), other_provider), ReasonIs("OTHER_PROVIDER"));
  EXPECT_EQ(desk.Ask(&ListCertificates, list, auditor)->certificates_size(), 1);
}

TEST_F(CertificateTest, AStaleEtagIsRefused) {
  ASSERT_THAT(Register(Claim()), IsOk());
  auto request = Of<v1::VerifyCertificateRequest>(kHkz);
  Agree(*request.mutable_consultation());
  request.set_etag("0");
  EXPECT_THAT(desk.Run(&VerifyCertificate, request, manager), ReasonIs("ETAG_MISMATCH"));
}

TEST_F(CertificateTest, AnUnknownOneOrProviderIsNotFound) {
  EXPECT_THAT(Verify(), ReasonIs("CERTIFICATE_NOT_FOUND"));
  v1::RegisterCertificateRequest request = Claim();
  request.set_parent("regions/nmd/providers/nobody");
  OnBehalf(request);
  EXPECT_THAT(desk.Run(&RegisterCertificate, request, manager), ReasonIs("PROVIDER_NOT_FOUND"));
}

TEST_F(CertificateTest, NormsAreThoseOfThePolicyInForcePageByPage) {
  v1::ListNormsRequest request;
  request.set_parent("regions/nmd");
  request.set_page_size(4);
  std::vector<std::string> ids;
  do {
    const auto page = desk.Ask(&ListNorms, request, provider);
    ASSERT_THAT(page, IsOk());
    for (const v1::Norm& norm : page->norms()) ids.push_back(norm.id());
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(ids.size(), 10U);
  EXPECT_EQ(ids.front(), "hkz-specific");
  EXPECT_EQ(ids.back(), "other");
  request.set_page_token("nonsense");
  EXPECT_THAT(desk.Ask(&ListNorms, request, provider), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST_F(CertificateTest, ARegionsOwnNormIsTheOnlyOneThatItKnows) {
  v1::PublishPolicyVersionRequest publish;
  publish.set_parent("regions/nmd");
  *publish.mutable_policy() = NmdRequest().policy();
  v1::Norm& norm = *publish.mutable_policy()->mutable_certificates()->add_norms();
  norm.set_id("drents-keurmerk");
  norm.mutable_title()->set_nl("Drents keurmerk");
  norm.mutable_title()->set_en("Mark of Drenthe");
  norm.set_longest_months(12);
  publish.set_reason("eigen normen");
  ASSERT_THAT(desk.Run(&PublishPolicyVersion, publish, administrator), IsOk());
  EXPECT_THAT(FieldFaults(Register(Claim()).status()), ElementsAre("certificate.norm: UNKNOWN_NORM"));
  v1::RegisterCertificateRequest own = Claim("own", absl::CivilDay(2025, 1, 1), absl::CivilDay(2026, 1, 2));
  own.mutable_certificate()->set_norm("drents-keurmerk");
  EXPECT_THAT(FieldFaults(Register(own).status()),
              ElementsAre("certificate.end_date: CERTIFICATE_TERM_TOO_LONG"));
  *own.mutable_certificate()->mutable_end_date() = ToDate(absl::CivilDay(2026, 1, 1));
  EXPECT_THAT(Register(own), IsOk());
}

}  // namespace
}  // namespace waarborg::registry
