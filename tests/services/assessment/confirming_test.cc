// The second person, and cancelling.

#include "services/assessment/commands.h"
#include "tests/services/assessment/scene.h"

namespace waarborg::testing {
namespace {

using namespace assessment;  // NOLINT: commands under test

v1::ConfirmAssessmentRequest Confirmation(const std::string& name, team::v1::Act act,
                                          const std::string& digest) {
  v1::ConfirmAssessmentRequest request;
  request.set_name(name);
  request.set_act(act);
  request.set_content_digest(digest);
  return request;
}

TEST(Confirming, IsAnActOfTheSecondReaderBoundToTheContent) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kReview);
  const v1::Assessment record = scene.Get(name);
  const std::string digest = Asked(record, team::v1::ACT_SCORES)->content_digest();
  const auto confirm = [&](const call::Caller& caller, const std::string& given) {
    return scene.desk.Run(&ConfirmAssessment, Confirmation(name, team::v1::ACT_SCORES, given), caller);
  };
  EXPECT_THAT(confirm(scene.qm, digest), ReasonIs("ROLE_NOT_ALLOWED"));
  EXPECT_THAT(confirm(scene.sr, "other"), ReasonIs("CONTENT_CHANGED"));
  const auto confirmed = confirm(scene.sr, digest);
  ASSERT_THAT(confirmed, IsOk());
  EXPECT_EQ(Asked(*confirmed, team::v1::ACT_SCORES)->confirmer(), scene.sr.member);
  EXPECT_EQ(confirmed->state(), kReview);
  EXPECT_EQ(scene.desk.LastEvent().kind(), "ActConfirmed");
  EXPECT_THAT(confirm(scene.sr, digest), ReasonIs("ALREADY_CONFIRMED"));
}

TEST(Confirming, WhatNobodyAskedIsRefused) {
  Scene scene;
  EXPECT_THAT(scene.Confirm(scene.Create(), team::v1::ACT_DEVIATION), ReasonIs("NOTHING_TO_CONFIRM"));
}

TEST(Confirming, IsNeverForTheAuthorNorForWhoScored) {
  Scene scene;
  const call::Caller both =
      Desk::As("quality-manager", {team::v1::ROLE_QUALITY_MANAGER, team::v1::ROLE_SECOND_READER});
  const call::Caller scorer =
      Desk::As("scorer", {team::v1::ROLE_QUALITY_MANAGER, team::v1::ROLE_SECOND_READER});
  const std::string name = scene.Create();
  scene.Take(name, kScoring);
  scene.ScoreScope(name);
  ASSERT_THAT(
      scene.desk.Run(&ScoreFindings,
                     About<v1::ScoreFindingsRequest>(name, "scores { criterion: 'VE01' score: SCORE_MEETS }"),
                     scorer),
      IsOk());
  ASSERT_THAT(scene.desk.Run(&SubmitScores, About<v1::SubmitScoresRequest>(name), scene.qm), IsOk());
  const v1::Assessment record = scene.Get(name);
  const v1::ConfirmAssessmentRequest request =
      Confirmation(name, team::v1::ACT_SCORES, Asked(record, team::v1::ACT_SCORES)->content_digest());
  EXPECT_THAT(scene.desk.Run(&ConfirmAssessment, request, both), ReasonIs("SAME_PERSON"));
  EXPECT_THAT(scene.desk.Run(&ConfirmAssessment, request, scorer), ReasonIs("SAME_PERSON"));
  EXPECT_THAT(scene.desk.Run(&ConfirmAssessment, request, scene.sr), IsOk());
}

TEST(Confirming, StandsForTheSameScoresAndFallsForOthers) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kResponseIn);
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_SCORES), IsOk());
  const auto amend = [&] {
    ASSERT_THAT(
        scene.desk.Run(&AmendDraft, About<v1::AmendDraftRequest>(name, "reason: 'Look again.'"), scene.qm),
        IsOk());
  };
  amend();
  ASSERT_THAT(scene.desk.Run(&SubmitScores, About<v1::SubmitScoresRequest>(name), scene.qm), IsOk());
  EXPECT_EQ(Asked(scene.Get(name), team::v1::ACT_SCORES)->confirmer(), scene.sr.member);
  scene.Take(name, kResponseIn);
  amend();
  ASSERT_THAT(scene.Score(name, "VE01", framework::v1::SCORE_LARGELY_MEETS), IsOk());
  ASSERT_THAT(scene.desk.Run(&SubmitScores, About<v1::SubmitScoresRequest>(name), scene.qm), IsOk());
  EXPECT_EQ(Asked(scene.Get(name), team::v1::ACT_SCORES)->confirmer(), "");
}

TEST(Cancelling, KeepsTheAssessmentWithItsReason) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kReview);
  const auto cancelled = scene.desk.Run(
      &CancelAssessment, About<v1::CancelAssessmentRequest>(name, "reason: 'Provider stopped.'"), scene.qm);
  ASSERT_THAT(cancelled, IsOk());
  EXPECT_EQ(cancelled->state(), kCancelled);
  EXPECT_EQ(Asked(*cancelled, team::v1::ACT_CANCEL_ASSESSMENT), nullptr);
  EXPECT_THAT(
      scene.desk.Run(&CancelAssessment, About<v1::CancelAssessmentRequest>(name, "reason: 'x'"), scene.qm),
      ReasonIs("ILLEGAL_TRANSITION"));
}

TEST(Cancelling, IsOverOnceTheDraftIsOut) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kDraftSent);
  EXPECT_THAT(
      scene.desk.Run(&CancelAssessment, About<v1::CancelAssessmentRequest>(name, "reason: 'x'"), scene.qm),
      ReasonIs("ILLEGAL_TRANSITION"));
}

TEST(Cancelling, WaitsForTheSecondPersonWherePolicySaysBefore) {
  Scene scene;
  scene.SetFourEyes(team::v1::ACT_CANCEL_ASSESSMENT, team::v1::FOUR_EYES_BEFORE);
  const std::string name = scene.Create();
  const auto cancel = [&](const std::string& reason) {
    return scene.desk.Run(&CancelAssessment,
                          About<v1::CancelAssessmentRequest>(name, "reason: '" + reason + "'"), scene.qm);
  };
  const auto asked = cancel("Provider stopped.");
  ASSERT_THAT(asked, IsOk());
  EXPECT_EQ(asked->state(), kPlanned);
  EXPECT_EQ(scene.desk.LastEvent().kind(), "CancellationAsked");
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_CANCEL_ASSESSMENT), IsOk());
  // Another reason is another content: asked again.
  const auto other = cancel("Another reason.");
  ASSERT_THAT(other, IsOk());
  EXPECT_EQ(other->state(), kPlanned);
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_CANCEL_ASSESSMENT), IsOk());
  const auto cancelled = cancel("Another reason.");
  ASSERT_THAT(cancelled, IsOk());
  EXPECT_EQ(cancelled->state(), kCancelled);
}

}  // namespace
}  // namespace waarborg::testing
