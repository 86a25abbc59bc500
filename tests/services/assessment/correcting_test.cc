// Correcting a decision: a new record that supersedes the last one.

#include "services/assessment/commands.h"
#include "services/assessment/queries.h"
#include "services/call/name.h"
#include "tests/services/assessment/scene.h"

namespace waarborg::testing {
namespace {

using namespace assessment;  // NOLINT: commands under test
using framework::v1::SCORE_LARGELY_MEETS;
using framework::v1::SCORE_MEETS;
using ::testing::ElementsAre;

constexpr char kCorrection[] =
    "reason: 'Two files were mixed up.' "
    "scores { criterion: 'VE01' score: SCORE_LARGELY_MEETS motivation: 'One file lacks it.' }";

absl::StatusOr<v1::Assessment> Correct(Scene& scene, const std::string& name,
                                       const std::string& text = kCorrection) {
  return scene.desk.Run(&CorrectAssessment, About<v1::CorrectAssessmentRequest>(name, text), scene.qm);
}

std::string In(Scene& scene, State state) {
  const std::string name = scene.Create();
  scene.Take(name, state);
  return name;
}

TEST(Correcting, AddsARecordThatSupersedesTheLastAndLeavesThatAsItWas) {
  Scene scene;
  const std::string name = In(scene, kFinal);
  const v1::DecisionRecord before = scene.GetDecision(name + "/decisionRecords/1");
  const auto corrected = Correct(scene, name);
  ASSERT_THAT(corrected, IsOk());
  EXPECT_EQ(corrected->state(), kFinal);
  EXPECT_EQ(corrected->decision_record(), name + "/decisionRecords/2");
  EXPECT_EQ(corrected->evaluation().quarter_points(), 175);
  const v1::DecisionRecord second = scene.GetDecision(name + "/decisionRecords/2");
  EXPECT_EQ(second.supersedes(), name + "/decisionRecords/1");
  EXPECT_EQ(second.correction_reason(), "Two files were mixed up.");
  EXPECT_EQ(second.evaluation().quarter_points(), 175);
  EXPECT_EQ(second.findings(0).score(), SCORE_LARGELY_MEETS);
  EXPECT_EQ(scene.GetDecision(name + "/decisionRecords/1").SerializeAsString(), before.SerializeAsString());
  EXPECT_EQ(scene.GetFinding(name, "VE01").previous(0).score(), SCORE_MEETS);
  EXPECT_EQ(Asked(*corrected, team::v1::ACT_CORRECTION)->rule(), team::v1::FOUR_EYES_LATER);
}

TEST(Correcting, IsPossibleOnceClosedAndNotBeforeTheDecision) {
  Scene scene;
  const std::string name = In(scene, kResponseIn);
  EXPECT_THAT(Correct(scene, name), ReasonIs("ILLEGAL_TRANSITION"));
  scene.Take(name, kClosed);
  const auto corrected = Correct(scene, name);
  ASSERT_THAT(corrected, IsOk());
  EXPECT_EQ(corrected->state(), kClosed);
}

TEST(Correcting, ChecksScoresAsScoringDoes) {
  Scene scene;
  EXPECT_THAT(
      FieldFaults(
          Correct(scene, In(scene, kFinal), "reason: 'x' scores { criterion: 'VE99' score: SCORE_MEETS_NOT }")
              .status()),
      ElementsAre("scores[0].criterion: UNKNOWN_CRITERION", "scores[0].motivation: MOTIVATION_REQUIRED"));
}

TEST(Correcting, WaitsForTheSecondPersonWherePolicySaysBefore) {
  Scene scene;
  scene.SetFourEyes(team::v1::ACT_CORRECTION, team::v1::FOUR_EYES_BEFORE);
  const std::string name = In(scene, kFinal);
  const auto asked = Correct(scene, name);
  ASSERT_THAT(asked, IsOk());
  EXPECT_EQ(asked->decision_record(), name + "/decisionRecords/1");
  EXPECT_EQ(scene.GetFinding(name, "VE01").score(), SCORE_MEETS);
  EXPECT_EQ(scene.desk.LastEvent().kind(), "CorrectionAsked");
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_CORRECTION), IsOk());
  const auto corrected = Correct(scene, name);
  ASSERT_THAT(corrected, IsOk());
  EXPECT_EQ(corrected->decision_record(), name + "/decisionRecords/2");
  EXPECT_FALSE(scene.GetDecision(corrected->decision_record()).single_assessor());
}

TEST(Correcting, VoidsTheConfirmationOfScoresThatChanged) {
  Scene scene;
  const std::string name = In(scene, kFinal);
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_SCORES), IsOk());
  ASSERT_THAT(Correct(scene, name, "reason: 'Only a word.'"), IsOk());
  EXPECT_NE(Asked(scene.Get(name), team::v1::ACT_SCORES), nullptr);
  ASSERT_THAT(Correct(scene, name), IsOk());
  EXPECT_EQ(Asked(scene.Get(name), team::v1::ACT_SCORES), nullptr);
}

TEST(Correcting, PutsTheScoresBeforeTheSecondReaderWhereTheCorrectionItselfIsNot) {
  Scene scene;
  scene.SetFourEyes(team::v1::ACT_CORRECTION, team::v1::FOUR_EYES_NONE);
  const std::string name = In(scene, kFinal);
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_SCORES), IsOk());
  const auto corrected = Correct(scene, name);
  ASSERT_THAT(corrected, IsOk());
  EXPECT_EQ(Asked(*corrected, team::v1::ACT_SCORES)->confirmer(), "");
}

TEST(Correcting, SaysThatTheChoiceNowDiffersFromTheAdvice) {
  Scene scene;
  const std::string name = In(scene, kFinal);
  EXPECT_FALSE(scene.Get(name).judgement().conclusion().deviates());
  std::string text = "reason: 'The wrong provider.' ";
  const v1::Assessment scoped = scene.Get(name);
  for (const v1::ScopeItem& item : scoped.scope().items()) {
    text += "scores { criterion: '" + item.criterion() + "' score: SCORE_MEETS_NOT motivation: 'No.' } ";
  }
  const auto corrected = Correct(scene, name, text);
  ASSERT_THAT(corrected, IsOk());
  EXPECT_EQ(corrected->evaluation().band(), framework::v1::BAND_INSUFFICIENT);
  EXPECT_TRUE(corrected->judgement().conclusion().deviates());
}

TEST(DecisionRecords, AreListedOldestFirstInPages) {
  Scene scene;
  const std::string name = In(scene, kFinal);
  for (int i = 0; i < 10; ++i) ASSERT_THAT(Correct(scene, name, "reason: 'Again.'"), IsOk());
  std::vector<std::string> numbers;
  v1::ListDecisionRecordsRequest request;
  request.set_parent(name);
  request.set_page_size(4);
  do {
    const auto page = scene.desk.Ask(&ListDecisionRecords, request, scene.auditor);
    ASSERT_THAT(page, IsOk());
    for (const v1::DecisionRecord& record : page->decision_records())
      numbers.push_back(call::LastId(record.name()));
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(numbers, ElementsAre("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"));
}

}  // namespace
}  // namespace waarborg::testing
