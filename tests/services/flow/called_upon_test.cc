// Whom an event calls upon.

#include "services/flow/called_upon.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/comment/records.h"
#include "services/task/records.h"
#include "services/team/names.h"
#include "services/team/records.h"
#include "tests/support/desk.h"
#include "tests/support/matchers.h"

namespace waarborg::flow {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <class Record>
void AddChange(audit::v1::Event& event, storage::TableId table, const Record& after) {
  audit::v1::RecordChange& change = *event.add_changes();
  change.set_table(static_cast<int>(table));
  change.set_after(after.SerializeAsString());
}

class CalledUponTest : public ::testing::Test {
 protected:
  CalledUponTest() {
    EXPECT_THAT(desk.Write([](ledger::UnitOfWork& unit) -> absl::Status {
      for (const char* id : {"anna", "bert", "gone", "reader"}) {
        const team::MemberName name{.region = "nmd", .member = id};
        team::v1::Member member;
        member.set_name(name.ToString());
        member.set_inactive(name.member == "gone");
        member.add_roles(name.member == "reader" ? team::v1::ROLE_SECOND_READER
                                                 : team::v1::ROLE_QUALITY_MANAGER);
        RETURN_IF_ERROR(unit.Put(team::kMembers, name.Key(), member));
      }
      unit.Record({.kind = "SceneSet", .resource = "regions/nmd"});
      return absl::OkStatus();
    }),
                testing::IsOk());
  }

  std::vector<std::string> MembersOf(const audit::v1::Event& event) {
    std::vector<std::string> members;
    const auto callings = CalledUpon(*desk.store->Read(), event);
    EXPECT_THAT(callings, testing::IsOk());
    if (!callings.ok()) return members;
    for (const notice::Calling& calling : *callings)
      members.push_back(calling.member + " " + calling.resource);
    return members;
  }

  testing::Desk desk;
};

TEST_F(CalledUponTest, AreThoseWhomTheLastChangeOfACommentMentions) {
  comment::v1::Comment comment;
  comment.add_mentions("old");
  comment.add_mentions("new");
  comment.add_new_mentions("new");
  audit::v1::Event event;
  event.set_resource("comment");
  AddChange(event, comment::kComments.id, comment);
  for (const char* kind : {"CommentAdded", "CommentEdited"}) {
    event.set_kind(kind);
    EXPECT_THAT(MembersOf(event), ElementsAre("new comment")) << kind;
  }
  event.set_kind("CommentRetracted");
  EXPECT_THAT(MembersOf(event), IsEmpty());
}

TEST_F(CalledUponTest, IsTheOneATaskIsGivenToUnlessACommentSaysSoAlready) {
  task::v1::Task task;
  task.set_name("regions/nmd/tasks/t");
  task.set_kind(task::v1::Task::KIND_JUDGE_PLAN);
  task.set_role(team::v1::ROLE_QUALITY_MANAGER);
  task.set_assignee("anna");
  audit::v1::Event event;
  AddChange(event, task::kTasks.id, task);
  for (const char* kind : {"TaskRaised", "TaskAssigned", "TaskReminded", "TaskEscalated"}) {
    event.set_kind(kind);
    EXPECT_THAT(MembersOf(event), ElementsAre("anna regions/nmd/tasks/t")) << kind;
  }
  for (const char* kind : {"TaskClaimed", "TaskMoved", "TaskCompleted"}) {
    event.set_kind(kind);
    EXPECT_THAT(MembersOf(event), IsEmpty()) << kind;
  }
  task.set_kind(task::v1::Task::KIND_ANSWER_COMMENT);
  event.clear_changes();
  AddChange(event, task::kTasks.id, task);
  event.set_kind("TaskRaised");
  EXPECT_THAT(MembersOf(event), IsEmpty());
  event.set_kind("TaskReminded");
  EXPECT_THAT(MembersOf(event), ElementsAre("anna regions/nmd/tasks/t"));
}

TEST_F(CalledUponTest, AreAllActiveHoldersOfTheRoleOfATaskThatNobodyHas) {
  task::v1::Task task;
  task.set_name("regions/nmd/tasks/t");
  task.set_kind(task::v1::Task::KIND_JUDGE_PLAN);
  task.set_role(team::v1::ROLE_QUALITY_MANAGER);
  audit::v1::Event event;
  AddChange(event, task::kTasks.id, task);
  for (const char* kind : {"TaskRaised", "TaskReminded", "TaskEscalated"}) {
    event.set_kind(kind);
    EXPECT_THAT(MembersOf(event), ElementsAre("regions/nmd/members/anna regions/nmd/tasks/t",
                                              "regions/nmd/members/bert regions/nmd/tasks/t"))
        << kind;
  }
  task.clear_role();
  event.clear_changes();
  AddChange(event, task::kTasks.id, task);
  EXPECT_THAT(MembersOf(event), IsEmpty());
}

}  // namespace
}  // namespace waarborg::flow
