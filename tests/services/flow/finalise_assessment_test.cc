#include "services/flow/finalise_assessment.h"

#include "services/assessment/commands.h"
#include "services/improvement/names.h"
#include "services/improvement/records.h"
#include "tests/services/assessment/scene.h"

namespace waarborg::testing {
namespace {

using assessment::v1::Assessment;
using assessment::v1::Conclusion;
using framework::v1::SCORE_LARGELY_MEETS;
using framework::v1::SCORE_MEETS_NOT;
using improvement::v1::ImprovementPlan;
using ::testing::ElementsAre;
using ::testing::StartsWith;

absl::StatusOr<Assessment> Finalise(Scene& scene, const std::string& name, const std::string& text = "") {
  return scene.desk.Run(&flow::FinaliseAssessment,
                        About<assessment::v1::FinaliseAssessmentRequest>(name, text), scene.qm);
}

ImprovementPlan PlanOf(Scene& scene, const std::string& name) {
  const auto parsed = improvement::ImprovementPlanName::Parse(name);
  EXPECT_THAT(parsed, IsOk());
  if (!parsed.ok()) return {};
  const auto plan = improvement::Load(*scene.desk.store->Read(), *parsed);
  EXPECT_THAT(plan, IsOk());
  return plan.value_or(ImprovementPlan());
}

std::vector<std::string> LastKinds(Scene& scene, std::size_t count) {
  const std::vector<audit::v1::Event> events = scene.desk.Events();
  std::vector<std::string> kinds;
  for (std::size_t i = events.size() - count; i < events.size(); ++i) kinds.push_back(events[i].kind());
  return kinds;
}

TEST(Finalising, OfASufficientResultRequestsAPlanForEveryShortcoming) {
  Scene scene;
  scene.ordinary_score = SCORE_LARGELY_MEETS;
  scene.scores["VE01"] = framework::v1::SCORE_MEETS;
  scene.scores["VE02"] = framework::v1::SCORE_LARGELY_NOT;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kFinal);
  const Assessment decided = scene.Get(name);
  ASSERT_EQ(decided.follow_up_resources_size(), 1);
  const ImprovementPlan plan = PlanOf(scene, decided.follow_up_resources(0));
  EXPECT_EQ(plan.state(), ImprovementPlan::STATE_REQUESTED);
  EXPECT_EQ(plan.assessment(), name);
  EXPECT_EQ(plan.provider(), kProvider);
  EXPECT_EQ(plan.policy_version(), decided.policy_version());
  ASSERT_EQ(plan.items_size(), 43);
  EXPECT_EQ(plan.items(0).criterion(), "VE02");
  EXPECT_EQ(plan.items(0).score(), framework::v1::SCORE_LARGELY_NOT);
  EXPECT_EQ(plan.items(0).shortcoming(), "Seen during the visit.");
  EXPECT_EQ(LastKinds(scene, 2)[0], "AssessmentFinalised");
}

TEST(FinaliseTest, TheEventsReasonIsAText) {
  Scene scene;
  scene.ordinary_score = SCORE_LARGELY_MEETS;
  scene.Take(scene.Create(), assessment::kFinal);
  const audit::v1::Event requested = scene.desk.LastEvent();
  ASSERT_EQ(requested.kind(), "ImprovementPlanRequested");
  EXPECT_EQ(requested.reason(),
            "Oordeel voldoende; vervolg: verbeterplan, hertoets. / "
            "Result sufficient; follow-up: improvement plan, re-assessment.");
}

TEST(Finalising, OfAGoodResultHandsPointsToTheContractManager) {
  Scene scene;
  scene.scores["VE01"] = SCORE_LARGELY_MEETS;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kFinal);
  const Assessment decided = scene.Get(name);
  ASSERT_EQ(decided.evaluation().band(), framework::v1::BAND_GOOD);
  ASSERT_EQ(decided.follow_up_resources_size(), 1);
  EXPECT_THAT(decided.follow_up_resources(0), StartsWith("regions/nmd/providers/farm/attentionPoints/"));
}

TEST(Finalising, OfAResultWithoutShortcomingsLeavesNothingToFollowUp) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kFinal);
  EXPECT_EQ(scene.Get(name).follow_up_resources_size(), 0);
}

TEST(Finalising, OfAnInsufficientResultLeavesTheHeavierMeasureToPeople) {
  Scene scene;
  scene.ordinary_score = SCORE_MEETS_NOT;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kFinal);
  const Assessment decided = scene.Get(name);
  EXPECT_EQ(decided.evaluation().band(), framework::v1::BAND_INSUFFICIENT);
  EXPECT_EQ(decided.follow_up_resources_size(), 0);
}

TEST(Finalising, NeedsEveryRemarkAnswered) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kDraftSent);
  const std::string finding = name + "/findings/VE01";
  ASSERT_THAT(scene.desk.Run(&assessment::RecordRemark,
                             About<assessment::v1::RecordRemarkRequest>(
                                 finding, "remark { kind: KIND_VIEW text: 'We see it otherwise.' }"),
                             scene.farmer),
              IsOk());
  scene.Take(name, assessment::kResponseIn);
  EXPECT_THAT(Finalise(scene, name), ReasonIs("REMARK_UNANSWERED"));
  ASSERT_THAT(
      scene.desk.Run(&assessment::AnswerRemark,
                     About<assessment::v1::AnswerRemarkRequest>(finding, "answer { text: 'It stands.' }"),
                     scene.qm),
      IsOk());
  EXPECT_THAT(Finalise(scene, name), IsOk());
}

TEST(Finalising, AsARehearsalAnswersAndStoresNothing) {
  Scene scene;
  scene.ordinary_score = SCORE_LARGELY_MEETS;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kResponseIn);
  const std::size_t events = scene.desk.Events().size();
  const auto rehearsed = Finalise(scene, name, "validate_only: true");
  ASSERT_THAT(rehearsed, IsOk());
  EXPECT_EQ(rehearsed->state(), assessment::kFinal);
  EXPECT_EQ(rehearsed->follow_up_resources_size(), 1);
  EXPECT_EQ(scene.Get(name).state(), assessment::kResponseIn);
  EXPECT_EQ(scene.desk.Events().size(), events);
}

TEST(Finalising, ClosesAtOnceWherePolicySkipsClosing) {
  Scene scene;
  scene.SetKindRule(Proto<registry::v1::KindRule>("kind: ASSESSMENT_KIND_FULL skip_closing: true"));
  scene.ordinary_score = SCORE_LARGELY_MEETS;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kResponseIn);
  const auto rehearsed = Finalise(scene, name, "validate_only: true");
  ASSERT_THAT(rehearsed, IsOk());
  EXPECT_EQ(rehearsed->state(), assessment::kClosed);
  const auto decided = Finalise(scene, name);
  ASSERT_THAT(decided, IsOk());
  EXPECT_EQ(decided->state(), assessment::kClosed);
  EXPECT_EQ(decided->etag(), scene.Get(name).etag());
  EXPECT_EQ(decided->follow_up_resources_size(), 1);
  EXPECT_EQ(scene.desk.LastEvent().kind(), "AssessmentClosed");
  EXPECT_EQ(scene.desk.LastEvent().from_state(), "FINAL");
  EXPECT_EQ(LastKinds(scene, 3)[0], "AssessmentFinalised");
}

absl::StatusOr<Assessment> Close(Scene& scene, const std::string& name, const std::string& text = "") {
  return scene.desk.Run(&assessment::CloseAssessment,
                        About<assessment::v1::CloseAssessmentRequest>(name, text), scene.qm);
}

TEST(Closing, NeedsTheFollowUpHandedOver) {
  Scene scene;
  scene.ordinary_score = SCORE_MEETS_NOT;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kFinal);
  const auto refused = Close(scene, name);
  EXPECT_THAT(refused, ReasonIs("FOLLOW_UP_NOT_HANDED_OVER"));
  EXPECT_THAT(Close(scene, name,
                    "hand_overs { follow_up: FOLLOW_UP_CONSIDER_HEAVIER_MEASURE text: 'Step proposed.' }"),
              ReasonIs("FOLLOW_UP_NOT_HANDED_OVER"));
  EXPECT_THAT(
      FieldFaults(Close(scene, name, R"pb(
                    hand_overs { follow_up: FOLLOW_UP_CONSIDER_HEAVIER_MEASURE text: "Step proposed." }
                    hand_overs { follow_up: FOLLOW_UP_CONSIDER_HEAVIER_MEASURE text: "Twice." }
                    hand_overs { follow_up: FOLLOW_UP_IMPROVEMENT_PLAN text: "Not chosen." }
                  )pb")
                      .status()),
      ElementsAre("hand_overs[1].follow_up: FOLLOW_UP_TWICE",
                  "hand_overs[2].follow_up: FOLLOW_UP_NOT_CHOSEN"));
  const auto closed = Close(scene, name, R"pb(
    hand_overs { follow_up: FOLLOW_UP_CONSIDER_HEAVIER_MEASURE text: "Step proposed." }
    hand_overs { follow_up: FOLLOW_UP_CONSIDER_THEME_MEASURE text: "Part of that step." }
  )pb");
  ASSERT_THAT(closed, IsOk());
  ASSERT_EQ(closed->hand_overs_size(), 2);
  EXPECT_EQ(closed->hand_overs(1).text(), "Part of that step.");
  EXPECT_EQ(closed->hand_overs(1).author(), scene.qm.member);
}

TEST(Closing, AsksNoTextForWhatAResourceCarries) {
  Scene scene;
  scene.ordinary_score = SCORE_LARGELY_MEETS;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kFinal);
  ASSERT_EQ(scene.Get(name).judgement().conclusion().follow_up_size(), 2);  // plan and re-assessment
  EXPECT_THAT(Close(scene, name), IsOk());
}

TEST(DecisionRecord, HoldsEverythingTheDecisionRestedOn) {
  Scene scene;
  scene.ordinary_score = SCORE_LARGELY_MEETS;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kFinal);
  const Assessment decided = scene.Get(name);
  EXPECT_EQ(decided.decision_record(), name + "/decisionRecords/1");
  const assessment::v1::DecisionRecord record = scene.GetDecision(decided.decision_record());
  EXPECT_EQ(record.framework_version(), decided.framework_version());
  EXPECT_EQ(record.framework_hash(), decided.framework_hash());
  EXPECT_EQ(record.policy_version(), decided.policy_version());
  EXPECT_EQ(record.profile(), framework::v1::PROFILE_ZIN);
  EXPECT_EQ(record.scope().items_size(), 44);
  EXPECT_EQ(record.findings_size(), 44);
  EXPECT_EQ(record.findings(0).author(), scene.qm.member);
  EXPECT_EQ(record.evaluation().readings_size(), 4);
  EXPECT_EQ(record.evaluation().themes_size(), 5);
  EXPECT_EQ(record.judgement().quality_and_law().text(), "Care is in order.");
  EXPECT_EQ(record.judgement().conclusion().follow_up_size(), 2);
  EXPECT_EQ(record.response().text(), "Agreed.");
  EXPECT_EQ(record.author(), scene.qm.member);
  EXPECT_EQ(record.supersedes(), "");
}

TEST(DecisionRecord, SaysOneAssessorOnlyWhereNobodyElseJudged) {
  Scene scene;
  const auto record_of = [&](const std::string& name) {
    scene.Take(name, assessment::kFinal);
    return scene.GetDecision(name + "/decisionRecords/1");
  };
  const assessment::v1::DecisionRecord in_term = record_of(scene.Create());
  EXPECT_FALSE(in_term.single_assessor());
  EXPECT_TRUE(in_term.second_person_awaited());
  const std::string confirmed = scene.Create();
  scene.Take(confirmed, assessment::kReview);
  ASSERT_THAT(scene.Confirm(confirmed, team::v1::ACT_SCORES), IsOk());
  EXPECT_FALSE(record_of(confirmed).single_assessor());
  EXPECT_FALSE(record_of(confirmed).second_person_awaited());
  scene.SetFourEyes(team::v1::ACT_SCORES, team::v1::FOUR_EYES_NONE);
  const std::string unasked = scene.Create("legal_basis: LEGAL_BASIS_WMO_SUPERVISION");
  ASSERT_THAT(
      scene.desk.Run(&assessment::StartUnannounced,
                     About<assessment::v1::StartUnannouncedRequest>(
                         unasked, "reason: 'A signal.' delegation: 'regions/nmd/members/team-member'"),
                     scene.qm),
      IsOk());
  ASSERT_THAT(scene.Confirm(unasked, team::v1::ACT_START_UNANNOUNCED), IsOk());
  ASSERT_THAT(
      scene.desk.Run(&assessment::SetScope, About<assessment::v1::SetScopeRequest>(unasked), scene.qm),
      IsOk());
  const assessment::v1::DecisionRecord alone = record_of(unasked);
  EXPECT_TRUE(alone.single_assessor());
  EXPECT_FALSE(alone.second_person_awaited());
}

// The whole course of a full assessment that ends SUFFICIENT, judged otherwise than advised.
TEST(FullAssessment, EndsInADecisionThatDeviatesWithGroundsAndASecondPerson) {
  Scene scene;
  scene.ordinary_score = SCORE_LARGELY_MEETS;
  const std::string name = scene.Create("first_assessment: true");
  scene.Take(name, assessment::kReview);
  scene.JudgeThreeParts(name);
  Conclusion conclusion = scene.FollowingAdvice(name);
  conclusion.clear_follow_up();
  conclusion.add_follow_up(framework::v1::FOLLOW_UP_MONITORING_CONTRACT_MANAGEMENT);
  conclusion.add_deviation_grounds(Conclusion::GROUND_FIRST_ASSESSMENT);
  conclusion.set_deviation_text("First year; every point is in hand.");
  ASSERT_THAT(scene.Conclude(name, conclusion), IsOk());
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_SCORES), IsOk());
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_DEVIATION), IsOk());
  ASSERT_THAT(scene.desk.Run(&assessment::SendDraft, About<assessment::v1::SendDraftRequest>(name), scene.qm),
              IsOk());
  scene.Take(name, assessment::kClosed);
  const Assessment closed = scene.Get(name);
  EXPECT_EQ(closed.state(), assessment::kClosed);
  EXPECT_EQ(closed.follow_up_resources_size(), 44);  // monitoring alone: points instead of a plan
  const assessment::v1::DecisionRecord record = scene.GetDecision(closed.decision_record());
  EXPECT_TRUE(record.judgement().conclusion().deviates());
  EXPECT_EQ(record.judgement().conclusion().deviation_text(), "First year; every point is in hand.");
  EXPECT_FALSE(record.single_assessor());
  EXPECT_EQ(record.confirmations_size(), 2);
}

TEST(FullAssessment, DoesNotEndBeforeTheDeviationIsConfirmedAgainAfterAChange) {
  Scene scene;
  scene.SetFourEyes(team::v1::ACT_DEVIATION, team::v1::FOUR_EYES_LATER);
  scene.ordinary_score = SCORE_LARGELY_MEETS;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kReview);
  scene.JudgeThreeParts(name);
  Conclusion conclusion = scene.FollowingAdvice(name);
  conclusion.set_chosen_reading(framework::v1::READING_COUNT_TEXT);
  conclusion.add_deviation_grounds(Conclusion::GROUND_OTHER);
  conclusion.set_deviation_text("Counting fits better here.");
  ASSERT_THAT(scene.Conclude(name, conclusion), IsOk());
  ASSERT_THAT(scene.desk.Run(&assessment::SendDraft, About<assessment::v1::SendDraftRequest>(name), scene.qm),
              IsOk());
  scene.Take(name, assessment::kResponseIn);
  scene.SetFourEyes(team::v1::ACT_DEVIATION, team::v1::FOUR_EYES_BEFORE);
  ASSERT_THAT(scene.desk.Run(&assessment::AmendDraft,
                             About<assessment::v1::AmendDraftRequest>(name, "reason: 'Clearer.'"), scene.qm),
              IsOk());
  ASSERT_THAT(
      scene.desk.Run(&assessment::SubmitScores, About<assessment::v1::SubmitScoresRequest>(name), scene.qm),
      IsOk());
  conclusion.set_deviation_text("Counting fits better, for these reasons.");
  ASSERT_THAT(scene.Conclude(name, conclusion), IsOk());
  const auto resend = [&] {
    return scene.desk.Run(&assessment::ResendDraft, About<assessment::v1::ResendDraftRequest>(name),
                          scene.qm);
  };
  EXPECT_THAT(resend(), ReasonIs("SECOND_PERSON_REQUIRED"));
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_DEVIATION), IsOk());
  ASSERT_THAT(resend(), IsOk());
  EXPECT_THAT(Finalise(scene, name), IsOk());
}

TEST(FullAssessment, TellsOneFactForEachStep) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kClosed);
  std::vector<std::string> kinds;
  for (const audit::v1::Event& event : scene.desk.Events()) {
    if (event.resource() == name) kinds.push_back(event.kind());
  }
  EXPECT_THAT(kinds,
              ElementsAre("AssessmentCreated", "AssessmentAnnounced", "PreparationOpened", "ScopeSet",
                          "FieldworkStarted", "FieldworkFinished", "FindingsScored", "ScoresSubmitted",
                          "QualityJudged", "ContextJudged", "TrustJudged", "JudgementConcluded", "DraftSent",
                          "ResponseSubmitted", "AssessmentFinalised", "AssessmentClosed"));
}

}  // namespace
}  // namespace waarborg::testing
