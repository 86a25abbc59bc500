#include "services/registry/rules/risk_policy.h"

#include <functional>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/services/registry/sample_files.h"

namespace waarborg::registry {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> FaultsOf(const v1::PolicyVersion& policy) {
  std::vector<std::string> faults;
  for (const PolicyFault& fault : PolicyFaults(policy)) faults.push_back(fault.field + ": " + fault.reason);
  return faults;
}

// A policy of the sample with the product's weighing written out.
v1::PolicyVersion Weighing() {
  v1::PolicyVersion policy = testing::SampleRequest<v1::CreateRegionRequest>("nmd/region.json").policy();
  *policy.mutable_risk() = DefaultRisk();
  return policy;
}

TEST(RiskPolicy, TheProductsOwnWeighsEveryFactorAndHasNoFaults) {
  EXPECT_THAT(FaultsOf(Weighing()), IsEmpty());
  EXPECT_EQ(DefaultRisk().weights_size(), v1::RiskFactor_descriptor()->value_count() - 1);
}

TEST(RiskPolicy, ARegionsOwnHoldsWholeAndOnlyAgesAreFilledIn) {
  v1::PolicyVersion policy;
  EXPECT_EQ(RiskOf(policy).weights_size(), DefaultRisk().weights_size());
  policy.mutable_risk()->add_weights()->set_factor(v1::RISK_FACTOR_SIGNAL);
  EXPECT_EQ(RiskOf(policy).weights_size(), 1);
  EXPECT_EQ(RiskOf(policy).ages_size(), DefaultRisk().ages_size());
  policy.mutable_risk()->add_ages()->set_within_days(30);
  EXPECT_EQ(RiskOf(policy).ages_size(), 1);
}

TEST(RiskPolicy, EachFaultIsNamedByFieldAndReason) {
  struct Row {
    const char* fault;
    std::function<void(v1::RiskPolicy&)> spoil;
  };
  using P = v1::RiskPolicy;
  const Row rows[] = {
      {"risk.weights: REQUIRED", [](P& p) { p.clear_weights(); }},
      {"risk.weights[20].factor: DUPLICATE", [](P& p) { *p.add_weights() = p.weights(0); }},
      {"risk.weights[0].factor: REQUIRED", [](P& p) { p.mutable_weights(0)->clear_factor(); }},
      {"risk.weights[0].factor: UNKNOWN_VALUE",
       [](P& p) { p.mutable_weights(0)->set_factor(static_cast<v1::RiskFactor>(99)); }},
      {"risk.weights[1].points: RISK_POINTS_OUT_OF_RANGE",
       [](P& p) { p.mutable_weights(1)->set_points(-1); }},
      {"risk.weights[1].points: RISK_POINTS_OUT_OF_RANGE",
       [](P& p) { p.mutable_weights(1)->set_points(1001); }},
      {"risk.weights[1].most_points: RISK_POINTS_OUT_OF_RANGE",
       [](P& p) { p.mutable_weights(1)->set_most_points(100'001); }},
      {"risk.ages[0].within_days: RISK_AGE_OUT_OF_RANGE",
       [](P& p) { p.mutable_ages(0)->set_within_days(0); }},
      {"risk.ages[2].within_days: RISK_AGE_OUT_OF_RANGE",
       [](P& p) { p.mutable_ages(2)->set_within_days(3651); }},
      {"risk.ages[1].within_days: RISK_AGES_OUT_OF_ORDER",
       [](P& p) { p.mutable_ages(1)->set_within_days(90); }},
      {"risk.ages[1].percent: RISK_PERCENT_OUT_OF_RANGE", [](P& p) { p.mutable_ages(1)->set_percent(101); }},
      {"risk.ages: TOO_MANY_RISK_AGES",
       [](P& p) {
         for (int days = 1000; p.ages_size() < 11; ++days) p.add_ages()->set_within_days(days);
       }},
  };
  for (const Row& row : rows) {
    v1::PolicyVersion policy = Weighing();
    row.spoil(*policy.mutable_risk());
    EXPECT_THAT(FaultsOf(policy), ElementsAre(row.fault));
  }
}

}  // namespace
}  // namespace waarborg::registry
