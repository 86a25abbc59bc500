#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/rules/catalogue.h"
#include "services/registry/rules/certificate.h"
#include "services/registry/rules/day.h"

namespace waarborg::registry {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr auto GUIDANCE = v1::Provider::KIND_OF_CARE_GUIDANCE;
constexpr auto RESIDENCE = v1::Provider::KIND_OF_CARE_RESIDENCE;
constexpr auto NURSING = v1::Provider::KIND_OF_CARE_NURSING;

const v1::Norm& NormOf(const std::string& id) { return *FindNorm(DefaultCertificates(), id); }

v1::Certificate From(absl::CivilDay start, absl::CivilDay end, const std::string& norm = "hkz-small") {
  v1::Certificate certificate;
  certificate.set_norm(norm);
  certificate.add_kinds_of_care(GUIDANCE);
  *certificate.mutable_start_date() = ToDate(start);
  *certificate.mutable_end_date() = ToDate(end);
  return certificate;
}

std::vector<std::string> FaultsOf(const v1::Certificate& certificate) {
  std::vector<std::string> faults;
  for (const CertificateFault& fault :
       CertificateFaults(certificate, FindNorm(DefaultCertificates(), certificate.norm()))) {
    faults.push_back(fault.field + ": " + fault.reason);
  }
  return faults;
}

TEST(CertificateTerm, IsAtMostThreeYearsForEveryNormThatShips) {
  for (const v1::Norm& norm : DefaultCertificates().norms()) {
    const absl::CivilDay start(2025, 3, 1);
    EXPECT_THAT(FaultsOf(From(start, absl::CivilDay(2028, 3, 1), norm.id())), IsEmpty()) << norm.id();
    EXPECT_THAT(FaultsOf(From(start, absl::CivilDay(2028, 3, 2), norm.id())),
                ElementsAre("end_date: CERTIFICATE_TERM_TOO_LONG"))
        << norm.id();
  }
}

TEST(CertificateTerm, FromALeapDayEndsOnTheLastDayOfFebruary) {
  const absl::CivilDay leap(2024, 2, 29);
  EXPECT_EQ(LastPossibleDay(NormOf("hkz-small"), leap), absl::CivilDay(2027, 2, 28));
  EXPECT_THAT(FaultsOf(From(leap, absl::CivilDay(2027, 2, 28))), IsEmpty());
  EXPECT_THAT(FaultsOf(From(leap, absl::CivilDay(2027, 3, 1))),
              ElementsAre("end_date: CERTIFICATE_TERM_TOO_LONG"));
}

TEST(CertificateTerm, MayEndOnALeapDay) {
  EXPECT_THAT(FaultsOf(From(absl::CivilDay(2025, 2, 28), absl::CivilDay(2028, 2, 28))), IsEmpty());
  EXPECT_THAT(FaultsOf(From(absl::CivilDay(2025, 3, 1), absl::CivilDay(2028, 2, 29))), IsEmpty());
}

TEST(CertificateTerm, LastsOneDayAtLeast) {
  const absl::CivilDay day(2025, 1, 1);
  EXPECT_THAT(FaultsOf(From(day, day)), IsEmpty());
  EXPECT_THAT(FaultsOf(From(day, day - 1)), ElementsAre("end_date: CERTIFICATE_ENDS_BEFORE_START"));
}

TEST(Certificate, AllFaultsAreNamedAtOnce) {
  v1::Certificate certificate = From(absl::CivilDay(2025, 1, 1), absl::CivilDay(2024, 1, 1), "vaag");
  certificate.add_kinds_of_care(GUIDANCE);
  EXPECT_THAT(FaultsOf(certificate), ElementsAre("norm: UNKNOWN_NORM", "kinds_of_care[1]: DUPLICATE",
                                                 "end_date: CERTIFICATE_ENDS_BEFORE_START"));
}

TEST(Certificate, RunsFromItsFirstDayToItsLast) {
  const v1::Certificate certificate = From(absl::CivilDay(2025, 1, 1), absl::CivilDay(2025, 12, 31));
  EXPECT_FALSE(Runs(certificate, absl::CivilDay(2024, 12, 31)));
  EXPECT_TRUE(Runs(certificate, absl::CivilDay(2025, 1, 1)));
  EXPECT_TRUE(Runs(certificate, absl::CivilDay(2025, 12, 31)));
  EXPECT_FALSE(Runs(certificate, absl::CivilDay(2026, 1, 1)));
}

TEST(SurveillanceDays, ComeEveryYearBetweenStartAndEnd) {
  const v1::Certificate certificate = From(absl::CivilDay(2024, 2, 29), absl::CivilDay(2027, 2, 28));
  EXPECT_THAT(SurveillanceDays(certificate, NormOf("hkz-small"), absl::CivilDay(2024, 2, 29)),
              ElementsAre(absl::CivilDay(2025, 2, 28), absl::CivilDay(2026, 2, 28)));
}

TEST(SurveillanceDays, LieAfterTheDayFromWhichTheyAreWatched) {
  const v1::Certificate certificate = From(absl::CivilDay(2024, 1, 1), absl::CivilDay(2026, 12, 31));
  EXPECT_THAT(SurveillanceDays(certificate, NormOf("hkz-small"), absl::CivilDay(2025, 1, 1)),
              ElementsAre(absl::CivilDay(2026, 1, 1)));
}

TEST(SurveillanceDays, AreNoneWhereTheBodyDoesNotComeInBetween) {
  const v1::Certificate certificate = From(absl::CivilDay(2024, 1, 1), absl::CivilDay(2026, 12, 31));
  EXPECT_THAT(SurveillanceDays(certificate, NormOf("other"), absl::CivilDay(2024, 1, 1)), IsEmpty());
}

class ScopeTest : public ::testing::Test {
 protected:
  ScopeTest() {
    provider.add_kinds_of_care(GUIDANCE);
    provider.add_kinds_of_care(RESIDENCE);
  }

  static v1::Contract Contract(std::vector<int> kinds, absl::CivilDay start, absl::CivilDay end) {
    v1::Contract contract;
    for (const int kind : kinds) contract.add_kinds_of_care(static_cast<v1::Provider::KindOfCare>(kind));
    *contract.mutable_start_date() = ToDate(start);
    *contract.mutable_end_date() = ToDate(end);
    return contract;
  }

  v1::Provider provider;
  v1::Certificate certificate = From(absl::CivilDay(2025, 1, 1), absl::CivilDay(2027, 12, 31));
  absl::CivilDay today{2025, 6, 2};
  absl::CivilDay begin{2025, 1, 1}, end{2025, 12, 31};
};

TEST_F(ScopeTest, AContractThatNamesNoCareBuysAllOfTheProviders) {
  EXPECT_THAT(NotCovered(certificate, provider, {Contract({}, begin, end)}, today), ElementsAre(RESIDENCE));
}

TEST_F(ScopeTest, OnlyContractsInForceCount) {
  EXPECT_THAT(NotCovered(certificate, provider, {Contract({NURSING}, begin, today - 1)}, today), IsEmpty());
  EXPECT_THAT(NotCovered(certificate, provider, {Contract({NURSING}, today + 1, end)}, today), IsEmpty());
  EXPECT_THAT(NotCovered(certificate, provider, {Contract({NURSING}, begin, today)}, today),
              ElementsAre(NURSING));
  v1::Contract endless = Contract({NURSING}, begin, end);
  endless.clear_end_date();
  EXPECT_THAT(NotCovered(certificate, provider, {endless}, absl::CivilDay(2027, 1, 1)), ElementsAre(NURSING));
}

TEST_F(ScopeTest, EachKindIsNamedOnce) {
  EXPECT_THAT(
      NotCovered(certificate, provider,
                 {Contract({NURSING, GUIDANCE}, begin, end), Contract({NURSING, RESIDENCE}, begin, end)},
                 today),
      ElementsAre(NURSING, RESIDENCE));
}

TEST(Reviews, AreAskedOncePerCriterionAndKeepWhatWasReviewed) {
  v1::Certificate certificate;
  certificate.add_criteria("DM01");
  certificate.add_criteria("VE03");
  certificate.set_state(v1::Certificate::STATE_SUSPENDED);
  AskReviews(absl::FromUnixSeconds(100), certificate);
  ASSERT_NE(AwaitedReview("DM01", certificate), nullptr);
  AwaitedReview("DM01", certificate)->set_reviewer("regions/nmd/members/quality-manager");
  EXPECT_EQ(AwaitedReview("DM01", certificate), nullptr);

  certificate.set_state(v1::Certificate::STATE_EXPIRED);
  AskReviews(absl::FromUnixSeconds(200), certificate);
  ASSERT_EQ(certificate.criteria_to_review_size(), 3);
  EXPECT_EQ(AwaitedReview("VE03", certificate)->since().seconds(), 100);
  EXPECT_EQ(AwaitedReview("DM01", certificate)->fell_to(), v1::Certificate::STATE_EXPIRED);

  DropReviews(certificate);
  ASSERT_EQ(certificate.criteria_to_review_size(), 1);
  EXPECT_EQ(certificate.criteria_to_review(0).criterion(), "DM01");
}

}  // namespace
}  // namespace waarborg::registry
