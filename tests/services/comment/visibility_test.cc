// What a provider's user sees of what is said, and what not a sign of.

#include "tests/services/comment/table.h"

namespace waarborg::comment {
namespace {

using VisibilityTest = Table;

TEST_F(VisibilityTest, WhatTheTeamSaysAmongItselfIsNotThereForAProvider) {
  const CommentOr comment = Say(manager, "Onder ons");
  EXPECT_THAT(Threads(farmer), IsEmpty());
  EXPECT_THAT(ListComments(farmer, ThreadOf(comment)), ReasonIs("COMMENT_THREAD_NOT_FOUND"));
  EXPECT_THAT(Say(farmer, "Wat?", ThreadOf(comment)), ReasonIs("COMMENT_THREAD_NOT_FOUND"));
  EXPECT_THAT(Edit(farmer, comment->name(), "Wat?"), ReasonIs("COMMENT_NOT_FOUND"));
}

TEST_F(VisibilityTest, InASharedThreadBothMayReplyAndTheRestStaysInside) {
  const std::string thread = ThreadOf(Say(manager, "Wanneer is dit klaar?", kItem, /*shared=*/true));
  ASSERT_THAT(Say(reader, "Ik geloof het niet", thread), IsOk());
  const CommentOr answer = Say(farmer, "In mei", thread);
  ASSERT_THAT(answer, IsOk());
  EXPECT_TRUE(answer->shared_with_provider());
  EXPECT_THAT(Texts(farmer, thread), ElementsAre("Wanneer is dit klaar?", "In mei"));
  EXPECT_THAT(Texts(farmer, thread, 1), ElementsAre("Wanneer is dit klaar?", "In mei"));
  EXPECT_THAT(Texts(manager, thread), ElementsAre("Wanneer is dit klaar?", "Ik geloof het niet", "In mei"));
}

TEST_F(VisibilityTest, AThreadBecomesVisibleWithItsFirstSharedComment) {
  const std::string thread = ThreadOf(Say(manager, "Onder ons"));
  EXPECT_THAT(Threads(farmer), IsEmpty());
  ASSERT_THAT(Say(manager, "Voor u", thread, /*shared=*/true), IsOk());
  ASSERT_EQ(Threads(farmer).size(), 1U);
  EXPECT_THAT(Texts(farmer, thread), ElementsAre("Voor u"));
}

TEST_F(VisibilityTest, WhatAProviderWritesTheTeamSees) {
  const CommentOr question = Say(farmer, "Wat bedoelt u?");
  ASSERT_THAT(question, IsOk());
  EXPECT_TRUE(question->shared_with_provider());
  EXPECT_THAT(Texts(manager, ThreadOf(question)), ElementsAre("Wat bedoelt u?"));
}

TEST_F(VisibilityTest, AProviderSeesNoMentionsEarlierTextsOrSignsOfInsideWork) {
  const CommentOr comment = Say(manager, "Eerst", kItem, /*shared=*/true, {reader.member});
  ASSERT_THAT(Edit(manager, comment->name(), "Nu"), IsOk());
  ASSERT_THAT(Say(reader, "Onder ons", ThreadOf(comment)), IsOk());
  const auto seen = ListComments(farmer, ThreadOf(comment));
  ASSERT_THAT(seen, IsOk());
  ASSERT_EQ(seen->comments_size(), 1);
  EXPECT_EQ(seen->comments(0).text(), "Nu");
  EXPECT_EQ(seen->comments(0).earlier_size(), 0);
  EXPECT_EQ(seen->comments(0).mentions_size(), 0);
  const v1::Thread thread = Threads(farmer).at(0);
  EXPECT_EQ(thread.author(), "");
  EXPECT_EQ(thread.etag(), "");
  EXPECT_FALSE(thread.has_update_time());
}

TEST_F(VisibilityTest, AnotherProviderSeesNothing) {
  const CommentOr comment = Say(manager, "Voor de boerderij", kItem, /*shared=*/true);
  EXPECT_THAT(ListComments(miller, ThreadOf(comment)), ReasonIs("OTHER_PROVIDER"));
  EXPECT_THAT(Say(miller, "En ik?", ThreadOf(comment)), ReasonIs("OTHER_PROVIDER"));
}

TEST_F(VisibilityTest, AnAuditorReadsAllAndSaysNothing) {
  const CommentOr comment = Say(manager, "Onder ons");
  EXPECT_THAT(Texts(auditor, ThreadOf(comment)), ElementsAre("Onder ons"));
  EXPECT_THAT(Say(auditor, "Ik ook", ThreadOf(comment)), ReasonIs("ROLE_NOT_ALLOWED"));
}

}  // namespace
}  // namespace waarborg::comment
