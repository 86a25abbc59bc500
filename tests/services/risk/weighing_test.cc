#include "services/risk/rules/weighing.h"

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/rules/risk_policy.h"

namespace waarborg::risk {
namespace {

using registry::v1::RiskFactor;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr absl::CivilDay kToday(2025, 6, 2);
constexpr RiskFactor kCalamity = registry::v1::RISK_FACTOR_CALAMITY;
constexpr RiskFactor kSignal = registry::v1::RISK_FACTOR_SIGNAL;
constexpr RiskFactor kComplaint = registry::v1::RISK_FACTOR_COMPLAINT;

// Heard of today and assessed today with a good result: nothing that weighs.
Facts Quiet() {
  Facts facts;
  facts.provider = "farm";
  facts.last_contact = {kToday, "a-1"};
  facts.last_result = Result{framework::v1::BAND_GOOD, kToday, "a-1"};
  return facts;
}

Report DaysAgo(RiskFactor factor, int days) { return {factor, kToday - days, absl::StrCat("m-", days)}; }

// "CALAMITY 2x40 50% = 40" for each contribution that is not the quiet provider's own.
std::vector<std::string> RowsOf(const v1::RiskView& view) {
  std::vector<std::string> rows;
  for (const v1::RiskContribution& each : view.contributions()) {
    if (each.factor() == registry::v1::RISK_FACTOR_LAST_RESULT_GOOD) continue;
    rows.push_back(absl::StrCat(registry::v1::RiskFactor_Name(each.factor()).substr(12), " ", each.quantity(),
                                "x", each.weight(), " ", each.percent(), "% = ", each.points()));
  }
  return rows;
}

v1::RiskView ByDefault(const Facts& facts) { return Weigh(facts, registry::DefaultRisk(), kToday); }

registry::v1::RiskPolicy Only(RiskFactor factor, int points, int most = 0) {
  registry::v1::RiskPolicy weights;
  weights.add_weights()->set_factor(factor);
  weights.mutable_weights(0)->set_points(points);
  weights.mutable_weights(0)->set_most_points(most);
  *weights.mutable_ages() = registry::DefaultRisk().ages();
  return weights;
}

TEST(Weighing, AQuietProviderHasNoPointsAndItsGoodResultIsStillShown) {
  const v1::RiskView view = ByDefault(Quiet());
  EXPECT_EQ(view.total(), 0);
  ASSERT_EQ(view.contributions_size(), 1);
  EXPECT_EQ(view.contributions(0).factor(), registry::v1::RISK_FACTOR_LAST_RESULT_GOOD);
  EXPECT_THAT(view.contributions(0).resources(), ElementsAre("a-1"));
}

TEST(Weighing, AReportLosesWeightOnTheDayAfterEachAge) {
  struct Row {
    int days;
    const char* row;
  };
  for (const Row& row : {Row{-1, "CALAMITY 1x40 100% = 40"}, Row{0, "CALAMITY 1x40 100% = 40"},
                         Row{90, "CALAMITY 1x40 100% = 40"}, Row{91, "CALAMITY 1x40 50% = 20"},
                         Row{365, "CALAMITY 1x40 50% = 20"}, Row{366, "CALAMITY 1x40 25% = 10"},
                         Row{730, "CALAMITY 1x40 25% = 10"}}) {
    Facts facts = Quiet();
    facts.reports = {DaysAgo(kCalamity, row.days)};
    EXPECT_THAT(RowsOf(ByDefault(facts)), ElementsAre(row.row)) << row.days;
  }
  Facts facts = Quiet();
  facts.reports = {DaysAgo(kCalamity, 731)};
  EXPECT_THAT(RowsOf(ByDefault(facts)), IsEmpty());
}

TEST(Weighing, ReportsAreToldByKindAndAge) {
  Facts facts = Quiet();
  facts.reports = {DaysAgo(kSignal, 3), DaysAgo(kComplaint, 5), DaysAgo(kSignal, 7), DaysAgo(kSignal, 100)};
  const v1::RiskView view = ByDefault(facts);
  EXPECT_THAT(RowsOf(view),
              ElementsAre("SIGNAL 2x8 100% = 16", "SIGNAL 1x8 50% = 4", "COMPLAINT 1x6 100% = 6"));
  EXPECT_EQ(view.total(), 26);
  EXPECT_EQ(view.contributions(0).unit(), v1::RiskContribution::UNIT_REPORTS);
  EXPECT_EQ(view.contributions(0).within_days(), 90);
  EXPECT_EQ(view.contributions(1).within_days(), 365);
  EXPECT_THAT(view.contributions(0).resources(), ElementsAre("m-3", "m-7"));
}

TEST(Weighing, AFactorAddsNoMoreThanItsBoundOverAllAges) {
  Facts facts = Quiet();
  facts.reports = {DaysAgo(kSignal, 1), DaysAgo(kSignal, 2), DaysAgo(kSignal, 100), DaysAgo(kSignal, 400)};
  const v1::RiskView view = Weigh(facts, Only(kSignal, 10, 24), kToday);
  EXPECT_THAT(RowsOf(view),
              ElementsAre("SIGNAL 2x10 100% = 20", "SIGNAL 1x10 50% = 4", "SIGNAL 1x10 25% = 0"));
  EXPECT_FALSE(view.contributions(0).bounded());
  EXPECT_TRUE(view.contributions(1).bounded());
  EXPECT_TRUE(view.contributions(2).bounded());
  EXPECT_EQ(view.total(), 24);
}

TEST(Weighing, HalvesAreRoundedDown) {
  Facts facts = Quiet();
  facts.reports = {DaysAgo(kSignal, 100)};
  EXPECT_THAT(RowsOf(Weigh(facts, Only(kSignal, 5), kToday)), ElementsAre("SIGNAL 1x5 50% = 2"));
}

TEST(Weighing, NamesAFewResourcesAndCountsTheRest) {
  Facts facts = Quiet();
  for (int i = 0; i < 8; ++i) facts.open_terms.push_back(absl::StrCat("v-", i));
  const v1::RiskView view = ByDefault(facts);
  EXPECT_THAT(RowsOf(view), ElementsAre("OPEN_TERM 8x1 100% = 5"));
  EXPECT_THAT(view.contributions(0).resources(), ElementsAre("v-0", "v-1", "v-2", "v-3", "v-4"));
  EXPECT_EQ(view.contributions(0).more_resources(), 3);
}

TEST(Weighing, TheLastResultWeighsByItsBandAndItsAge) {
  Facts facts = Quiet();
  facts.last_result = Result{framework::v1::BAND_INSUFFICIENT, absl::CivilDay(2024, 12, 3), "a-1"};
  EXPECT_THAT(RowsOf(ByDefault(facts)),
              ElementsAre("LAST_RESULT_INSUFFICIENT 1x60 100% = 60", "MONTHS_SINCE_RESULT 5x1 100% = 5"));
  facts.last_result->band = framework::v1::BAND_SUFFICIENT;
  EXPECT_EQ(ByDefault(facts).total(), 25);
  facts.last_result.reset();
  const v1::RiskView never = ByDefault(facts);
  EXPECT_THAT(RowsOf(never), ElementsAre("NEVER_ASSESSED 1x40 100% = 40"));
  EXPECT_THAT(never.contributions(0).resources(), ElementsAre("farm"));
}

TEST(Weighing, WhatIsLateAndWhatFellAwayIsCountedOnceEach) {
  Facts facts = Quiet();
  facts.overdue_plans = {"v-1"};
  facts.overdue_obligations = {"o-1", "o-2"};
  facts.fallen_certificates = {"c-1"};
  facts.expiring_certificates = {"c-2"};
  facts.overdue_surveillances = {"c-2"};
  EXPECT_THAT(RowsOf(ByDefault(facts)),
              ElementsAre("PLAN_OVERDUE 1x20 100% = 20", "OBLIGATION_OVERDUE 2x5 100% = 10",
                          "CERTIFICATE_FALLEN 1x15 100% = 15", "CERTIFICATE_EXPIRING 1x5 100% = 5",
                          "SURVEILLANCE_OVERDUE 1x5 100% = 5"));
}

TEST(Weighing, HavingNoCertificateIsShownAndWeighsOnlyWhereARegionSaysSo) {
  Facts facts = Quiet();
  facts.no_certificate = true;
  EXPECT_THAT(RowsOf(ByDefault(facts)), ElementsAre("NO_CERTIFICATE 1x0 100% = 0"));
  EXPECT_EQ(Weigh(facts, Only(registry::v1::RISK_FACTOR_NO_CERTIFICATE, 7), kToday).total(), 7);
}

TEST(Weighing, SilenceWeighsByTheMonthUpToItsBound) {
  Facts facts = Quiet();
  facts.last_contact = {absl::CivilDay(2025, 3, 2), "a-1"};
  EXPECT_THAT(RowsOf(ByDefault(facts)), ElementsAre("MONTHS_WITHOUT_CONTACT 3x1 100% = 3"));
  facts.last_contact.day = absl::CivilDay(2015, 6, 2);
  EXPECT_THAT(RowsOf(ByDefault(facts)), ElementsAre("MONTHS_WITHOUT_CONTACT 120x1 100% = 24"));
}

TEST(Weighing, AFactorThatARegionDoesNotListIsShownAndWeighsNothing) {
  Facts facts = Quiet();
  facts.reports = {DaysAgo(kCalamity, 1), DaysAgo(kSignal, 1)};
  EXPECT_THAT(RowsOf(Weigh(facts, Only(kSignal, 3), kToday)),
              ElementsAre("CALAMITY 1x0 100% = 0", "SIGNAL 1x3 100% = 3"));
}

TEST(MonthsBetween, AreWhole) {
  EXPECT_EQ(MonthsBetween(absl::CivilDay(2025, 1, 31), absl::CivilDay(2025, 2, 28)), 0);
  EXPECT_EQ(MonthsBetween(absl::CivilDay(2025, 1, 31), absl::CivilDay(2025, 3, 31)), 2);
  EXPECT_EQ(MonthsBetween(absl::CivilDay(2024, 12, 31), absl::CivilDay(2025, 1, 1)), 0);
  EXPECT_EQ(MonthsBetween(absl::CivilDay(2024, 6, 2), absl::CivilDay(2025, 6, 2)), 12);
  EXPECT_EQ(MonthsBetween(absl::CivilDay(2025, 6, 3), absl::CivilDay(2025, 6, 2)), 0);
}

}  // namespace
}  // namespace waarborg::risk
