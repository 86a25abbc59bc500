// The steps in which a task is brought to mind.

#include "services/task/rules/reminders.h"

#include "gtest/gtest.h"
#include "services/registry/rules/policy.h"
#include "services/rules/calendar.h"

namespace waarborg::task {
namespace {

using registry::v1::PolicyVersion;
using registry::v1::ReminderRule;

absl::Time EndOf(int year, int month, int day) {
  return rules::EndOfDay(absl::CivilDay(year, month, day), registry::LocalZone());
}
absl::Time StartOf(int year, int month, int day) {
  return absl::FromCivil(absl::CivilDay(year, month, day), registry::LocalZone());
}

ReminderRule RuleOf(const std::string& term, int before, int after, int escalate) {
  ReminderRule rule;
  rule.set_term(term);
  rule.set_before_working_days(before);
  rule.set_after_working_days(after);
  rule.set_escalate_after_working_days(escalate);
  return rule;
}

TEST(RemindersTest, WithoutAPolicyTheyComeFiveBeforeOnTheDayFiveAfterAndTen) {
  const auto steps =
      ReminderSteps(ReminderRuleFor(PolicyVersion(), "improvement.judgement-due"), EndOf(2025, 9, 16));
  ASSERT_EQ(steps.size(), 4U);
  EXPECT_EQ(steps[0].time, StartOf(2025, 9, 9));
  EXPECT_EQ(steps[1].time, EndOf(2025, 9, 16));
  EXPECT_EQ(steps[2].time, EndOf(2025, 9, 23));
  EXPECT_EQ(steps[3].time, EndOf(2025, 9, 30));
  EXPECT_FALSE(steps[2].escalates);
  EXPECT_TRUE(steps[3].escalates);
}

TEST(RemindersTest, PolicyHasARuleForAKindOfTermAndOneForTheRest) {
  PolicyVersion policy;
  *policy.add_reminders() = RuleOf("", 1, 0, 0);
  *policy.add_reminders() = RuleOf("improvement.judgement-due", 2, 3, 4);
  EXPECT_EQ(ReminderRuleFor(policy, "improvement.judgement-due").before_working_days(), 2);
  EXPECT_EQ(ReminderRuleFor(policy, "escalation.evaluation-due").before_working_days(), 1);
}

TEST(RemindersTest, AZeroLeavesAStepOutAndTheDueDayIsAlwaysOne) {
  const auto steps = ReminderSteps(RuleOf("", 0, 0, 0), EndOf(2025, 9, 16));
  ASSERT_EQ(steps.size(), 1U);
  EXPECT_EQ(steps[0].working_days, 0);
}

TEST(RemindersTest, OneStandsForAllThatWereMissed) {
  const auto steps = ReminderSteps(RuleOf("", 5, 5, 10), EndOf(2025, 9, 16));
  const auto late = StepToSend(steps, StartOf(2025, 9, 1), StartOf(2026, 9, 1));
  ASSERT_TRUE(late.has_value());
  EXPECT_EQ(late->working_days, 10);
  EXPECT_TRUE(late->escalates);
  EXPECT_FALSE(NextStep(steps, StartOf(2026, 9, 1)).has_value());
}

TEST(RemindersTest, AMissedLastStepIsNotLostWhereALaterOneFollowsIt) {
  const auto steps = ReminderSteps(RuleOf("", 0, 10, 5), EndOf(2025, 9, 16));
  const auto late = StepToSend(steps, StartOf(2025, 9, 1), StartOf(2026, 9, 1));
  ASSERT_TRUE(late.has_value());
  EXPECT_EQ(late->working_days, 10);
  EXPECT_TRUE(late->escalates);
}

TEST(RemindersTest, WhatWasSeenIsNotSentAgain) {
  const auto steps = ReminderSteps(RuleOf("", 5, 5, 10), EndOf(2025, 9, 16));
  EXPECT_FALSE(StepToSend(steps, EndOf(2025, 9, 16), EndOf(2025, 9, 16)).has_value());
  EXPECT_EQ(NextStep(steps, EndOf(2025, 9, 16))->working_days, 5);
}

}  // namespace
}  // namespace waarborg::task
