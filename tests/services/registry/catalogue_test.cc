#include "services/registry/rules/catalogue.h"

#include <functional>
#include <set>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/golden/frameworks.h"

namespace waarborg::registry {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

// The defaults, as a region's own words.
v1::PolicyVersion Spelled() {
  v1::PolicyVersion policy;
  *policy.mutable_certificates() = DefaultCertificates();
  *policy.mutable_obligations() = DefaultObligations();
  *policy.mutable_external_judgements() = DefaultExternalJudgements();
  return policy;
}

std::vector<std::string> FaultsAfter(const std::function<void(v1::PolicyVersion&)>& change) {
  v1::PolicyVersion policy = Spelled();
  change(policy);
  std::vector<PolicyFault> faults;
  AddCatalogueFaults(policy, faults);
  std::vector<std::string> texts;
  for (const PolicyFault& fault : faults) texts.push_back(fault.field + ": " + fault.reason);
  return texts;
}

TEST(Catalogue, WhatShipsHoldsTogether) {
  EXPECT_THAT(FaultsAfter([](v1::PolicyVersion&) {}), IsEmpty());
}

TEST(Catalogue, WhatShipsHoldsWhereARegionIsSilent) {
  EXPECT_EQ(CertificatesOf(v1::PolicyVersion()).SerializeAsString(),
            DefaultCertificates().SerializeAsString());
  EXPECT_EQ(ObligationsOf(v1::PolicyVersion()).rules_size(), 6);
  EXPECT_EQ(ExternalJudgementsOf(v1::PolicyVersion()).in_force_months(), 24);
}

TEST(Catalogue, ARegionsOwnWordsHoldAlone) {
  v1::PolicyVersion policy;
  v1::Norm& own = *policy.mutable_certificates()->add_norms();
  own.set_id("eigen-keurmerk");
  policy.mutable_external_judgements()->set_divergence(v1::ExternalJudgementPolicy::DIVERGENCE_NONE);
  const v1::CertificatePolicy certificates = CertificatesOf(policy);
  EXPECT_NE(FindNorm(certificates, "eigen-keurmerk"), nullptr);
  EXPECT_EQ(FindNorm(certificates, "hkz-small"), nullptr);
  EXPECT_EQ(certificates.expiry_warning_days(), 90);
  EXPECT_EQ(ExternalJudgementsOf(policy).in_force_months(), 24);
}

TEST(Catalogue, EveryNormOfTheSourcesShips) {
  for (const char* id : {"hkz-specific", "hkz-zorg-welzijn", "hkz-small", "hkz-self-employed", "nen-en-15224",
                         "nen-7510", "iso-9001", "care-farm", "sole-professional", "other"}) {
    ASSERT_NE(FindNorm(DefaultCertificates(), id), nullptr) << id;
    EXPECT_EQ(FindNorm(DefaultCertificates(), id)->longest_months(), 36) << id;
    EXPECT_NE(FindNorm(DefaultCertificates(), id)->source(), "") << id;
  }
}

TEST(Catalogue, NoCentralRegisterListsIso9001) {
  EXPECT_FALSE(FindNorm(DefaultCertificates(), "iso-9001")->has_public_register());
  EXPECT_TRUE(FindNorm(DefaultCertificates(), "nen-7510")->has_public_register());
  EXPECT_TRUE(FindNorm(DefaultCertificates(), "hkz-small")->has_public_register());
}

TEST(Catalogue, NormsSupportCriteriaThatTheFrameworkKnows) {
  std::set<std::string> known;
  for (const framework::v1::Criterion& criterion : framework::Dkk2019().criteria()) {
    known.insert(criterion.id());
  }
  for (const v1::Norm& norm : DefaultCertificates().norms()) {
    for (const std::string& criterion : norm.criteria()) EXPECT_THAT(known, Contains(criterion)) << norm.id();
  }
  // The reporting code (meldcode) is a duty of the law that no norm vouches for.
  for (const v1::Norm& norm : DefaultCertificates().norms()) {
    EXPECT_THAT(norm.criteria(), Not(Contains("VE01"))) << norm.id();
  }
}

TEST(Catalogue, IdsStandOnceAndInAFormThatPeopleType) {
  EXPECT_THAT(
      FaultsAfter([](auto& policy) { policy.mutable_certificates()->mutable_norms(1)->set_id("HKZ"); }),
      ElementsAre("certificates.norms[1].id: INVALID_ID"));
  EXPECT_THAT(FaultsAfter([](auto& policy) {
                policy.mutable_certificates()->mutable_norms(1)->set_id("hkz-specific");
              }),
              ElementsAre("certificates.norms[1].id: DUPLICATE"));
  EXPECT_THAT(FaultsAfter([](auto& policy) { policy.mutable_obligations()->mutable_rules(0)->set_id("-x"); }),
              ElementsAre("obligations.rules[0].id: INVALID_ID"));
}

TEST(Catalogue, TermsAreInRangeAndTextsInBothLanguages) {
  EXPECT_THAT(FaultsAfter([](auto& policy) {
                v1::Norm& norm = *policy.mutable_certificates()->mutable_norms(0);
                norm.mutable_title()->clear_nl();
                norm.set_longest_months(0);
                norm.set_surveillance_months(-1);
                norm.add_criteria(norm.criteria(0));
                policy.mutable_certificates()->set_expiry_warning_days(4000);
              }),
              ElementsAre("certificates.norms[0].title.nl: REQUIRED",
                          "certificates.norms[0].longest_months: CATALOGUE_TERM_OUT_OF_RANGE",
                          "certificates.norms[0].surveillance_months: CATALOGUE_TERM_OUT_OF_RANGE",
                          "certificates.norms[0].criteria[15]: DUPLICATE",
                          "certificates.expiry_warning_days: CATALOGUE_TERM_OUT_OF_RANGE"));
}

TEST(Catalogue, AFixedDayIsOneThatEveryYearHasAndYearsApart) {
  const auto set = [](int month, int day, int every) {
    return [=](v1::PolicyVersion& policy) {
      v1::ObligationRule& rule = *policy.mutable_obligations()->mutable_rules(0);
      rule.set_due_month(month);
      rule.set_due_day(day);
      rule.set_every_months(every);
    };
  };
  EXPECT_THAT(FaultsAfter(set(2, 28, 24)), IsEmpty());
  EXPECT_THAT(FaultsAfter(set(2, 29, 12)), ElementsAre("obligations.rules[0].due_day: NO_DAY_OF_EVERY_YEAR"));
  EXPECT_THAT(FaultsAfter(set(13, 1, 12)), ElementsAre("obligations.rules[0].due_day: NO_DAY_OF_EVERY_YEAR"));
  EXPECT_THAT(FaultsAfter(set(5, 0, 12)), ElementsAre("obligations.rules[0].due_day: NO_DAY_OF_EVERY_YEAR"));
  EXPECT_THAT(FaultsAfter(set(-2147483647, 2147483647, 12)),
              ElementsAre("obligations.rules[0].due_day: NO_DAY_OF_EVERY_YEAR"));
  EXPECT_THAT(FaultsAfter(set(5, 1, 18)),
              ElementsAre("obligations.rules[0].every_months: WHOLE_YEARS_EXPECTED"));
}

TEST(Catalogue, AnEmptyListIsNoCatalogue) {
  EXPECT_THAT(FaultsAfter([](auto& policy) {
                policy.mutable_certificates()->clear_norms();
                policy.mutable_obligations()->clear_rules();
                policy.mutable_external_judgements()->clear_divergence();
              }),
              ElementsAre("certificates.norms: REQUIRED", "obligations.rules: REQUIRED",
                          "external_judgements.divergence: REQUIRED"));
}

}  // namespace
}  // namespace waarborg::registry
