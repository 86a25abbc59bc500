#include "services/assessment/deadlines.h"

#include "services/assessment/commands.h"
#include "services/ledger/time.h"
#include "tests/services/assessment/scene.h"

namespace waarborg::testing {
namespace {

using namespace assessment;  // NOLINT: commands under test

void PassDay(Scene& scene, absl::CivilDay day) {
  scene.desk.clock.Set(ledger::EndOfDay(day) + absl::Seconds(1));
}

TEST(ResponseTerm, ThatPassesMarksTheResponseNone) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kDraftSent);
  PassDay(scene, absl::CivilDay(2025, 6, 16));
  EXPECT_THAT(scene.desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_EQ(scene.Get(name).state(), kDraftSent);
  PassDay(scene, absl::CivilDay(2025, 6, 17));
  ASSERT_THAT(scene.desk.RunDeadlines(Deadlines()), IsOk());
  const v1::Assessment record = scene.Get(name);
  EXPECT_EQ(record.state(), kResponseIn);
  EXPECT_TRUE(record.response().none());
  bool told = false;
  for (const audit::v1::Event& event : scene.desk.Events()) {
    if (event.kind() != "ResponseTermExpired") continue;
    told = true;
    EXPECT_EQ(event.role(), team::v1::ROLE_SYSTEM);
  }
  EXPECT_TRUE(told);
}

TEST(ResponseTerm, ThatWasExtendedPassesLater) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kDraftSent);
  ASSERT_THAT(scene.desk.Run(&ExtendResponseTerm, About<v1::ExtendResponseTermRequest>(name, R"pb(
    reason: "Holiday."
    due_date { year: 2025 month: 7 day: 1 }
  )pb"),
                             scene.qm),
              IsOk());
  PassDay(scene, absl::CivilDay(2025, 6, 30));
  ASSERT_THAT(scene.desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_EQ(scene.Get(name).state(), kDraftSent);
  PassDay(scene, absl::CivilDay(2025, 7, 1));
  ASSERT_THAT(scene.desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_EQ(scene.Get(name).state(), kResponseIn);
}

TEST(ResponseTerm, LeavesAResponseThatCameInTimeAlone) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kResponseIn);
  PassDay(scene, absl::CivilDay(2025, 6, 17));
  ASSERT_THAT(scene.desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_FALSE(scene.Get(name).response().none());
  EXPECT_EQ(scene.Get(name).response().text(), "Agreed.");
}

TEST(ResponseTerm, OfAnAmendedDraftLeavesTheEarlierResponseStanding) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kResponseIn);
  ASSERT_THAT(scene.desk.Run(&AmendDraft, About<v1::AmendDraftRequest>(name, "reason: 'Worse.'"), scene.qm),
              IsOk());
  scene.scores["VE01"] = framework::v1::SCORE_LARGELY_MEETS;
  scene.Take(name, kDraftSent);
  PassDay(scene, absl::CivilDay(2025, 6, 17));
  ASSERT_THAT(scene.desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_EQ(scene.Get(name).state(), kResponseIn);
  EXPECT_EQ(scene.Get(name).response().text(), "Agreed.");
  EXPECT_FALSE(scene.Get(name).response().none());
}

TEST(LateConfirmation, IsFlaggedWhenItsTermPasses) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kReview);
  PassDay(scene, absl::CivilDay(2025, 6, 17));
  ASSERT_THAT(scene.desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_TRUE(Asked(scene.Get(name), team::v1::ACT_SCORES)->overdue());
  EXPECT_EQ(scene.Get(name).state(), kReview);
  EXPECT_THAT(scene.Confirm(name, team::v1::ACT_SCORES), IsOk());  // late is better than never
}

TEST(LateConfirmation, ThatCameInTimeIsNotFlagged) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kReview);
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_SCORES), IsOk());
  PassDay(scene, absl::CivilDay(2025, 6, 17));
  const auto fired = scene.desk.RunDeadlines(Deadlines());
  ASSERT_THAT(fired, IsOk());
  EXPECT_EQ(*fired, 0);
  EXPECT_FALSE(Asked(scene.Get(name), team::v1::ACT_SCORES)->overdue());
}

TEST(LateConfirmation, TheNextOneIsWatchedAfterTheFirst) {
  Scene scene;
  scene.SetFourEyes(team::v1::ACT_DEVIATION, team::v1::FOUR_EYES_LATER);
  const std::string name = scene.Create();
  scene.Take(name, kReview);
  scene.desk.clock.Advance(absl::Hours(48));
  scene.JudgeThreeParts(name);
  v1::Conclusion conclusion = scene.FollowingAdvice(name);
  conclusion.add_follow_up(framework::v1::FOLLOW_UP_CONSIDER_HEAVIER_MEASURE);
  conclusion.add_deviation_grounds(v1::Conclusion::GROUND_OTHER);
  conclusion.set_deviation_text("Promises were not kept.");
  ASSERT_THAT(scene.Conclude(name, conclusion), IsOk());
  PassDay(scene, absl::CivilDay(2025, 6, 17));
  ASSERT_THAT(scene.desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_TRUE(Asked(scene.Get(name), team::v1::ACT_SCORES)->overdue());
  EXPECT_FALSE(Asked(scene.Get(name), team::v1::ACT_DEVIATION)->overdue());
  PassDay(scene, absl::CivilDay(2025, 6, 19));
  ASSERT_THAT(scene.desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_TRUE(Asked(scene.Get(name), team::v1::ACT_DEVIATION)->overdue());
}

}  // namespace
}  // namespace waarborg::testing
