// Tasks come and go with the terms, without anybody thinking of them.

#include "services/task/keeping.h"

#include "tests/services/task/desk_of_tasks.h"

namespace waarborg::task {
namespace {

class KeepingTest : public TaskDesk {};

TEST_F(KeepingTest, WhoMustActWithinATermFindsItFromItsStart) {
  WalkToSubmitted();
  const v1::Task task = Only();
  EXPECT_EQ(task.kind(), v1::Task::KIND_JUDGE_PLAN);
  EXPECT_EQ(task.state(), v1::Task::STATE_OPEN);
  EXPECT_EQ(task.role(), team::v1::ROLE_QUALITY_MANAGER);
  EXPECT_EQ(task.resource(), improvement::kPlan);
  EXPECT_EQ(task.provider(), improvement::kProvider);
  EXPECT_EQ(task.author(), "system");
  EXPECT_EQ(ledger::TimeOf(task.due_time()), ledger::TimeOf(Stored().judgement_due_time()));
}

TEST_F(KeepingTest, ItClosesInTheSameCommitAsTheActItAskedFor) {
  WalkToSubmitted();
  ASSERT_THAT(Approve(), IsOk());
  const v1::Task task = Only();
  EXPECT_EQ(task.state(), v1::Task::STATE_DONE);
  EXPECT_EQ(task.closed_by(), manager.member);
  EXPECT_TRUE(task.has_close_time());
  const std::vector<audit::v1::Event> events = desk.Events();
  ASSERT_GE(events.size(), 2U);
  EXPECT_EQ(events[events.size() - 2].kind(), "ImprovementPlanApproved");
  EXPECT_EQ(events.back().kind(), "TaskSettled");
}

TEST_F(KeepingTest, WhatOthersLeftUndoneComesWhenTheTermHasPassed) {
  WalkToRequested();
  EXPECT_TRUE(AboutThePlan().empty());
  Wait(absl::CivilDay(2025, 7, 2));
  const v1::Task task = Only();
  EXPECT_EQ(task.kind(), v1::Task::KIND_PLAN_OVERDUE);
  EXPECT_GT(ledger::TimeOf(task.due_time()), desk.clock.Now());
  ASSERT_THAT(Submit(), IsOk());
  for (const v1::Task& each : AboutThePlan()) {
    const bool overdue = each.kind() == v1::Task::KIND_PLAN_OVERDUE;
    EXPECT_EQ(each.state(), overdue ? v1::Task::STATE_DONE : v1::Task::STATE_OPEN);
  }
}

TEST_F(KeepingTest, ASecondFiringAddsNoSecondTask) {
  WalkToRequested();
  Wait(absl::CivilDay(2025, 7, 2));
  const absl::Time due = ledger::TimeOf(Only().due_time());
  Wait(absl::CivilDay(2025, 7, 17));
  EXPECT_EQ(ledger::TimeOf(Only().due_time()), due);
}

TEST_F(KeepingTest, WhatWasClosedByHandAndLeftUndoneComesBackWhenTheTermPasses) {
  WalkToSubmitted();
  v1::CompleteTaskRequest request;
  request.set_name(Only().name());
  request.set_note("gedaan");
  ASSERT_THAT(desk.Run(&CompleteTask, request, manager), IsOk());
  Wait(absl::CivilDay(2025, 6, 18));
  const std::vector<v1::Task> tasks = AboutThePlan();
  ASSERT_EQ(tasks.size(), 2U);
  EXPECT_EQ(tasks[0].state(), v1::Task::STATE_OPEN);
  EXPECT_EQ(tasks[1].state(), v1::Task::STATE_DONE);
}

TEST_F(KeepingTest, ATermThatStartsAnewHasATaskOfItsOwn) {
  WalkToReturned();
  ASSERT_THAT(Submit(), IsOk());
  EXPECT_EQ(AboutThePlan().size(), 2U);
  EXPECT_EQ(All().size(), 1U);
}

TEST_F(KeepingTest, ARehearsalAndARefusalLeaveNoTask) {
  WalkToSubmitted();
  const std::size_t before = desk.Events().size();
  EXPECT_FALSE(Submit().ok());
  v1::CompleteTaskRequest request;
  request.set_name(Only().name());
  request.set_note("gedaan");
  request.set_validate_only(true);
  ASSERT_THAT(desk.Run(&CompleteTask, request, manager), IsOk());
  EXPECT_EQ(Only().state(), v1::Task::STATE_OPEN);
  EXPECT_EQ(desk.Events().size(), before);
}

TEST_F(KeepingTest, AMonthOfStandstillRaisesOneTaskAndOneReminder) {
  WalkToRequested();
  Wait(absl::CivilDay(2026, 1, 5));
  const v1::Task task = Only();
  EXPECT_EQ(task.reminders_size(), 0);
  Wait(absl::CivilDay(2026, 6, 1));
  EXPECT_EQ(Only().reminders_size(), 1);
  EXPECT_TRUE(Only().reminders(0).escalated());
  EXPECT_EQ(CountEvents("TaskRaised"), 1);
}

}  // namespace
}  // namespace waarborg::task
