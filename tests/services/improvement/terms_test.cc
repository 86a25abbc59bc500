#include "services/improvement/rules/terms.h"

#include "gtest/gtest.h"
#include "tests/services/improvement/plans.h"

namespace waarborg::improvement {
namespace {

registry::v1::PolicyVersion Policy() {
  registry::v1::PolicyVersion policy;
  policy.mutable_terms()->set_plan_running_months(6);
  policy.mutable_terms()->set_re_assessment_weeks(6);
  return policy;
}

TEST(TermsTest, ThePlanRunsForThePolicysMonths) {
  EXPECT_EQ(EndOfRunning(Policy(), absl::CivilDay(2025, 6, 2)), absl::CivilDay(2025, 12, 2));
  EXPECT_EQ(EndOfRunning(Policy(), absl::CivilDay(2025, 8, 31)), absl::CivilDay(2026, 2, 28));
}

TEST(TermsTest, TheReAssessmentFollowsByThePolicysWeeks) {
  EXPECT_EQ(ReAssessmentDay(Policy(), absl::CivilDay(2025, 9, 1)), absl::CivilDay(2025, 10, 13));
}

TEST(TermsTest, BeforeApprovalItemsMayBeDueUntilTheEndThePlanWouldHave) {
  const Window window = DueWindow(v1::ImprovementPlan(), Policy(), absl::CivilDay(2025, 6, 2));
  EXPECT_EQ(window.first, absl::CivilDay(2025, 6, 2));
  EXPECT_EQ(window.last, absl::CivilDay(2025, 12, 2));
}

TEST(TermsTest, AfterApprovalItemsMayBeDueUntilTheEndDate) {
  v1::ImprovementPlan plan;
  *plan.mutable_end_date() = Date(2025, 10, 1);
  EXPECT_EQ(DueWindow(plan, Policy(), absl::CivilDay(2025, 6, 2)).last, absl::CivilDay(2025, 10, 1));
}

TEST(TermsTest, TheEndHasPassedTheDayAfter) {
  v1::ImprovementPlan plan;
  EXPECT_FALSE(EndPassed(plan, absl::CivilDay(2030, 1, 1)));
  *plan.mutable_end_date() = Date(2025, 10, 1);
  EXPECT_FALSE(EndPassed(plan, absl::CivilDay(2025, 10, 1)));
  EXPECT_TRUE(EndPassed(plan, absl::CivilDay(2025, 10, 2)));
}

}  // namespace
}  // namespace waarborg::improvement
