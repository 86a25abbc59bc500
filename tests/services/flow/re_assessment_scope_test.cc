// The scope of a re-assessment: what failed, what is tested beside it and why, and what may be left out.

#include "services/call/request_check.h"
#include "tests/services/flow/retests.h"

namespace waarborg::testing {
namespace {

using framework::v1::SCORE_MEETS;
using framework::v1::SCORE_MEETS_NOT;
using framework::v1::SCORE_NOT_TESTED;
using team::v1::ACT_NARROWED_SCOPE;
using ::testing::ElementsAre;

constexpr char kWithoutVe02[] = "exclusions { criteria: 'VE02' reason: 'The plan for it runs on.' }";

absl::StatusOr<assessment::v1::Assessment> SetScope(Scene& scene, const std::string& name,
                                                    const std::string& wish) {
  return scene.desk.Run(&assessment::SetScope, About<assessment::v1::SetScopeRequest>(name, wish), scene.qm);
}

absl::StatusOr<assessment::v1::Assessment> SubmitScores(Scene& scene, const std::string& name) {
  return scene.desk.Run(&assessment::SubmitScores, About<assessment::v1::SubmitScoresRequest>(name),
                        scene.qm);
}

// A re-assessment in PREPARING.
std::string InPreparation(Scene& scene) {
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  const std::string name = scene.Create(Again(each));
  scene.Take(name, assessment::kPreparing);
  return name;
}

// From PREPARING, with the scope as it is, to SCORING with everything scored.
void VisitAndScore(Scene& scene, const std::string& name) {
  ASSERT_THAT(scene.desk.Run(&assessment::StartFieldwork,
                             About<assessment::v1::StartFieldworkRequest>(
                                 name, "delegation: 'regions/nmd/members/quality-manager'"),
                             scene.qm),
              IsOk());
  scene.Take(name, assessment::kScoring);
  scene.ScoreScope(name);
}

TEST(ReAssessment, ExtraCriteriaExistAndApply) {
  Scene scene;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  EXPECT_THAT(
      FieldFaults(
          scene.TryCreate(Again(each, "extras { criteria: 'DM01' criteria: 'XX01' reason: 'Signals.' }"))
              .status()),
      ElementsAre("assessment.extras[0].criteria[1]: UNKNOWN_CRITERION"));
}

TEST(ReAssessment, KeepsAScoreOfItsOwnWhenTheCriterionLeavesTheScope) {
  Scene scene;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  const std::string name = scene.Create(Again(each));
  scene.Take(name, assessment::kPreparing);
  const auto set_scope = [&](const std::string& wish) {
    return scene.desk.Run(&assessment::SetScope, About<assessment::v1::SetScopeRequest>(name, wish),
                          scene.qm);
  };
  ASSERT_THAT(set_scope("extras { criteria: 'DM01' reason: 'Signals.' }"), IsOk());
  auto score = About<assessment::v1::ScoreFindingsRequest>(name, R"pb(
    scores {
      criterion: 'DM01'
      score: SCORE_MEETS_NOT
      motivation: 'Not seen in any file.'
      sample { seen: 4 in_order: 0 }
    }
  )pb");
  ASSERT_THAT(scene.desk.Run(&assessment::ScoreFindings, score, scene.qm), IsOk());
  ASSERT_THAT(set_scope(""), IsOk());
  const assessment::v1::Finding carried = scene.GetFinding(name, "DM01");
  EXPECT_TRUE(carried.carried_over());
  EXPECT_EQ(carried.score(), SCORE_MEETS);
  EXPECT_FALSE(carried.has_sample());
  EXPECT_EQ(carried.sample_suggests(), framework::v1::SCORE_UNSPECIFIED);
  ASSERT_EQ(carried.previous_size(), 1);
  EXPECT_EQ(carried.previous(0).score(), SCORE_MEETS_NOT);
  EXPECT_EQ(carried.previous(0).motivation(), "Not seen in any file.");
}

TEST(ReAssessment, ExtrasSayWhy) {
  Scene scene;
  const std::string name = InPreparation(scene);
  call::Violations violations;
  call::CheckRequest(About<assessment::v1::SetScopeRequest>(name, "extras { criteria: 'DM01' }"), violations);
  EXPECT_THAT(FieldFaults(violations.ToStatus()), ElementsAre("extras[0].reason: REQUIRED"));
}

TEST(ReAssessment, IsNarrowedBelowWhatFailedOnlyWithTheSecondReader) {
  Scene scene;
  const std::string name = InPreparation(scene);
  const auto narrowed = SetScope(scene, name, kWithoutVe02);
  ASSERT_THAT(narrowed, IsOk());
  ASSERT_NE(Asked(*narrowed, ACT_NARROWED_SCOPE), nullptr);
  EXPECT_EQ(Asked(*narrowed, ACT_NARROWED_SCOPE)->rule(), team::v1::FOUR_EYES_BEFORE);
  VisitAndScore(scene, name);
  EXPECT_THAT(SubmitScores(scene, name), ReasonIs("SECOND_PERSON_REQUIRED"));
  ASSERT_THAT(scene.Confirm(name, ACT_NARROWED_SCOPE), IsOk());
  const auto submitted = SubmitScores(scene, name);
  ASSERT_THAT(submitted, IsOk());
  EXPECT_EQ(submitted->state(), assessment::kReview);
  EXPECT_EQ(submitted->merged_evaluation().n(), 44);
  EXPECT_EQ(submitted->merged_evaluation().quarter_points(), 172);  // VE02 stands as it was
  EXPECT_TRUE(scene.GetFinding(name, "VE02").carried_over());
}

TEST(ReAssessment, ThatLeavesAShortcomingUntestedIsNarrowedToo) {
  Scene scene;
  const std::string name = InPreparation(scene);
  ASSERT_THAT(SetScope(scene, name, ""), IsOk());
  scene.scores["VE02"] = SCORE_NOT_TESTED;
  VisitAndScore(scene, name);
  const auto asked = SubmitScores(scene, name);
  ASSERT_THAT(asked, IsOk());
  EXPECT_EQ(asked->state(), assessment::kScoring);
  EXPECT_EQ(scene.desk.LastEvent().kind(), "NarrowingAsked");
  EXPECT_THAT(SubmitScores(scene, name), ReasonIs("SECOND_PERSON_REQUIRED"));
  ASSERT_THAT(scene.Confirm(name, ACT_NARROWED_SCOPE), IsOk());
  const auto submitted = SubmitScores(scene, name);
  ASSERT_THAT(submitted, IsOk());
  EXPECT_EQ(submitted->state(), assessment::kReview);
}

TEST(ReAssessment, ThatTestsAfterAllWhatItLeftOutAsksNobody) {
  Scene scene;
  const std::string name = InPreparation(scene);
  ASSERT_THAT(SetScope(scene, name, ""), IsOk());
  scene.scores["VE02"] = SCORE_NOT_TESTED;
  VisitAndScore(scene, name);
  ASSERT_THAT(SubmitScores(scene, name), IsOk());
  ASSERT_THAT(scene.Score(name, "VE02", SCORE_MEETS), IsOk());
  const auto submitted = SubmitScores(scene, name);
  ASSERT_THAT(submitted, IsOk());
  EXPECT_EQ(submitted->state(), assessment::kReview);
  EXPECT_EQ(Asked(*submitted, ACT_NARROWED_SCOPE), nullptr);
}

TEST(ReAssessment, ThatIsNarrowedOtherwiseIsConfirmedAgain) {
  Scene scene;
  const std::string name = InPreparation(scene);
  ASSERT_THAT(SetScope(scene, name, kWithoutVe02), IsOk());
  ASSERT_THAT(scene.Confirm(name, ACT_NARROWED_SCOPE), IsOk());
  const auto other =
      SetScope(scene, name, "exclusions { criteria: 'VE02' criteria: 'VE03' reason: 'The plan runs on.' }");
  ASSERT_THAT(other, IsOk());
  ASSERT_NE(Asked(*other, ACT_NARROWED_SCOPE), nullptr);
  EXPECT_EQ(Asked(*other, ACT_NARROWED_SCOPE)->confirmer(), "");
  const auto whole = SetScope(scene, name, "");
  ASSERT_THAT(whole, IsOk());
  EXPECT_EQ(Asked(*whole, ACT_NARROWED_SCOPE), nullptr);
}

TEST(ReAssessment, NarrowedWherePolicySaysLaterGoesOnMeanwhile) {
  Scene scene;
  scene.SetFourEyes(ACT_NARROWED_SCOPE, team::v1::FOUR_EYES_LATER);
  const std::string name = InPreparation(scene);
  ASSERT_THAT(SetScope(scene, name, kWithoutVe02), IsOk());
  VisitAndScore(scene, name);
  const auto submitted = SubmitScores(scene, name);
  ASSERT_THAT(submitted, IsOk());
  EXPECT_EQ(submitted->state(), assessment::kReview);
  ASSERT_NE(Asked(*submitted, ACT_NARROWED_SCOPE), nullptr);
}

}  // namespace
}  // namespace waarborg::testing
