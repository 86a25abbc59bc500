// What people do with tasks, and what they see of them.

#include <algorithm>

#include "tests/services/task/desk_of_tasks.h"

namespace waarborg::task {
namespace {

class TaskTest : public TaskDesk {
 protected:
  TaskTest() { WalkToSubmitted(); }

  template <class Request>
  Request About() {
    Request request;
    request.set_name(Only().name());
    return request;
  }
  absl::StatusOr<v1::Task> Claim(const call::Caller& who) {
    return desk.Run(&ClaimTask, About<v1::ClaimTaskRequest>(), who);
  }
  absl::StatusOr<v1::Task> Assign(const std::string& to, const call::Caller& who) {
    auto request = About<v1::AssignTaskRequest>();
    request.set_assignee(to);
    return desk.Run(&AssignTask, request, who);
  }
  absl::StatusOr<v1::Task> Complete(const call::Caller& who, const std::string& note = "gebeld") {
    auto request = About<v1::CompleteTaskRequest>();
    request.set_note(note);
    return desk.Run(&CompleteTask, request, who);
  }
  absl::StatusOr<v1::Task> Cancel(const call::Caller& who) {
    auto request = About<v1::CancelTaskRequest>();
    request.set_reason("dubbel");
    return desk.Run(&CancelTask, request, who);
  }
};

TEST_F(TaskTest, WhoHoldsTheRoleTakesItUpAndCompletesItWithANote) {
  EXPECT_EQ(Claim(manager)->assignee(), manager.member);
  const auto done = Complete(manager);
  ASSERT_THAT(done, IsOk());
  EXPECT_EQ(done->state(), v1::Task::STATE_DONE);
  EXPECT_EQ(done->note(), "gebeld");
  EXPECT_EQ(done->closed_by(), manager.member);
  EXPECT_EQ(desk.LastEvent().reason(), "gebeld");
}

TEST_F(TaskTest, WhoDoesNotHoldTheRoleDoesNot) {
  EXPECT_THAT(Claim(reader), ReasonIs("ROLE_NOT_ALLOWED"));
  EXPECT_THAT(Complete(reader), ReasonIs("ROLE_NOT_ALLOWED"));
  EXPECT_THAT(Cancel(reader), ReasonIs("ROLE_NOT_ALLOWED"));
  EXPECT_THAT(Assign(reader.member, reader), ReasonIs("ROLE_NOT_ALLOWED"));
}

TEST_F(TaskTest, WhatSomebodyHasTakenUpIsTheirs) {
  ASSERT_THAT(Claim(manager), IsOk());
  EXPECT_THAT(Claim(manager2), ReasonIs("TASK_OF_OTHER"));
  EXPECT_THAT(Complete(manager2), ReasonIs("TASK_OF_OTHER"));
  ASSERT_THAT(Assign(manager2.member, manager2), IsOk());
  EXPECT_THAT(Complete(manager2), IsOk());
}

TEST_F(TaskTest, ItIsGivenOnlyToWhoCanDoIt) {
  EXPECT_THAT(Assign(reader.member, manager), ReasonIs("MEMBER_LACKS_ROLE"));
  EXPECT_THAT(Assign("regions/nmd/members/nobody", manager), ReasonIs("MEMBER_LACKS_ROLE"));
  Hire(manager2, /*inactive=*/true);
  EXPECT_THAT(Assign(manager2.member, manager), ReasonIs("MEMBER_LACKS_ROLE"));
  ASSERT_THAT(Assign(manager.member, manager), IsOk());
  EXPECT_EQ(Assign("", manager)->assignee(), "");
}

TEST_F(TaskTest, ACancelledOneKeepsItsReasonAndIsNotDoneAnyMore) {
  const auto cancelled = Cancel(manager);
  ASSERT_THAT(cancelled, IsOk());
  EXPECT_EQ(cancelled->state(), v1::Task::STATE_CANCELLED);
  EXPECT_EQ(cancelled->note(), "dubbel");
  EXPECT_THAT(Complete(manager), ReasonIs("ILLEGAL_TRANSITION"));
  EXPECT_THAT(Claim(manager), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST_F(TaskTest, ANoteAndAReasonAreRequired) {
  EXPECT_EQ(FieldFaults(Complete(manager, "").status()), std::vector<std::string>{"note: REQUIRED"});
}

TEST_F(TaskTest, AStaleEtagIsRefused) {
  auto request = About<v1::ClaimTaskRequest>();
  request.set_etag("stale");
  EXPECT_THAT(desk.Run(&ClaimTask, request, manager), ReasonIs("ETAG_MISMATCH"));
}

TEST_F(TaskTest, ListsAreMineThoseOfARoleAndThoseOverdue) {
  v1::ListTasksRequest mine;
  mine.set_mine(true);
  EXPECT_TRUE(List(mine, manager).empty());
  ASSERT_THAT(Claim(manager), IsOk());
  EXPECT_EQ(List(mine, manager).size(), 1U);
  EXPECT_TRUE(List(mine, manager2).empty());
  v1::ListTasksRequest of_role;
  of_role.set_role(team::v1::ROLE_QUALITY_MANAGER);
  EXPECT_EQ(List(of_role, manager2).size(), 1U);
  of_role.set_role(team::v1::ROLE_SECOND_READER);
  EXPECT_TRUE(List(of_role, manager2).empty());
  v1::ListTasksRequest overdue;
  overdue.set_overdue(true);
  EXPECT_TRUE(List(overdue, manager).empty());
  Wait(absl::CivilDay(2025, 6, 18));
  EXPECT_EQ(List(overdue, manager).size(), 1U);
}

TEST_F(TaskTest, FiltersThatDoNotGoTogetherAreRefused) {
  v1::ListTasksRequest request;
  request.set_parent("regions/nmd");
  request.set_mine(true);
  request.set_role(team::v1::ROLE_QUALITY_MANAGER);
  EXPECT_EQ(FieldFaults(desk.Ask(&ListTasks, request, manager).status()),
            std::vector<std::string>{"role: ONLY_ONE_FILTER"});
}

TEST_F(TaskTest, PagesFollowEachOtherByDueTime) {
  ASSERT_THAT(desk.Write([](ledger::UnitOfWork& unit) -> absl::Status {
    for (int i = 0; i < 7; ++i) {
      Errand errand;
      errand.kind = v1::Task::KIND_JUDGE_PLAN;
      errand.resource = absl::StrCat("regions/nmd/improvementPlans/p", i);
      errand.role = team::v1::ROLE_QUALITY_MANAGER;
      errand.due = unit.now() + (7 - i) * absl::Hours(24);
      RETURN_IF_ERROR(Raise(unit, errand).status());
    }
    return absl::OkStatus();
  }),
              IsOk());
  v1::ListTasksRequest request;
  request.set_parent("regions/nmd");
  request.set_page_size(3);
  std::vector<absl::Time> due;
  do {
    const auto page = desk.Ask(&ListTasks, request, manager);
    ASSERT_THAT(page, IsOk());
    for (const v1::Task& task : page->tasks()) due.push_back(ledger::TimeOf(task.due_time()));
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(due.size(), 8U);
  EXPECT_TRUE(std::is_sorted(due.begin(), due.end()));
}

}  // namespace
}  // namespace waarborg::task
