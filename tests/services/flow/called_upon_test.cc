// Whom an event calls upon.

#include "services/flow/called_upon.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/comment/records.h"
#include "services/task/records.h"

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

std::vector<std::string> MembersOf(const audit::v1::Event& event) {
  std::vector<std::string> members;
  for (const notice::Calling& calling : CalledUpon(event)) members.push_back(calling.member + " " + calling.resource);
  return members;
}

TEST(CalledUpon, AreThoseWhomTheLastChangeOfACommentMentions) {
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

TEST(CalledUpon, IsTheOneATaskIsGivenToUnlessACommentSaysSoAlready) {
  task::v1::Task task;
  task.set_name("task");
  task.set_kind(task::v1::Task::KIND_JUDGE_PLAN);
  audit::v1::Event event;
  event.set_kind("TaskRaised");
  AddChange(event, task::kTasks.id, task);
  EXPECT_THAT(MembersOf(event), IsEmpty());
  task.set_assignee("anna");
  event.clear_changes();
  AddChange(event, task::kTasks.id, task);
  EXPECT_THAT(MembersOf(event), ElementsAre("anna task"));
  event.set_kind("TaskReminded");
  EXPECT_THAT(MembersOf(event), IsEmpty());
  event.set_kind("TaskRaised");
  task.set_kind(task::v1::Task::KIND_ANSWER_COMMENT);
  event.clear_changes();
  AddChange(event, task::kTasks.id, task);
  EXPECT_THAT(MembersOf(event), IsEmpty());
}

}  // namespace
}  // namespace waarborg::flow
