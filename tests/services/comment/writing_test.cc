// Writing, changing and retracting comments, and calling upon people in them.

#include "tests/services/comment/table.h"

namespace waarborg::comment {
namespace {

using WritingTest = Table;

TEST_F(WritingTest, ACommentOnAResourceOpensAThreadAndOneInAThreadReplies) {
  const CommentOr first = Say(manager, "Klopt dit?");
  ASSERT_THAT(first, IsOk());
  EXPECT_EQ(first->state(), v1::Comment::STATE_WRITTEN);
  EXPECT_EQ(first->author(), manager.member);
  EXPECT_EQ(first->role(), team::v1::ROLE_QUALITY_MANAGER);
  const std::string thread = ThreadOf(first);
  EXPECT_TRUE(absl::StartsWith(thread, absl::StrCat(kItem, "/threads/")));
  const CommentOr reply = Say(reader, "Ja", thread);
  ASSERT_THAT(reply, IsOk());
  EXPECT_EQ(ThreadOf(reply), thread);
  ASSERT_EQ(Threads(manager).size(), 1U);
  EXPECT_EQ(Threads(manager)[0].state(), v1::Thread::STATE_OPEN);
  EXPECT_THAT(Texts(manager, thread), ElementsAre("Klopt dit?", "Ja"));
}

TEST_F(WritingTest, EveryActHasItsEventInTheCase) {
  const CommentOr comment = Say(manager, "Klopt dit?");
  ASSERT_THAT(Edit(manager, comment->name(), "Klopt dit wel?"), IsOk());
  ASSERT_THAT(Retract(manager, comment->name()), IsOk());
  std::vector<std::string> kinds;
  for (const audit::v1::Event& event : desk.Events()) {
    if (event.kind() == "SceneSet") continue;
    kinds.push_back(event.kind());
    EXPECT_EQ(event.provider(), kFarm);
    EXPECT_TRUE(absl::StartsWith(event.resource(), kItem));
  }
  EXPECT_THAT(kinds, ElementsAre("ThreadOpened", "CommentAdded", "CommentEdited", "CommentRetracted"));
}

TEST_F(WritingTest, ALeafHoldsNoTextOfAComment) {
  ASSERT_THAT(Say(manager, "Over de familie"), IsOk());
  const auto leaf =
      ledger::ReadLeaf(*desk.store->Read(), "nmd", static_cast<std::uint64_t>(desk.LastEvent().sequence()));
  ASSERT_TRUE(leaf.ok() && leaf->has_value());
  EXPECT_FALSE(absl::StrContains(**leaf, "familie"));
}

TEST_F(WritingTest, AnEarlierTextIsKept) {
  const CommentOr comment = Say(manager, "Eerst");
  ASSERT_THAT(Edit(manager, comment->name(), "Toen"), IsOk());
  const CommentOr edited = Edit(manager, comment->name(), "Nu");
  ASSERT_THAT(edited, IsOk());
  EXPECT_EQ(edited->text(), "Nu");
  ASSERT_EQ(edited->earlier_size(), 2);
  EXPECT_EQ(edited->earlier(0).text(), "Eerst");
  EXPECT_EQ(edited->earlier(1).text(), "Toen");
}

TEST_F(WritingTest, AStaleEtagIsRefused) {
  const CommentOr comment = Say(manager, "Eerst");
  ASSERT_THAT(Edit(manager, comment->name(), "Toen", comment->etag()), IsOk());
  EXPECT_THAT(Edit(manager, comment->name(), "Nu", comment->etag()), ReasonIs("ETAG_MISMATCH"));
}

TEST_F(WritingTest, OnlyItsAuthorChangesOrRetractsAComment) {
  const CommentOr comment = Say(manager, "Van mij");
  EXPECT_THAT(Edit(reader, comment->name(), "Van jou"), ReasonIs("NOT_THE_AUTHOR"));
  EXPECT_THAT(Retract(reader, comment->name()), ReasonIs("NOT_THE_AUTHOR"));
}

TEST_F(WritingTest, ARetractedCommentStaysWithItsReasonAndWithoutItsText) {
  const CommentOr comment = Say(manager, "Vergeet dit");
  ASSERT_THAT(Edit(manager, comment->name(), "Vergeet dit maar"), IsOk());
  const CommentOr retracted = Retract(manager, comment->name(), "Verkeerde bevinding");
  ASSERT_THAT(retracted, IsOk());
  EXPECT_EQ(retracted->state(), v1::Comment::STATE_RETRACTED);
  EXPECT_EQ(retracted->retract_reason(), "Verkeerde bevinding");
  EXPECT_EQ(retracted->text(), "");
  EXPECT_EQ(retracted->earlier_size(), 0);
  EXPECT_THAT(Texts(reader, ThreadOf(comment)), ElementsAre(""));
  EXPECT_THAT(Edit(manager, comment->name(), "Toch"), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST_F(WritingTest, MembersAreCalledUponByName) {
  const CommentOr comment = Say(manager, "Kijk eens", kItem, false, {reader.member});
  ASSERT_THAT(comment, IsOk());
  EXPECT_THAT(comment->mentions(), ElementsAre(reader.member));
}

TEST_F(WritingTest, WhoIsCalledUponGetsATaskUntilTheyAnswer) {
  const CommentOr comment = Say(manager, "Kijk eens", kItem, false, {reader.member});
  std::vector<task::v1::Task> tasks = TasksAbout(ThreadOf(comment));
  ASSERT_EQ(tasks.size(), 1U);
  EXPECT_EQ(tasks[0].assignee(), reader.member);
  EXPECT_EQ(tasks[0].author(), manager.member);
  EXPECT_EQ(tasks[0].kind(), task::v1::Task::KIND_ANSWER_COMMENT);
  ASSERT_THAT(Say(reader, "Gezien", ThreadOf(comment)), IsOk());
  EXPECT_THAT(TasksAbout(ThreadOf(comment)), IsEmpty());
}

TEST_F(WritingTest, AMentionAddedLaterRaisesATaskForThatMemberAlone) {
  const CommentOr comment = Say(manager, "Kijk eens");
  EXPECT_THAT(TasksAbout(ThreadOf(comment)), IsEmpty());
  ASSERT_THAT(Edit(manager, comment->name(), "Kijk eens, lezer", "", {reader.member}), IsOk());
  ASSERT_THAT(Edit(manager, comment->name(), "Kijk eens, lezer!", "", {reader.member}), IsOk());
  EXPECT_EQ(TasksAbout(ThreadOf(comment)).size(), 1U);
}

TEST_F(WritingTest, ARetractedCommentAsksNothingOfAnybody) {
  const CommentOr comment = Say(manager, "Kijk eens", kItem, false, {reader.member});
  ASSERT_THAT(Retract(manager, comment->name()), IsOk());
  EXPECT_THAT(TasksAbout(ThreadOf(comment)), IsEmpty());
}

TEST_F(WritingTest, NorDoesAMentionThatWasTakenOutUnlessAnotherCommentStillMakesIt) {
  const CommentOr first = Say(manager, "Kijk eens", kItem, false, {reader.member});
  const CommentOr second = Say(manager, "Graag vandaag", ThreadOf(first), false, {reader.member});
  ASSERT_THAT(second, IsOk());
  ASSERT_THAT(Edit(manager, first->name(), "Toch niet"), IsOk());
  EXPECT_EQ(TasksAbout(ThreadOf(first)).size(), 1U);
  ASSERT_THAT(Retract(manager, second->name()), IsOk());
  EXPECT_THAT(TasksAbout(ThreadOf(first)), IsEmpty());
}

TEST_F(WritingTest, ToChangeWhatOneSaidIsNoAnswer) {
  const CommentOr first = Say(reader, "Wat vind jij?");
  ASSERT_THAT(Say(manager, "Wat vind jij zelf?", ThreadOf(first), false, {reader.member}), IsOk());
  ASSERT_THAT(Edit(reader, first->name(), "Wat vindt u?"), IsOk());
  EXPECT_EQ(TasksAbout(ThreadOf(first)).size(), 1U);
}

TEST_F(WritingTest, AResolvedThreadAsksNothingOfAnybody) {
  const CommentOr comment = Say(manager, "Kijk eens", kItem, false, {reader.member});
  ASSERT_THAT(Resolve(manager, ThreadOf(comment)), IsOk());
  EXPECT_THAT(TasksAbout(ThreadOf(comment)), IsEmpty());
}

TEST_F(WritingTest, AProvidersUserIsGivenNoTask) {
  const CommentOr comment = Say(manager, "Wilt u kijken?", kItem, true, {farmer.member});
  EXPECT_THAT(comment, IsOk());
  EXPECT_THAT(TasksAbout(ThreadOf(comment)), IsEmpty());
}

TEST_F(WritingTest, WhoCannotReadACommentIsNotCalledUpon) {
  const call::Caller gone = Desk::As("gone", {team::v1::ROLE_TEAM_MEMBER});
  Enrol(gone, /*inactive=*/true);
  EXPECT_THAT(FieldFaults(Say(manager, "Kijk eens", kItem, false,
                              {"regions/nmd/members/nobody", gone.member, farmer.member, reader.member,
                               reader.member})
                              .status()),
              ElementsAre("mentions[0]: MENTION_NOT_FOUND", "mentions[1]: MENTION_NOT_FOUND",
                          "mentions[2]: MENTION_CANNOT_READ", "mentions[4]: MENTION_TWICE"));
  EXPECT_THAT(Say(manager, "Kijk eens", kItem, true, {farmer.member}), IsOk());
  EXPECT_THAT(FieldFaults(Say(manager, "Kijk eens", kItem, true, {miller.member}).status()),
              ElementsAre("mentions[0]: MENTION_CANNOT_READ"));
}

TEST_F(WritingTest, NothingIsSaidWhereThereIsNothing) {
  EXPECT_THAT(Say(manager, "Hallo?", "regions/nmd/improvementPlans/p/items/VE99"),
              ReasonIs("PLAN_ITEM_NOT_FOUND"));
  EXPECT_THAT(Say(manager, "Hallo?", absl::StrCat(kItem, "/threads/none")),
              ReasonIs("COMMENT_THREAD_NOT_FOUND"));
  EXPECT_THAT(Say(manager, "Hallo?", "regions/nmd/providers/farm"),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace waarborg::comment
