// The judgement, its order, and the conclusion.

#include "services/assessment/commands.h"
#include "services/flow/conclude_judgement.h"
#include "tests/services/assessment/scene.h"

namespace waarborg::testing {
namespace {

using namespace assessment;  // NOLINT: commands under test
using framework::v1::SCORE_LARGELY_MEETS;
using framework::v1::SCORE_MEETS_NOT;
using ::testing::ElementsAre;

absl::StatusOr<v1::Assessment> JudgeContextOf(Scene& scene, const std::string& name) {
  return scene.desk.Run(&JudgeContext, About<v1::JudgeContextRequest>(name, "text: 'Grew fast.'"), scene.qm);
}

absl::StatusOr<v1::Assessment> JudgeTrustOf(Scene& scene, const std::string& name, const std::string& trust) {
  return scene.desk.Run(&JudgeTrust, About<v1::JudgeTrustRequest>(name, "trust { " + trust + " }"), scene.qm);
}

// An assessment in REVIEW: everything largely meets, so SUFFICIENT with a reading conflict.
std::string Sufficient(Scene& scene) {
  scene.ordinary_score = SCORE_LARGELY_MEETS;
  const std::string name = scene.Create();
  scene.Take(name, kReview);
  return name;
}

// An assessment in REVIEW that is GOOD with safety at 50 %.
std::string GoodWithSafetyFlag(Scene& scene) {
  for (const char* each : {"VE01", "VE02", "VE03", "VE04", "VE05", "VE06", "VE07", "VE08", "VE09"}) {
    scene.scores[each] = SCORE_MEETS_NOT;
  }
  const std::string name = scene.Create();
  scene.Take(name, kReview);
  return name;
}

v1::Conclusion Deviating(Scene& scene, const std::string& name) {
  v1::Conclusion conclusion = scene.FollowingAdvice(name);
  conclusion.clear_follow_up();
  conclusion.add_follow_up(framework::v1::FOLLOW_UP_MONITORING_CONTRACT_MANAGEMENT);
  return conclusion;
}

void AddGrounds(v1::Conclusion& conclusion) {
  conclusion.add_deviation_grounds(v1::Conclusion::GROUND_DEGREE_OF_TRUST);
  conclusion.set_deviation_text("Mends everything by itself.");
}

TEST(Judging, KeepsTheOrderOfTheFramework) {
  Scene scene;
  const std::string name = Sufficient(scene);
  EXPECT_THAT(JudgeContextOf(scene, name), ReasonIs("JUDGEMENT_OUT_OF_ORDER"));
  EXPECT_THAT(JudgeTrustOf(scene, name, "judgement: TRUST_JUDGEMENT_PRESENT change: CHANGE_UNCHANGED"),
              ReasonIs("JUDGEMENT_OUT_OF_ORDER"));
  EXPECT_THAT(scene.Conclude(name, scene.FollowingAdvice(name)), ReasonIs("JUDGEMENT_OUT_OF_ORDER"));
  scene.JudgeThreeParts(name);
  EXPECT_THAT(scene.Conclude(name, scene.FollowingAdvice(name)), IsOk());
}

TEST(Judging, AnEarlierPartVoidsTheLaterOnesAndTheirConfirmation) {
  Scene scene;
  const std::string name = Sufficient(scene);
  scene.JudgeThreeParts(name);
  v1::Conclusion conclusion = Deviating(scene, name);
  AddGrounds(conclusion);
  ASSERT_THAT(scene.Conclude(name, conclusion), IsOk());
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_DEVIATION), IsOk());
  const auto again = JudgeContextOf(scene, name);
  ASSERT_THAT(again, IsOk());
  EXPECT_TRUE(again->judgement().has_quality_and_law());
  EXPECT_FALSE(again->judgement().has_trust());
  EXPECT_FALSE(again->judgement().has_conclusion());
  EXPECT_EQ(Asked(*again, team::v1::ACT_DEVIATION), nullptr);
}

TEST(Judging, IsVoidWhenTheScoresHandedInChanged) {
  Scene scene;
  const std::string name = Sufficient(scene);
  scene.JudgeThreeParts(name);
  ASSERT_THAT(scene.Conclude(name, scene.FollowingAdvice(name)), IsOk());
  const auto hand_back = [&] {
    return scene.desk.Run(&ReturnScores, About<v1::ReturnScoresRequest>(name, "reason: 'Look at VE01.'"),
                          scene.sr);
  };
  const auto hand_in = [&] {
    return scene.desk.Run(&SubmitScores, About<v1::SubmitScoresRequest>(name), scene.qm);
  };
  ASSERT_THAT(hand_back(), IsOk());
  const auto unchanged = hand_in();
  ASSERT_THAT(unchanged, IsOk());
  EXPECT_TRUE(unchanged->judgement().has_quality_and_law());
  EXPECT_TRUE(unchanged->judgement().has_context());
  EXPECT_TRUE(unchanged->judgement().has_trust());
  EXPECT_FALSE(unchanged->judgement().has_conclusion());
  ASSERT_THAT(hand_back(), IsOk());
  ASSERT_THAT(scene.Score(name, "VE01", SCORE_MEETS_NOT), IsOk());
  const auto changed = hand_in();
  ASSERT_THAT(changed, IsOk());
  EXPECT_FALSE(changed->has_judgement());
  EXPECT_THAT(scene.Conclude(name, scene.FollowingAdvice(name)), ReasonIs("JUDGEMENT_OUT_OF_ORDER"));
}

TEST(Judging, OfTrustNamesIndicatorsAndBehaviour) {
  Scene scene;
  const std::string name = Sufficient(scene);
  scene.JudgeThreeParts(name);
  EXPECT_THAT(
      FieldFaults(JudgeTrustOf(scene, name, R"pb(
                    judgement: TRUST_JUDGEMENT_DAMAGED
                    change: CHANGE_DAMAGED
                    observations { indicator: "XX01" direction: DIRECTION_UNDERMINES text: "Hid it." }
                  )pb")
                      .status()),
      ElementsAre("trust.text: TRUST_NEEDS_BEHAVIOUR", "trust.observations[0].indicator: UNKNOWN_INDICATOR"));
}

TEST(Concluding, ThatFollowsTheAdviceAsksNoSecondPerson) {
  Scene scene;
  const std::string name = Sufficient(scene);
  scene.JudgeThreeParts(name);
  const auto concluded = scene.Conclude(name, scene.FollowingAdvice(name));
  ASSERT_THAT(concluded, IsOk());
  const v1::Conclusion& conclusion = concluded->judgement().conclusion();
  EXPECT_FALSE(conclusion.deviates());
  EXPECT_EQ(conclusion.chosen_reading(), framework::v1::READING_POINTS_TEXT);
  EXPECT_EQ(conclusion.advice().band(), framework::v1::BAND_SUFFICIENT);
  EXPECT_EQ(conclusion.author(), scene.qm.member);
  EXPECT_EQ(Asked(*concluded, team::v1::ACT_DEVIATION), nullptr);
}

TEST(Concluding, OtherwiseThanAdvisedNeedsGroundsAndASecondPerson) {
  Scene scene;
  const std::string name = Sufficient(scene);
  scene.JudgeThreeParts(name);
  v1::Conclusion conclusion = Deviating(scene, name);
  EXPECT_THAT(scene.Conclude(name, conclusion), ReasonIs("DEVIATION_NEEDS_GROUNDS"));
  conclusion.add_deviation_grounds(v1::Conclusion::GROUND_DEGREE_OF_TRUST);
  EXPECT_THAT(scene.Conclude(name, conclusion), ReasonIs("DEVIATION_NEEDS_GROUNDS"));
  conclusion.set_deviation_text("Mends everything by itself.");
  const auto concluded = scene.Conclude(name, conclusion);
  ASSERT_THAT(concluded, IsOk());
  EXPECT_TRUE(concluded->judgement().conclusion().deviates());
  EXPECT_EQ(Asked(*concluded, team::v1::ACT_DEVIATION)->rule(), team::v1::FOUR_EYES_BEFORE);
}

TEST(Concluding, ByAnotherReadingIsADeviation) {
  Scene scene;
  const std::string name = Sufficient(scene);
  scene.JudgeThreeParts(name);
  v1::Conclusion conclusion = scene.FollowingAdvice(name);
  conclusion.set_chosen_reading(framework::v1::READING_COUNT_TEXT);
  EXPECT_THAT(scene.Conclude(name, conclusion), ReasonIs("DEVIATION_NEEDS_GROUNDS"));
}

TEST(Concluding, AnswersEveryChoiceOfTheAdvice) {
  Scene scene;
  const std::string name = GoodWithSafetyFlag(scene);
  scene.JudgeThreeParts(name);
  ASSERT_THAT(
      JudgeTrustOf(scene, name,
                   "judgement: TRUST_JUDGEMENT_DAMAGED change: CHANGE_DAMAGED text: 'Hid an incident.'"),
      IsOk());
  // The advice weighs trust now: GOOD with damaged trust asks a choice of its own.
  v1::Conclusion conclusion = scene.FollowingAdvice(name);
  EXPECT_THAT(scene.Conclude(name, conclusion), ReasonIs("CHOICE_UNANSWERED"));
  v1::ChoiceAnswer& answer = *conclusion.add_answers();
  answer.set_choice("TRUST_DAMAGED_WITH_GOOD");
  answer.set_text("A talk with the board follows.");
  EXPECT_THAT(scene.Conclude(name, conclusion), IsOk());
}

TEST(Concluding, AcknowledgesAReadingConflictWherePolicyAsksIt) {
  Scene scene;
  registry::v1::PolicyVersion policy = scene.policy;
  policy.set_acknowledge_reading_conflict(true);
  scene.Govern(policy);
  const std::string name = Sufficient(scene);
  scene.JudgeThreeParts(name);
  v1::Conclusion conclusion = scene.FollowingAdvice(name);
  EXPECT_THAT(scene.Conclude(name, conclusion), ReasonIs("READING_CONFLICT_UNACKNOWLEDGED"));
  conclusion.set_reading_conflict_acknowledged(true);
  EXPECT_THAT(scene.Conclude(name, conclusion), IsOk());
}

TEST(Concluding, WithAcuteSeverityIsAdvisedTheUrgentPath) {
  Scene scene;
  const std::string name = Sufficient(scene);
  scene.JudgeThreeParts(name);
  v1::Conclusion conclusion = scene.FollowingAdvice(name);
  conclusion.set_severity(framework::v1::SEVERITY_ACUTE);
  EXPECT_THAT(scene.Conclude(name, conclusion), ReasonIs("DEVIATION_NEEDS_GROUNDS"));
  conclusion.add_follow_up(framework::v1::FOLLOW_UP_URGENT_FAST_PATH);
  const auto concluded = scene.Conclude(name, conclusion);
  ASSERT_THAT(concluded, IsOk());
  EXPECT_FALSE(concluded->judgement().conclusion().deviates());
  EXPECT_EQ(concluded->judgement().conclusion().advice().proposed_level(), 3);
}

TEST(Concluding, NamesEveryFaultOfTheConclusionAtOnce) {
  Scene scene;
  const std::string name = Sufficient(scene);
  scene.JudgeThreeParts(name);
  v1::Conclusion conclusion = scene.FollowingAdvice(name, v1::OUTCOME_IMPROVED);
  conclusion.set_chosen_reading(framework::v1::READING_ABS45);
  conclusion.add_deviation_grounds(v1::Conclusion::GROUND_FIRST_ASSESSMENT);
  EXPECT_THAT(FieldFaults(scene.Conclude(name, conclusion).status()),
              ElementsAre("conclusion.chosen_reading: READING_CANNOT_DECIDE",
                          "conclusion.deviation_grounds[0]: NOT_FIRST_ASSESSMENT",
                          "conclusion.outcome: ONLY_FOR_RE_ASSESSMENT"));
}

TEST(Concluding, AsARehearsalAnswersAndStoresNothing) {
  Scene scene;
  const std::string name = Sufficient(scene);
  scene.JudgeThreeParts(name);
  const std::size_t events = scene.desk.Events().size();
  v1::ConcludeJudgementRequest request;
  request.set_name(name);
  request.set_validate_only(true);
  *request.mutable_conclusion() = Deviating(scene, name);
  EXPECT_THAT(scene.desk.Run(&flow::ConcludeJudgement, request, scene.qm),
              ReasonIs("DEVIATION_NEEDS_GROUNDS"));
  AddGrounds(*request.mutable_conclusion());
  const auto rehearsed = scene.desk.Run(&flow::ConcludeJudgement, request, scene.qm);
  ASSERT_THAT(rehearsed, IsOk());
  EXPECT_TRUE(rehearsed->judgement().conclusion().deviates());
  EXPECT_FALSE(scene.Get(name).judgement().has_conclusion());
  EXPECT_EQ(scene.desk.Events().size(), events);
}

}  // namespace
}  // namespace waarborg::testing
