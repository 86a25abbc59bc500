#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/rules/kvk.h"
#include "services/registry/rules/provider.h"

namespace waarborg::registry {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

v1::Provider CareFarm() {
  v1::Provider provider;
  provider.set_title("Zorgboerderij De Proef");
  provider.set_profile(framework::v1::PROFILE_ZIN);
  provider.set_kvk_number("99900117");
  provider.add_kinds_of_care(v1::Provider::KIND_OF_CARE_DAY_ACTIVITIES);
  return provider;
}

std::vector<std::string> FaultsOf(const v1::Provider& provider) {
  std::vector<std::string> faults;
  for (const ProviderFault& fault : ProviderFaults(provider))
    faults.push_back(fault.field + ": " + fault.reason);
  return faults;
}

TEST(KvkNumber, HasEightDigitsThatAreNotAllTheSame) {
  EXPECT_TRUE(IsKvkNumber("99900117"));
  EXPECT_TRUE(IsKvkNumber("01000000"));
  for (const char* wrong : {"", "1234567", "123456789", "1234567a", " 2345678", "12345 78", "00000000",
                            "99999999", "1234-678", "\xD9\xA1\xD9\xA2\xD9\xA3\xD9\xA4"}) {
    EXPECT_FALSE(IsKvkNumber(wrong)) << wrong;
  }
}

TEST(AgbCode, HasEightDigitsThatAreNotAllTheSame) {
  EXPECT_TRUE(IsAgbCode("06990015"));
  EXPECT_FALSE(IsAgbCode("0699001"));
  EXPECT_FALSE(IsAgbCode("11111111"));
}

TEST(Provider, ARelativeIsOneOfTwoProfiles) {
  EXPECT_TRUE(IsRelative(framework::v1::PROFILE_PGB_NAASTE));
  EXPECT_TRUE(IsRelative(framework::v1::PROFILE_PGB_NAASTE_CUSTODIAL_PARENT));
  EXPECT_FALSE(IsRelative(framework::v1::PROFILE_PGB_PROF));
  EXPECT_FALSE(IsRelative(framework::v1::PROFILE_ZIN));
}

TEST(Provider, ACareFarmHolds) { EXPECT_THAT(FaultsOf(CareFarm()), IsEmpty()); }

TEST(Provider, AnOrganisationAndASoleProfessionalHaveAKvkNumber) {
  v1::Provider provider = CareFarm();
  provider.clear_kvk_number();
  EXPECT_THAT(FaultsOf(provider), ElementsAre("kvk_number: KVK_NUMBER_REQUIRED"));
  provider.set_profile(framework::v1::PROFILE_PGB_PROF);
  EXPECT_THAT(FaultsOf(provider), ElementsAre("kvk_number: KVK_NUMBER_REQUIRED"));
}

TEST(Provider, ARelativeHasNoKvkNumber) {
  v1::Provider provider = CareFarm();
  provider.set_profile(framework::v1::PROFILE_PGB_NAASTE);
  EXPECT_THAT(FaultsOf(provider), ElementsAre("kvk_number: KVK_NUMBER_NOT_FOR_PROFILE"));
  provider.clear_kvk_number();
  EXPECT_THAT(FaultsOf(provider), IsEmpty());
}

TEST(Provider, AllFaultsAreFoundAtOnce) {
  v1::Provider provider = CareFarm();
  provider.clear_title();
  provider.set_kvk_number("123");
  provider.set_agb_code("abc");
  provider.add_kinds_of_care(v1::Provider::KIND_OF_CARE_DAY_ACTIVITIES);
  provider.add_conditions("IF_MEDICATION");
  provider.add_conditions("with spaces");
  provider.add_conditions("IF_MEDICATION");
  provider.set_fte_hundredths(-1);
  EXPECT_THAT(FaultsOf(provider),
              ElementsAre("title: REQUIRED", "kvk_number: INVALID_KVK_NUMBER", "agb_code: INVALID_AGB_CODE",
                          "kinds_of_care[1]: DUPLICATE", "conditions[1]: INVALID_CONDITION_ID",
                          "conditions[2]: DUPLICATE", "fte_hundredths: NEGATIVE"));
}

}  // namespace
}  // namespace waarborg::registry
