// A cursor goes on where a stream was cut: nothing is lost and nothing comes twice.

#include <random>

#include "absl/strings/str_cat.h"
#include "tests/services/watch/tower.h"

namespace waarborg::watch {
namespace {

class ResumingTest : public Tower {
 protected:
  // What happens is numbered in the order in which it does.
  Act Numbered(const std::string& resource, const std::string& provider) {
    return {.kind = absl::StrCat("Number", ++last_), .resource = resource, .provider = provider};
  }

  int last_ = 0;
};

TEST_F(ResumingTest, AStreamBeginsNowWithACursorToGoOnFrom) {
  Happen({.kind = "Before"});
  Stream stream = WatchAssessment(manager);
  const std::vector<v1::WatchUpdate> first = stream.Drain();
  ASSERT_EQ(first.size(), 1U);
  EXPECT_TRUE(IsHeartbeat(first[0]));
  Happen({.kind = "After"});
  Look();
  Stream resumed = WatchAssessment(manager, first[0].cursor());
  EXPECT_THAT(Kinds(resumed.Drain()), ElementsAre("After"));
}

TEST_F(ResumingTest, AnAssessmentIsWatchedWithWhatIsBelowItAndNothingElse) {
  Stream stream = WatchAssessment(manager);
  stream.Drain();
  HappenTo({{.kind = "Itself"},
            {.kind = "Below", .resource = absl::StrCat(kAssessment, "/findings/VE01")},
            {.kind = "NamedAlike", .resource = kOtherAssessment},
            {.kind = "Elsewhere", .resource = kMillsAssessment, .provider = kMill},
            {.kind = "OfTheCase", .resource = kFarm}});
  Look();
  EXPECT_THAT(Kinds(stream.Drain()), ElementsAre("Itself", "Below"));
}

TEST_F(ResumingTest, ACaseIsWatchedWhole) {
  Stream stream = WatchCase(manager);
  stream.Drain();
  HappenTo({{.kind = "Itself"},
            {.kind = "Elsewhere", .resource = kMillsAssessment, .provider = kMill},
            {.kind = "OfTheCase", .resource = kFarm}});
  Look();
  EXPECT_THAT(Kinds(stream.Drain()), ElementsAre("Itself", "OfTheCase"));
}

TEST_F(ResumingTest, WhoeverIsFurtherBehindThanTheTailReadsTheJournal) {
  Stream stream = WatchCase(manager);
  stream.Drain();
  const std::string cursor = stream.cursor;
  std::vector<Act> acts;
  for (int i = 0; i < 2500; ++i) acts.push_back(Numbered(i % 2 == 0 ? kAssessment : kMillsAssessment, i % 2 == 0 ? kFarm : kMill));
  HappenTo(acts);
  Look();
  EXPECT_LE(feed.counts().tail_events, kMostTailEvents);
  std::vector<std::string> expected;
  for (int i = 1; i <= 2500; i += 2) expected.push_back(absl::StrCat("Number", i));
  EXPECT_EQ(Kinds(stream.Drain()), expected);
  EXPECT_EQ(Kinds(WatchCase(manager, cursor).Drain()), expected);
}

TEST_F(ResumingTest, ACursorThatFitsNoPlaceInTheJournalIsRefused) {
  Happen({});
  Stream at_the_end = WatchCase(manager, CursorAt("nmd", 1));
  EXPECT_EQ(at_the_end.Drain().size(), 1U);
  for (const std::string& cursor :
       {std::string("no cursor"), CursorAt("zorgkantoor", 1), CursorAt("nmd", 2), std::string("%%%")}) {
    Stream stream = WatchCase(manager, cursor);
    EXPECT_THAT(stream.Drain(), IsEmpty());
    EXPECT_THAT(stream.status, StatusIs(absl::StatusCode::kInvalidArgument)) << cursor;
  }
}

// Whatever is cut where, and whether the tail knows or the journal does.
TEST_F(ResumingTest, AfterCutsAtRandomEveryEventHasComeOnceAndInOrder) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    std::mt19937 chance(seed);
    const auto upto = [&chance](int most) { return std::uniform_int_distribution<int>(0, most)(chance); };
    Stream stream = WatchAssessment(manager);
    stream.Pull();
    std::string cursor = stream.cursor;
    std::vector<std::string> expected;
    std::vector<v1::WatchUpdate> got;
    for (int round = 0; round < 60; ++round) {
      std::vector<Act> acts;
      for (int i = upto(round % 10 == 0 ? 700 : 6); i > 0; --i) {
        const bool concerned = upto(2) == 0;
        acts.push_back(concerned ? Numbered(kAssessment, kFarm) : Numbered(kOtherAssessment, upto(1) == 0 ? kFarm : kMill));
        if (concerned) expected.push_back(acts.back().kind);
      }
      HappenTo(acts);
      if (upto(2) != 0) Look();
      for (v1::WatchUpdate& update : stream.Drain(static_cast<std::size_t>(upto(8)))) {
        cursor = update.cursor();
        got.push_back(std::move(update));
      }
      if (upto(3) == 0) stream = WatchAssessment(manager, cursor);
    }
    Look();
    for (v1::WatchUpdate& update : stream.Drain()) got.push_back(std::move(update));
    ASSERT_EQ(Kinds(got), expected) << "seed " << seed;
  }
}

}  // namespace
}  // namespace waarborg::watch
