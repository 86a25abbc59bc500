// Threads: resolved, reopened, listed.

#include "tests/services/comment/table.h"

namespace waarborg::comment {
namespace {

using ThreadsTest = Table;

TEST_F(ThreadsTest, AResolvedThreadTakesNoRepliesUntilItIsReopened) {
  const std::string thread = ThreadOf(Say(manager, "Klopt dit?"));
  const ThreadOr resolved = Resolve(reader, thread);
  ASSERT_THAT(resolved, IsOk());
  EXPECT_EQ(resolved->state(), v1::Thread::STATE_RESOLVED);
  EXPECT_THAT(Say(manager, "Nog iets", thread), ReasonIs("ILLEGAL_TRANSITION"));
  EXPECT_THAT(Resolve(reader, thread), ReasonIs("ILLEGAL_TRANSITION"));
  ASSERT_THAT(Reopen(manager, thread), IsOk());
  EXPECT_THAT(Say(manager, "Nog iets", thread), IsOk());
}

TEST_F(ThreadsTest, TheTeamAloneResolvesAndReopens) {
  const std::string thread = ThreadOf(Say(manager, "Klopt dit?", kItem, /*shared=*/true));
  EXPECT_THAT(Resolve(farmer, thread), ReasonIs("ROLE_NOT_ALLOWED"));
  ASSERT_THAT(Resolve(manager, thread), IsOk());
  EXPECT_THAT(Reopen(farmer, thread), ReasonIs("ROLE_NOT_ALLOWED"));
}

TEST_F(ThreadsTest, ThreadsAndCommentsComeOldestFirstInPagesOfAnySize) {
  std::vector<std::string> names;
  for (int i = 0; i < 7; ++i) names.push_back(ThreadOf(Say(manager, absl::StrCat("Gesprek ", i))));
  for (const int size : {1, 3, 7, 8}) {
    std::vector<std::string> listed;
    for (const v1::Thread& thread : Threads(reader, size)) listed.push_back(thread.name());
    EXPECT_EQ(listed, names) << size;
  }
  for (int i = 1; i < 6; ++i) ASSERT_THAT(Say(reader, absl::StrCat("Antwoord ", i), names[0]), IsOk());
  for (const int size : {1, 4, 6}) {
    EXPECT_THAT(Texts(manager, names[0], size), ElementsAre("Gesprek 0", "Antwoord 1", "Antwoord 2", "Antwoord 3",
                                                            "Antwoord 4", "Antwoord 5"))
        << size;
  }
}

}  // namespace
}  // namespace waarborg::comment
