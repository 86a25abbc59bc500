// An open task is brought to mind in steps, and at the last before a person named in policy.

#include "services/registry/records.h"
#include "tests/services/task/desk_of_tasks.h"

namespace waarborg::task {
namespace {

class RemindingTest : public TaskDesk {
 protected:
  // A region whose policy names who gets what nobody does.
  void NamePerson(const std::string& member) {
    registry::v1::Region region;
    region.set_name("regions/nmd");
    region.set_current_policy(improvement::kPolicy);
    policy.clear_reminders();
    registry::v1::ReminderRule& rule = *policy.add_reminders();
    rule.set_before_working_days(5);
    rule.set_after_working_days(5);
    rule.set_escalate_after_working_days(10);
    rule.set_escalate_to(member);
    Scene([&](ledger::UnitOfWork& unit) -> absl::Status {
      RETURN_IF_ERROR(unit.Put(registry::kPolicyVersions,
                               registry::PolicyVersionName::Parse(improvement::kPolicy)->Key(), policy));
      return unit.Put(registry::kRegions, registry::RegionName{.region = "nmd"}.Key(), region);
    });
  }

  void Claim() {
    v1::ClaimTaskRequest request;
    request.set_name(Only().name());
    ASSERT_THAT(desk.Run(&ClaimTask, request, manager), IsOk());
  }
};

// The judgement of a plan submitted on Monday 2 June 2025 is due on the 17th.
TEST_F(RemindingTest, TheStepsComeOneByOneEachOnce) {
  WalkToSubmitted();
  Wait(absl::CivilDay(2025, 6, 6));
  EXPECT_EQ(Only().reminders_size(), 0);
  for (const auto& [day, sent] :
       {std::pair{absl::CivilDay(2025, 6, 10), 1}, std::pair{absl::CivilDay(2025, 6, 11), 1},
        std::pair{absl::CivilDay(2025, 6, 18), 2}, std::pair{absl::CivilDay(2025, 6, 25), 3},
        std::pair{absl::CivilDay(2025, 7, 2), 4}, std::pair{absl::CivilDay(2026, 7, 2), 4}}) {
    Wait(day);
    EXPECT_EQ(Only().reminders_size(), sent) << day;
  }
  EXPECT_EQ(CountEvents("TaskReminded"), 3);
  EXPECT_EQ(CountEvents("TaskEscalated"), 1);
}

TEST_F(RemindingTest, AtTheLastStepItIsHandedToThePersonNamedInPolicy) {
  NamePerson(manager2.member);
  WalkToSubmitted();
  Claim();
  Wait(absl::CivilDay(2025, 7, 2));
  EXPECT_EQ(Only().assignee(), manager2.member);
}

TEST_F(RemindingTest, OrBackToAllWhoHoldTheRoleWhenThatPersonCannotDoIt) {
  NamePerson(reader.member);
  WalkToSubmitted();
  Claim();
  Wait(absl::CivilDay(2025, 7, 2));
  EXPECT_EQ(Only().assignee(), "");
}

TEST_F(RemindingTest, WhileItsTermStandsStillNobodyIsReminded) {
  WalkToSubmitted();
  const auto move = [this](bool suspend, const std::string& kind) {
    ASSERT_THAT(desk.Write([&](ledger::UnitOfWork& unit) -> absl::Status {
      constexpr char kTerm[] = "improvement.judgement-due";
      RETURN_IF_ERROR((suspend
                           ? unit.SuspendDeadline(improvement::kPlan, kTerm, "Er wordt gewacht op stukken")
                           : unit.ResumeDeadline(improvement::kPlan, kTerm, "De stukken zijn er"))
                          .status());
      unit.Record({.kind = kind, .resource = improvement::kPlan});
      return absl::OkStatus();
    }),
                IsOk());
  };
  move(/*suspend=*/true, "TermSuspended");
  EXPECT_EQ(CountEvents("TaskPaused"), 1);
  // Resumed at once: the date is the same, and the reminders go on.
  move(/*suspend=*/false, "TermResumed");
  EXPECT_EQ(CountEvents("TaskResumed"), 1);
  EXPECT_EQ(CountEvents("TaskMoved"), 0);
  Wait(absl::CivilDay(2025, 6, 10));
  ASSERT_EQ(Only().reminders_size(), 1);
  move(/*suspend=*/true, "TermSuspended");
  Wait(absl::CivilDay(2025, 9, 1));
  EXPECT_EQ(Only().reminders_size(), 1);
  EXPECT_EQ(CountEvents("TaskEscalated"), 0);
  move(/*suspend=*/false, "TermResumed");
  const absl::Time due = ledger::TimeOf(Only().due_time());
  EXPECT_GT(due, desk.clock.Now());
  Wait(absl::CivilDay(2025, 10, 1));
  EXPECT_GT(Only().reminders_size(), 1);
}

TEST_F(RemindingTest, AClosedTaskIsLeftAlone) {
  WalkToSubmitted();
  ASSERT_THAT(Approve(), IsOk());
  Wait(absl::CivilDay(2025, 7, 2));
  EXPECT_EQ(Only().reminders_size(), 0);
}

}  // namespace
}  // namespace waarborg::task
