#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/rules/catalogue.h"
#include "services/registry/rules/day.h"
#include "services/registry/rules/judgement.h"
#include "services/registry/rules/obligation.h"

namespace waarborg::registry {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Day = absl::CivilDay;

const v1::ObligationRule& RuleOf(const std::string& id) {
  for (const v1::ObligationRule& rule : DefaultObligations().rules()) {
    if (rule.id() == id) return rule;
  }
  ADD_FAILURE() << id;
  return v1::ObligationRule::default_instance();
}

TEST(Obligations, AreThoseOfTheProvidersSectors) {
  v1::Provider provider;
  EXPECT_FALSE(HoldsFor(RuleOf("vv-quality-plan"), provider));
  provider.add_sectors(v1::SECTOR_NURSING_AND_CARE);
  EXPECT_TRUE(HoldsFor(RuleOf("vv-quality-plan"), provider));
  EXPECT_FALSE(HoldsFor(RuleOf("gz-visitation"), provider));
}

TEST(DueDay, AFixedDayIsTheNextOneTodayIncluded) {
  const v1::ObligationRule& plan = RuleOf("vv-quality-plan");
  EXPECT_EQ(FirstDueDay(plan, Day(2025, 1, 1)), Day(2025, 12, 31));
  EXPECT_EQ(FirstDueDay(plan, Day(2025, 12, 31)), Day(2025, 12, 31));
  EXPECT_EQ(FirstDueDay(RuleOf("vv-quality-report"), Day(2025, 6, 2)), Day(2026, 6, 1));
}

TEST(DueDay, AFixedDayDoesNotShiftWhetherEarlyOrLate) {
  const v1::ObligationRule& plan = RuleOf("vv-quality-plan");
  const Day due(2025, 12, 31);
  for (const Day received : {Day(2025, 1, 1), Day(2025, 11, 15), Day(2025, 12, 31), Day(2026, 2, 1)}) {
    EXPECT_EQ(NextDueDay(plan, due, received, received), Day(2026, 12, 31)) << received;
  }
}

TEST(DueDay, WhatIsAsOldAsTheTimeBeforeAnswersNothing) {
  const v1::ObligationRule& plan = RuleOf("vv-quality-plan");
  EXPECT_FALSE(Answers(plan, Day(2025, 12, 31), Day(2024, 12, 31)));
  EXPECT_EQ(NextDueDay(plan, Day(2025, 12, 31), Day(2024, 12, 31), Day(2024, 12, 31)), Day(2025, 12, 31));
  EXPECT_TRUE(Answers(plan, Day(2025, 12, 31), Day(2025, 1, 1)));
}

TEST(DueDay, WithoutAFixedDayTheTimeRunsFromTheLastOneReceived) {
  const Day received(2025, 6, 2);
  EXPECT_EQ(NextDueDay(RuleOf("gz-quality-report"), Day(2026, 1, 1), received, received), Day(2026, 6, 2));
  EXPECT_EQ(NextDueDay(RuleOf("gz-visitation"), Day(2026, 1, 1), received, received), Day(2027, 6, 2));
  EXPECT_EQ(NextDueDay(RuleOf("gz-client-research"), Day(2026, 1, 1), received, received), Day(2028, 6, 2));
  EXPECT_EQ(NextDueDay(RuleOf("gz-quality-report"), Day(2026, 1, 1), Day(2023, 1, 1), received),
            Day(2026, 6, 2));
}

TEST(DueDay, FromALeapDayItIsTheLastOfFebruary) {
  const Day leap(2024, 2, 29);
  EXPECT_EQ(FirstDueDay(RuleOf("gz-quality-report"), leap), Day(2025, 2, 28));
  EXPECT_EQ(NextDueDay(RuleOf("gz-visitation"), leap, leap, leap), Day(2026, 2, 28));
}

class WeighingTest : public ::testing::Test {
 protected:
  WeighingTest() {
    judgement.set_name("regions/nmd/providers/p/externalJudgements/igj");
    judgement.set_state(v1::ExternalJudgement::STATE_RECORDED);
    *judgement.mutable_date() = ToDate(Day(2025, 2, 28));
    Touch("VE03", v1::TouchedCriterion::OPINION_NOT_IN_ORDER);
    Touch("VE04", v1::TouchedCriterion::OPINION_IN_ORDER);
    Touch("VE05", v1::TouchedCriterion::OPINION_UNSPECIFIED);
    Touch("CG01", v1::TouchedCriterion::OPINION_NOT_IN_ORDER);
  }

  void Touch(const char* criterion, v1::TouchedCriterion::Opinion opinion) {
    v1::TouchedCriterion& touched = *judgement.add_touches();
    touched.set_criterion(criterion);
    touched.set_opinion(opinion);
  }

  v1::ExternalJudgement judgement;
  v1::ExternalJudgementPolicy policy = DefaultExternalJudgements();
  ScopeScores scores = {{"VE03", framework::v1::SCORE_MEETS},
                        {"VE04", framework::v1::SCORE_MEETS_NOT},
                        {"VE05", framework::v1::SCORE_MEETS}};
};

TEST_F(WeighingTest, AJudgementCountsForAsLongAsPolicySays) {
  EXPECT_FALSE(Counts(judgement, policy, Day(2025, 2, 27)));
  EXPECT_TRUE(Counts(judgement, policy, Day(2025, 2, 28)));
  EXPECT_TRUE(Counts(judgement, policy, Day(2027, 2, 28)));
  EXPECT_FALSE(Counts(judgement, policy, Day(2027, 3, 1)));
  judgement.set_state(v1::ExternalJudgement::STATE_SUPERSEDED);
  EXPECT_FALSE(Counts(judgement, policy, Day(2025, 3, 1)));
}

TEST_F(WeighingTest, OnlyTheEndsOfTheScaleFindOtherwise) {
  for (const auto opinion :
       {v1::TouchedCriterion::OPINION_IN_ORDER, v1::TouchedCriterion::OPINION_NOT_IN_ORDER}) {
    EXPECT_FALSE(FindsOtherwise(opinion, framework::v1::SCORE_LARGELY_MEETS));
    EXPECT_FALSE(FindsOtherwise(opinion, framework::v1::SCORE_LARGELY_NOT));
    EXPECT_FALSE(FindsOtherwise(opinion, framework::v1::SCORE_NOT_TESTED));
  }
  EXPECT_TRUE(FindsOtherwise(v1::TouchedCriterion::OPINION_IN_ORDER, framework::v1::SCORE_MEETS_NOT));
  EXPECT_FALSE(FindsOtherwise(v1::TouchedCriterion::OPINION_IN_ORDER, framework::v1::SCORE_MEETS));
  EXPECT_TRUE(FindsOtherwise(v1::TouchedCriterion::OPINION_NOT_IN_ORDER, framework::v1::SCORE_MEETS));
  EXPECT_FALSE(FindsOtherwise(v1::TouchedCriterion::OPINION_UNSPECIFIED, framework::v1::SCORE_MEETS_NOT));
}

TEST_F(WeighingTest, AReasonIsWantedForEachCriterionFoundOtherwise) {
  const v1::JudgementToWeigh weighed = ToWeigh(judgement, "regions/nmd/assessments/a", scores, policy);
  EXPECT_THAT(weighed.criteria(), ElementsAre("VE03", "VE04", "VE05"));
  EXPECT_THAT(weighed.diverging(), ElementsAre("VE03", "VE04"));
  EXPECT_THAT(weighed.reason_wanted(), ElementsAre("VE03", "VE04"));
}

TEST_F(WeighingTest, AReasonRecordedForThisAssessmentIsEnough) {
  v1::Divergence& divergence = *judgement.add_divergences();
  divergence.set_assessment("regions/nmd/assessments/a");
  divergence.add_criteria("VE03");
  EXPECT_THAT(ToWeigh(judgement, "regions/nmd/assessments/a", scores, policy).reason_wanted(),
              ElementsAre("VE04"));
  EXPECT_THAT(ToWeigh(judgement, "regions/nmd/assessments/b", scores, policy).reason_wanted(),
              ElementsAre("VE03", "VE04"));
}

TEST_F(WeighingTest, NoReasonIsWantedWherePolicyAsksNone) {
  policy.set_divergence(v1::ExternalJudgementPolicy::DIVERGENCE_NONE);
  const v1::JudgementToWeigh weighed = ToWeigh(judgement, "regions/nmd/assessments/a", scores, policy);
  EXPECT_THAT(weighed.diverging(), ElementsAre("VE03", "VE04"));
  EXPECT_THAT(weighed.reason_wanted(), IsEmpty());
}

}  // namespace
}  // namespace waarborg::registry
