#include "services/flow/judgements_to_weigh.h"

#include "gmock/gmock.h"
#include "services/flow/finalise_assessment.h"
#include "services/flow/record_divergence.h"
#include "services/registry/obligation_commands.h"
#include "services/registry/rules/catalogue.h"
#include "tests/services/assessment/scene.h"

namespace waarborg::testing {
namespace {

using registry::v1::ExternalJudgement;
using registry::v1::JudgementToWeigh;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kIgj[] = "regions/nmd/providers/farm/externalJudgements/igj";

class WeighingTest : public ::testing::Test {
 protected:
  void Judge(const std::string& id, int year, const std::string& touches, const char* provider = kProvider) {
    auto request = Proto<registry::v1::RecordExternalJudgementRequest>(
        "external_judgement { issuer: SOURCE_IGJ document: 'rapport' summary: 'kort' date { month: 3 day: 1 "
        "} " +
        touches + "}");
    request.mutable_external_judgement()->mutable_date()->set_year(year);
    request.set_parent(provider);
    request.set_external_judgement_id(id);
    ASSERT_THAT(scene.desk.Run(&registry::RecordExternalJudgement, request, scene.qm), IsOk());
  }
  std::vector<JudgementToWeigh> ToWeigh(const std::string& name) {
    const auto weighed = scene.desk.Ask(&flow::ListJudgementsToWeigh,
                                        About<registry::v1::ListJudgementsToWeighRequest>(name), scene.qm);
    EXPECT_THAT(weighed, IsOk());
    if (!weighed.ok()) return {};
    return {weighed->judgements().begin(), weighed->judgements().end()};
  }
  absl::StatusOr<ExternalJudgement> Explain(const std::string& assessment, const std::string& rest) {
    auto request = About<registry::v1::RecordDivergenceRequest>(kIgj, rest);
    request.set_assessment(assessment);
    request.set_reason("bij ons bezoek was het op orde");
    return scene.desk.Run(&flow::RecordDivergence, request, scene.qm);
  }
  absl::StatusOr<assessment::v1::Assessment> Finalise(const std::string& name) {
    return scene.desk.Run(&flow::FinaliseAssessment, About<assessment::v1::FinaliseAssessmentRequest>(name),
                          scene.qm);
  }
  // As far as the decision, which finds VE03 met.
  std::string ReadyToDecide() {
    const std::string name = scene.Create();
    scene.Take(name, assessment::kResponseIn);
    return name;
  }

  Scene scene;
  const std::string not_in_order = "touches { criterion: 'VE03' opinion: OPINION_NOT_IN_ORDER }";
};

TEST_F(WeighingTest, AJudgementInForceThatTouchesTheScopeIsWeighed) {
  Judge("igj", 2025, not_in_order + "touches { criterion: 'XX99' }");
  Judge("old", 2023, not_in_order);
  Judge("elsewhere", 2025, "touches { criterion: 'XX99' }");
  const std::vector<JudgementToWeigh> weighed = ToWeigh(ReadyToDecide());
  ASSERT_EQ(weighed.size(), 1U);
  EXPECT_EQ(weighed[0].external_judgement(), kIgj);
  EXPECT_THAT(weighed[0].criteria(), ElementsAre("VE03"));
  EXPECT_THAT(weighed[0].reason_wanted(), ElementsAre("VE03"));
}

TEST_F(WeighingTest, BeforeAnythingIsScoredNothingDiverges) {
  Judge("igj", 2025, not_in_order);
  const std::string name = scene.Create();
  EXPECT_THAT(ToWeigh(name), IsEmpty());
  scene.Take(name, assessment::kFieldwork);
  const std::vector<JudgementToWeigh> weighed = ToWeigh(name);
  ASSERT_EQ(weighed.size(), 1U);
  EXPECT_THAT(weighed[0].diverging(), IsEmpty());
}

TEST_F(WeighingTest, FindingOtherwiseIsNotFinalWithoutAReason) {
  Judge("igj", 2025, not_in_order);
  const std::string name = ReadyToDecide();
  EXPECT_THAT(Finalise(name), ReasonIs("DIVERGENCE_NEEDS_REASON"));
  ASSERT_THAT(Explain(name, "criteria: 'VE03'"), IsOk());
  EXPECT_EQ(scene.desk.LastEvent().kind(), "DivergenceRecorded");
  EXPECT_EQ(scene.desk.LastEvent().reason(), "bij ons bezoek was het op orde");
  EXPECT_THAT(ToWeigh(name)[0].reason_wanted(), IsEmpty());
  EXPECT_THAT(Finalise(name), IsOk());
}

TEST_F(WeighingTest, WherePolicyAsksNoneNoReasonIsNeeded) {
  Judge("igj", 2025, not_in_order);
  scene.policy.mutable_external_judgements()->set_divergence(
      registry::v1::ExternalJudgementPolicy::DIVERGENCE_NONE);
  scene.Govern(scene.policy);
  EXPECT_THAT(Finalise(ReadyToDecide()), IsOk());
}

TEST_F(WeighingTest, AgreeingNeedsNoReason) {
  Judge("igj", 2025, "touches { criterion: 'VE03' opinion: OPINION_IN_ORDER } touches { criterion: 'VE04' }");
  EXPECT_THAT(Finalise(ReadyToDecide()), IsOk());
}

TEST_F(WeighingTest, AReasonIsAboutWhatTheJudgementTouches) {
  Judge("igj", 2025, not_in_order);
  EXPECT_THAT(FieldFaults(Explain(ReadyToDecide(), "criteria: ['VE01', 'VE03', 'VE03']").status()),
              ElementsAre("criteria[0]: CRITERION_NOT_TOUCHED", "criteria[2]: DUPLICATE"));
}

TEST_F(WeighingTest, AReasonIsAboutAnAssessmentOfTheSameProvider) {
  Judge("igj", 2025, not_in_order);
  EXPECT_THAT(Explain("regions/nmd/assessments/nothing", "criteria: 'VE03'"),
              ReasonIs("ASSESSMENT_NOT_FOUND"));
  Judge("igj", 2025, not_in_order, kOtherProvider);
  auto request = About<registry::v1::RecordDivergenceRequest>(
      std::string(kOtherProvider) + "/externalJudgements/igj", "criteria: 'VE03' reason: 'r'");
  request.set_assessment(scene.Create());
  EXPECT_THAT(scene.desk.Run(&flow::RecordDivergence, request, scene.qm),
              ReasonIs("ASSESSMENT_OF_OTHER_PROVIDER"));
}

}  // namespace
}  // namespace waarborg::testing
