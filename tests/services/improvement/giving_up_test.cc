#include "services/improvement/rules/giving_up.h"

#include "gtest/gtest.h"

namespace waarborg::improvement {
namespace {

// The term ended with Tuesday 1 July 2025; ten working days after the day on which it has ended: 16 July.
constexpr absl::string_view kDue = "2025-07-01T22:00:00+00:00";
constexpr absl::string_view kReminderEnd = "2025-07-16T22:00:00+00:00";

absl::Time At(absl::string_view text) {
  absl::Time time;
  EXPECT_TRUE(absl::ParseTime(absl::RFC3339_full, text, &time, nullptr));
  return time;
}

registry::v1::PolicyVersion Policy() {
  registry::v1::PolicyVersion policy;
  policy.mutable_terms()->set_draft_response_working_days(10);
  policy.set_returns_before_giving_up(2);
  return policy;
}

v1::ImprovementPlan Plan(int returned, bool overdue) {
  v1::ImprovementPlan plan;
  plan.set_return_count(returned);
  plan.set_overdue(overdue);
  plan.mutable_submission_due_time()->set_seconds(absl::ToUnixSeconds(At(kDue)));
  return plan;
}

TEST(ReminderEndTest, GivesTheProviderAnOrdinaryTermMore) {
  EXPECT_EQ(ReminderEnd(Policy(), At(kDue)), At(kReminderEnd));
}

TEST(MayGiveUpTest, ReturnedOftenEnoughOrOverdueBeyondTheReminder) {
  struct Row {
    int returned;
    bool overdue;
    absl::Time now;
    bool may;
  };
  const absl::Time in_time = At(kDue) - absl::Hours(1);
  const absl::Time just_before = At(kReminderEnd) - absl::Seconds(1);
  const Row rows[] = {
      {0, false, in_time, false},        {1, false, in_time, false},          {2, false, in_time, true},
      {3, false, in_time, true},         {0, true, just_before, false},       {1, true, just_before, false},
      {0, true, At(kReminderEnd), true}, {0, false, At(kReminderEnd), false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(MayGiveUp(Plan(row.returned, row.overdue), Policy(), row.now), row.may)
        << row.returned << row.overdue << row.now;
  }
}

TEST(MayGiveUpTest, APlanThatWasNeverReturnedIsNotReturnedTooOften) {
  registry::v1::PolicyVersion policy = Policy();
  policy.set_returns_before_giving_up(0);
  EXPECT_FALSE(MayGiveUp(Plan(0, false), policy, At(kDue)));
  EXPECT_TRUE(MayGiveUp(Plan(1, false), policy, At(kDue)));
}

}  // namespace
}  // namespace waarborg::improvement
