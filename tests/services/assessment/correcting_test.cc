// Correcting a decision: a new record that supersedes the last one.

#include "services/assessment/commands.h"
#include "services/assessment/queries.h"
#include "services/call/name.h"
#include "tests/services/assessment/scene.h"
#include "tests/services/flow/retests.h"

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

// Every criterion in scope with this score, for a request.
std::string AllScored(Scene& scene, const std::string& name, const std::string& score) {
  std::string text;
  const v1::Assessment scoped = scene.Get(name);
  for (const v1::ScopeItem& item : scoped.scope().items()) {
    if (!item.in_scope()) continue;
    text += "scores { criterion: '" + item.criterion() + "' score: " + score + " motivation: 'Mixed up.' } ";
  }
  return text;
}

TEST(Correcting, NeedsSomethingTested) {
  Scene scene;
  const std::string name = In(scene, kFinal);
  EXPECT_THAT(Correct(scene, name, "reason: 'Wrong.' " + AllScored(scene, name, "SCORE_NOT_TESTED")),
              ReasonIs("NOTHING_TESTED"));
  EXPECT_EQ(scene.Get(name).decision_record(), name + "/decisionRecords/1");
  EXPECT_EQ(scene.GetFinding(name, "VE01").score(), SCORE_MEETS);
}

constexpr char kAnswers[] = R"pb(
  answers { choice: "THEME_FLAG:VE" text: "Heavier supervision." }
  answers { choice: "THEME_FLAG:DM" text: "Heavier supervision." }
  answers { choice: "THEME_FLAG:DT" text: "Heavier supervision." }
  answers { choice: "THEME_FLAG:CG" text: "Heavier supervision." }
  answers { choice: "THEME_FLAG:LK" text: "Heavier supervision." }
)pb";

TEST(Correcting, ThatNowDeviatesNeedsGroundsAnswersAndTheSecondPerson) {
  Scene scene;
  const std::string name = In(scene, kFinal);
  EXPECT_FALSE(scene.Get(name).judgement().conclusion().deviates());
  const std::string wrong = "reason: 'The wrong provider.' " + AllScored(scene, name, "SCORE_MEETS_NOT");
  EXPECT_THAT(Correct(scene, name, wrong), ReasonIs("CHOICE_UNANSWERED"));
  const std::string monitoring = std::string(
                                     "severity: SEVERITY_NONE "
                                     "follow_up: FOLLOW_UP_MONITORING_CONTRACT_MANAGEMENT ") +
                                 kAnswers;
  EXPECT_THAT(Correct(scene, name, wrong + "conclusion {" + monitoring + "}"),
              ReasonIs("DEVIATION_NEEDS_GROUNDS"));
  const std::string grounded = wrong + "conclusion {" + monitoring +
                               "deviation_grounds: GROUND_OTHER deviation_text: 'It closes next month.' }";
  const auto asked = Correct(scene, name, grounded);
  ASSERT_THAT(asked, IsOk());
  EXPECT_EQ(scene.desk.LastEvent().kind(), "CorrectionAsked");
  EXPECT_EQ(Asked(*asked, team::v1::ACT_DEVIATION)->rule(), team::v1::FOUR_EYES_BEFORE);
  EXPECT_EQ(asked->decision_record(), name + "/decisionRecords/1");
  EXPECT_EQ(asked->evaluation().band(), framework::v1::BAND_GOOD);
  EXPECT_FALSE(asked->judgement().conclusion().deviates());
  EXPECT_EQ(scene.GetFinding(name, "VE01").score(), SCORE_MEETS);
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_DEVIATION), IsOk());
  const auto corrected = Correct(scene, name, grounded);
  ASSERT_THAT(corrected, IsOk());
  EXPECT_EQ(corrected->evaluation().band(), framework::v1::BAND_INSUFFICIENT);
  const v1::DecisionRecord record = scene.GetDecision(corrected->decision_record());
  EXPECT_EQ(record.supersedes(), name + "/decisionRecords/1");
  EXPECT_TRUE(record.judgement().conclusion().deviates());
  EXPECT_EQ(record.judgement().conclusion().deviation_text(), "It closes next month.");
  EXPECT_EQ(record.judgement().conclusion().advice().band(), framework::v1::BAND_INSUFFICIENT);
  EXPECT_FALSE(record.single_assessor());
}

TEST(Correcting, OfAConclusionAloneChangesWhatWasWrittenOrChosen) {
  Scene scene;
  const std::string name = In(scene, kFinal);
  const auto corrected = Correct(scene, name, R"pb(
    reason: "The severity was forgotten."
    conclusion {
      severity: SEVERITY_LIMITED
      severity_text: "A fall without injury."
      follow_up: FOLLOW_UP_MONITORING_CONTRACT_MANAGEMENT
    }
  )pb");
  ASSERT_THAT(corrected, IsOk());
  const v1::DecisionRecord second = scene.GetDecision(corrected->decision_record());
  EXPECT_EQ(second.judgement().conclusion().severity(), framework::v1::SEVERITY_LIMITED);
  EXPECT_EQ(second.judgement().conclusion().author(), scene.qm.member);
  EXPECT_EQ(second.evaluation().quarter_points(), 176);
}

TEST(Correcting, OfAReAssessmentAsksTheOutcomeAgain) {
  Scene scene;
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  const std::string name = Retest(scene, each, v1::OUTCOME_IMPROVED);
  scene.Take(name, kFinal);
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_RE_ASSESSMENT_OUTCOME), IsOk());
  const std::string wrong = "reason: 'Mixed up.' " + AllScored(scene, name, "SCORE_MEETS_NOT");
  const std::string answered = R"pb(
    severity: SEVERITY_NONE
    follow_up: FOLLOW_UP_IMPROVEMENT_PLAN
    follow_up: FOLLOW_UP_RE_ASSESSMENT
    follow_up: FOLLOW_UP_CONSIDER_THEME_MEASURE
    answers { choice: "THEME_FLAG:VE" text: "Heavier supervision." }
  )pb";
  EXPECT_THAT(FieldFaults(Correct(scene, name, wrong + "conclusion {" + answered + "}").status()),
              ElementsAre("conclusion.outcome: OUTCOME_NOT_CHOSEN"));
  EXPECT_THAT(Correct(scene, name, wrong + "conclusion { outcome: OUTCOME_IMPROVED " + answered + "}"),
              ReasonIs("DEVIATION_NEEDS_GROUNDS"));
  const auto corrected =
      Correct(scene, name, wrong + "conclusion { outcome: OUTCOME_NOT_IMPROVED " + answered + "}");
  ASSERT_THAT(corrected, IsOk());
  EXPECT_EQ(corrected->outcome(), v1::OUTCOME_NOT_IMPROVED);
  EXPECT_EQ(scene.GetDecision(corrected->decision_record()).outcome(), v1::OUTCOME_NOT_IMPROVED);
  EXPECT_EQ(Asked(*corrected, team::v1::ACT_RE_ASSESSMENT_OUTCOME)->confirmer(), "");
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
