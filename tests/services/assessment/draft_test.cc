// The draft, the provider's response, and amending.

#include "services/assessment/commands.h"
#include "services/assessment/draft_changes.h"
#include "services/ledger/time.h"
#include "tests/services/assessment/scene.h"

namespace waarborg::testing {
namespace {

using namespace assessment;  // NOLINT: commands under test
using framework::v1::SCORE_LARGELY_MEETS;
using framework::v1::SCORE_MEETS_NOT;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kRemark[] = "remark { kind: KIND_FACTUAL text: 'There were four files.' } ";
constexpr char kDocument[] =
    "on_behalf_of_provider { document: 'Letter' date { year: 2025 month: 6 day: 1 } } ";

absl::StatusOr<v1::Assessment> Send(Scene& scene, const std::string& name) {
  return scene.desk.Run(&SendDraft, About<v1::SendDraftRequest>(name), scene.qm);
}

absl::StatusOr<v1::Finding> Remark(Scene& scene, const std::string& name, const call::Caller& caller,
                                   const std::string& more = "") {
  return scene.desk.Run(&RecordRemark,
                        About<v1::RecordRemarkRequest>(name + "/findings/VE01", kRemark + more), caller);
}

absl::StatusOr<v1::Assessment> Respond(Scene& scene, const std::string& name, const call::Caller& caller,
                                       const std::string& more = "") {
  return scene.desk.Run(&SubmitResponse, About<v1::SubmitResponseRequest>(name, "text: 'Thanks.' " + more),
                        caller);
}

std::string In(Scene& scene, State state) {
  const std::string name = scene.Create();
  scene.Take(name, state);
  return name;
}

TEST(Draft, NeedsAConclusion) {
  Scene scene;
  EXPECT_THAT(Send(scene, In(scene, kReview)), ReasonIs("JUDGEMENT_NOT_CONCLUDED"));
}

TEST(Draft, NeedsScoresConfirmedWherePolicySaysBefore) {
  Scene scene;
  scene.SetFourEyes(team::v1::ACT_SCORES, team::v1::FOUR_EYES_BEFORE);
  const std::string name = In(scene, kReview);
  scene.JudgeThreeParts(name);
  ASSERT_THAT(scene.Conclude(name, scene.FollowingAdvice(name)), IsOk());
  EXPECT_THAT(Send(scene, name), ReasonIs("SECOND_PERSON_REQUIRED"));
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_SCORES), IsOk());
  EXPECT_THAT(Send(scene, name), IsOk());
}

TEST(Draft, NeedsADeviationConfirmed) {
  Scene scene;
  const std::string name = In(scene, kReview);
  scene.JudgeThreeParts(name);
  v1::Conclusion conclusion = scene.FollowingAdvice(name);
  conclusion.add_follow_up(framework::v1::FOLLOW_UP_CONSIDER_HEAVIER_MEASURE);
  conclusion.add_deviation_grounds(v1::Conclusion::GROUND_OTHER);
  conclusion.set_deviation_text("Earlier promises were not kept.");
  ASSERT_THAT(scene.Conclude(name, conclusion), IsOk());
  EXPECT_THAT(Send(scene, name), ReasonIs("SECOND_PERSON_REQUIRED"));
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_DEVIATION), IsOk());
  EXPECT_THAT(Send(scene, name), IsOk());
}

TEST(Draft, StartsTheTermAndKeepsWhatItShows) {
  Scene scene;
  scene.scores["VE01"] = SCORE_LARGELY_MEETS;
  const v1::Assessment sent = scene.Get(In(scene, kDraftSent));
  EXPECT_EQ(sent.draft().version(), 1);
  EXPECT_EQ(sent.draft().scores_size(), 44);
  EXPECT_EQ(sent.draft().scores().at("VE01"), SCORE_LARGELY_MEETS);
  EXPECT_EQ(sent.draft().response_rule(), "draft_response_working_days=10");
  EXPECT_EQ(sent.draft().trust_text(), "");
  // Ten working days after Monday 2 June 2025, with Whit Monday on 9 June: to the end of 17 June.
  EXPECT_EQ(sent.draft().response_due_time().seconds(),
            ledger::Stamp(ledger::EndOfDay(absl::CivilDay(2025, 6, 17))).seconds());
}

TEST(Draft, ShowsTheTrustTextExactlyWhereTrustWeighed) {
  Scene scene;
  const std::string name = In(scene, kReview);
  scene.JudgeThreeParts(name);
  ASSERT_THAT(scene.desk.Run(&JudgeTrust, About<v1::JudgeTrustRequest>(name, R"pb(
    trust {
      judgement: TRUST_JUDGEMENT_PRESENT
      change: CHANGE_STRENGTHENED
      text: "Reports incidents unasked."
      weighed: true
    }
  )pb"),
                             scene.qm),
              IsOk());
  ASSERT_THAT(scene.Conclude(name, scene.FollowingAdvice(name)), IsOk());
  const auto sent = Send(scene, name);
  ASSERT_THAT(sent, IsOk());
  EXPECT_EQ(sent->draft().trust_text(), "Reports incidents unasked.");
}

TEST(Remarks, AreForTheOwnProviderOrNamensAanbieder) {
  Scene scene;
  const std::string name = In(scene, kDraftSent);
  EXPECT_THAT(Remark(scene, name, scene.stranger), ReasonIs("OTHER_PROVIDER"));
  EXPECT_THAT(Remark(scene, name, scene.tm), ReasonIs("ROLE_NOT_ALLOWED"));
  EXPECT_THAT(FieldFaults(Remark(scene, name, scene.qm).status()),
              ElementsAre("on_behalf_of_provider: ON_BEHALF_REQUIRED"));
  const auto own = Remark(scene, name, scene.farmer);
  ASSERT_THAT(own, IsOk());
  EXPECT_EQ(own->remark().author(), scene.farmer.member);
  EXPECT_FALSE(own->remark().has_on_behalf_of_provider());
  const auto entered = Remark(scene, name, scene.qm, kDocument);
  ASSERT_THAT(entered, IsOk());
  EXPECT_EQ(entered->remark().on_behalf_of_provider().document(), "Letter");
  EXPECT_EQ(scene.desk.LastEvent().on_behalf_of(), kProvider);
  EXPECT_EQ(scene.desk.LastEvent().resource(), name + "/findings/VE01");
}

TEST(Remarks, AreOnFindingsOfTheDraftOnly) {
  Scene scene;
  const std::string name = scene.Create("kind: ASSESSMENT_KIND_THEMATIC themes: 'DT'");
  scene.Take(name, kDraftSent);
  EXPECT_THAT(Remark(scene, name, scene.farmer), ReasonIs("FINDING_NOT_FOUND"));
}

TEST(Remarks, AndResponsesEndWithTheTerm) {
  Scene scene;
  const std::string name = In(scene, kDraftSent);
  scene.desk.clock.Advance(absl::Hours(24 * 30));
  EXPECT_THAT(Remark(scene, name, scene.farmer), ReasonIs("RESPONSE_TERM_OVER"));
  EXPECT_THAT(Respond(scene, name, scene.farmer), ReasonIs("RESPONSE_TERM_OVER"));
}

TEST(Response, IsForTheOwnProviderOrNamensAanbieder) {
  Scene scene;
  const std::string name = In(scene, kDraftSent);
  EXPECT_THAT(Respond(scene, name, scene.stranger), ReasonIs("OTHER_PROVIDER"));
  EXPECT_THAT(FieldFaults(Respond(scene, name, scene.qm).status()),
              ElementsAre("on_behalf_of_provider: ON_BEHALF_REQUIRED"));
  const auto entered = Respond(scene, name, scene.qm, kDocument);
  ASSERT_THAT(entered, IsOk());
  EXPECT_EQ(entered->state(), kResponseIn);
  EXPECT_EQ(entered->response().on_behalf_of_provider().document(), "Letter");
  EXPECT_FALSE(entered->response().none());
}

TEST(Extending, MovesTheTermWithAReason) {
  Scene scene;
  const std::string name = In(scene, kDraftSent);
  const auto extend = [&](const std::string& date) {
    return scene.desk.Run(
        &ExtendResponseTerm,
        About<v1::ExtendResponseTermRequest>(name, "reason: 'Holiday.' due_date { year: 2025 " + date + " }"),
        scene.qm);
  };
  EXPECT_THAT(FieldFaults(extend("month: 6 day: 17").status()), ElementsAre("due_date: DUE_DATE_NOT_LATER"));
  const auto extended = extend("month: 7 day: 1");
  ASSERT_THAT(extended, IsOk());
  ASSERT_EQ(extended->draft().extensions_size(), 1);
  EXPECT_EQ(extended->draft().extensions(0).reason(), "Holiday.");
  EXPECT_EQ(extended->draft().response_due_time().seconds(),
            ledger::Stamp(ledger::EndOfDay(absl::CivilDay(2025, 7, 1))).seconds());
  EXPECT_EQ(extended->state(), kDraftSent);
  const auto to_saturday = extend("month: 7 day: 5");
  ASSERT_THAT(to_saturday, IsOk());
  EXPECT_EQ(ledger::TimeOf(to_saturday->draft().response_due_time()),
            ledger::EndOfDay(absl::CivilDay(2025, 7, 7)));
}

TEST(Answering, IsForRemarksThatWereMade) {
  Scene scene;
  const std::string name = In(scene, kDraftSent);
  ASSERT_THAT(Remark(scene, name, scene.farmer), IsOk());
  scene.Take(name, kResponseIn);
  const auto answer = [&](const std::string& criterion) {
    return scene.desk.Run(&AnswerRemark,
                          About<v1::AnswerRemarkRequest>(name + "/findings/" + criterion,
                                                         "answer { accepted: true text: 'Corrected.' }"),
                          scene.qm);
  };
  EXPECT_THAT(answer("VE02"), ReasonIs("REMARK_MISSING"));
  const auto answered = answer("VE01");
  ASSERT_THAT(answered, IsOk());
  EXPECT_TRUE(answered->remark_answer().accepted());
  EXPECT_EQ(answered->remark_answer().author(), scene.qm.member);
}

// Amends a draft in RESPONSE_IN to the score given for VE01, up to a new conclusion.
void AmendTo(Scene& scene, const std::string& name, framework::v1::Score score) {
  ASSERT_THAT(scene.desk.Run(&AmendDraft,
                             About<v1::AmendDraftRequest>(name, "reason: 'The remark is right.'"), scene.qm),
              IsOk());
  ASSERT_THAT(scene.Score(name, "VE01", score), IsOk());
  ASSERT_THAT(scene.desk.Run(&SubmitScores, About<v1::SubmitScoresRequest>(name), scene.qm), IsOk());
  scene.JudgeThreeParts(name);
  ASSERT_THAT(scene.Conclude(name, scene.FollowingAdvice(name)), IsOk());
}

TEST(Amending, KeepsFindingsAndJudgementAndClearsTheConclusion) {
  Scene scene;
  const std::string name = In(scene, kResponseIn);
  const auto amended =
      scene.desk.Run(&AmendDraft, About<v1::AmendDraftRequest>(name, "reason: 'Right.'"), scene.qm);
  ASSERT_THAT(amended, IsOk());
  EXPECT_EQ(amended->state(), kScoring);
  EXPECT_TRUE(amended->judgement().has_trust());
  EXPECT_FALSE(amended->judgement().has_conclusion());
  EXPECT_TRUE(amended->has_response());
  EXPECT_EQ(scene.GetFinding(name, "VE01").score(), framework::v1::SCORE_MEETS);
  const auto unchanged = scene.desk.Run(&SubmitScores, About<v1::SubmitScoresRequest>(name), scene.qm);
  ASSERT_THAT(unchanged, IsOk());
  EXPECT_TRUE(unchanged->judgement().has_trust());
}

TEST(Resending, LetsTheEarlierResponseStandWhenNothingIsWorse) {
  Scene scene;
  scene.scores["VE01"] = SCORE_LARGELY_MEETS;
  const std::string name = In(scene, kResponseIn);
  AmendTo(scene, name, framework::v1::SCORE_MEETS);
  const auto resent = scene.desk.Run(&ResendDraft, About<v1::ResendDraftRequest>(name), scene.qm);
  ASSERT_THAT(resent, IsOk());
  EXPECT_EQ(resent->state(), kResponseIn);
  EXPECT_EQ(resent->draft().version(), 2);
  EXPECT_EQ(resent->draft().scores().at("VE01"), framework::v1::SCORE_MEETS);
  EXPECT_EQ(resent->response().text(), "Agreed.");
}

TEST(Resending, IsRefusedWhenAFindingIsWorse) {
  Scene scene;
  const std::string name = In(scene, kResponseIn);
  AmendTo(scene, name, SCORE_MEETS_NOT);
  EXPECT_THAT(scene.desk.Run(&ResendDraft, About<v1::ResendDraftRequest>(name), scene.qm),
              ReasonIs("FINDING_WORSENED"));
  const auto sent = Send(scene, name);
  ASSERT_THAT(sent, IsOk());
  EXPECT_EQ(sent->state(), kDraftSent);
  EXPECT_EQ(sent->draft().version(), 2);
}

TEST(Resending, NeedsAnEarlierDraft) {
  Scene scene;
  EXPECT_THAT(scene.desk.Run(&ResendDraft, About<v1::ResendDraftRequest>(In(scene, kReview)), scene.qm),
              ReasonIs("NO_EARLIER_DRAFT"));
}

}  // namespace
}  // namespace waarborg::testing
