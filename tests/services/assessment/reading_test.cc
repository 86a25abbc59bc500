// What people see of assessments, and what a provider does not see.

#include "services/assessment/commands.h"
#include "services/assessment/queries.h"
#include "services/call/name.h"
#include "tests/services/assessment/scene.h"

namespace waarborg::testing {
namespace {

using namespace assessment;  // NOLINT: queries under test
using ::testing::ElementsAre;
using ::testing::IsEmpty;

absl::StatusOr<v1::Assessment> Ask(Scene& scene, const std::string& name, const call::Caller& caller) {
  return scene.desk.Ask(&GetAssessment, About<v1::GetAssessmentRequest>(name), caller);
}

std::vector<v1::Finding> FindingsFor(Scene& scene, const std::string& name, const call::Caller& caller) {
  const auto page = scene.desk.Ask(
      &ListFindings, Proto<v1::ListFindingsRequest>("page_size: 200 parent: '" + name + "'"), caller);
  EXPECT_THAT(page, IsOk());
  if (!page.ok()) return {};
  return {page->findings().begin(), page->findings().end()};
}

// An assessment with something in every field that a provider must not see.
std::string Rich(Scene& scene, State state) {
  scene.scores["VE01"] = framework::v1::SCORE_MEETS_NOT;
  const std::string name = scene.Create("selection_reason: SELECTION_REASON_SIGNAL");
  scene.Take(name, kFieldwork);
  EXPECT_THAT(scene.desk.Run(&RecordObservation, About<v1::RecordObservationRequest>(name, "text: 'Untidy.'"),
                             scene.tm),
              IsOk());
  EXPECT_THAT(scene.desk.Run(&ScoreFindings,
                             About<v1::ScoreFindingsRequest>(
                                 name, "scores { criterion: 'VE01' score: SCORE_MEETS motivation: 'Fine.' }"),
                             scene.tm),
              IsOk());
  scene.Take(name, state);
  return name;
}

TEST(Reading, IsOfTheOwnProviderOnlyForAProvider) {
  Scene scene;
  const std::string name = scene.Create();
  EXPECT_THAT(Ask(scene, name, scene.stranger), ReasonIs("OTHER_PROVIDER"));
  EXPECT_THAT(Ask(scene, name, scene.farmer), IsOk());
  EXPECT_THAT(
      scene.desk.Ask(&ListFindings, Proto<v1::ListFindingsRequest>("parent: '" + name + "'"), scene.stranger),
      ReasonIs("OTHER_PROVIDER"));
  EXPECT_THAT(
      scene.desk.Ask(&GetFinding, About<v1::GetFindingRequest>(name + "/findings/VE01"), scene.stranger),
      ReasonIs("OTHER_PROVIDER"));
}

TEST(Reading, BeforeTheDraftShowsAProviderStateAndDatesOnly) {
  Scene scene;
  const std::string name = Rich(scene, kReview);
  scene.JudgeThreeParts(name);
  const auto seen = Ask(scene, name, scene.farmer);
  ASSERT_THAT(seen, IsOk());
  EXPECT_EQ(seen->state(), kReview);
  EXPECT_EQ(seen->visit_date().day(), 20);
  v1::Assessment hidden = *seen;
  for (const char* field : {"name", "provider", "kind", "state", "legal_basis", "framework_version",
                            "visit_date", "etag", "create_time", "update_time"}) {
    hidden.GetReflection()->ClearField(&hidden, hidden.GetDescriptor()->FindFieldByName(field));
  }
  EXPECT_EQ(hidden.DebugString(), "");
  EXPECT_THAT(FindingsFor(scene, name, scene.farmer), IsEmpty());
  EXPECT_THAT(
      scene.desk.Ask(&GetFinding, About<v1::GetFindingRequest>(name + "/findings/VE01"), scene.farmer),
      ReasonIs("FINDING_NOT_FOUND"));
}

TEST(Reading, OfTheDraftShowsFindingsAndResultButNoInnerWork) {
  Scene scene;
  const std::string name = Rich(scene, kDraftSent);
  const auto seen = Ask(scene, name, scene.farmer);
  ASSERT_THAT(seen, IsOk());
  EXPECT_EQ(seen->evaluation().n(), 44);
  EXPECT_EQ(seen->draft().version(), 1);
  EXPECT_FALSE(seen->has_judgement());
  EXPECT_EQ(seen->observations_size(), 0);
  EXPECT_EQ(seen->confirmations_size(), 0);
  EXPECT_EQ(seen->selection_reason(), v1::Assessment::SELECTION_REASON_UNSPECIFIED);
  const std::vector<v1::Finding> findings = FindingsFor(scene, name, scene.farmer);
  ASSERT_EQ(findings.size(), 44U);
  EXPECT_EQ(findings[0].score(), framework::v1::SCORE_MEETS_NOT);
  EXPECT_EQ(findings[0].proposals_size(), 0);
  EXPECT_EQ(FindingsFor(scene, name, scene.qm)[0].proposals_size(), 1);
}

TEST(Reading, WhileADraftIsAmendedShowsNoHalfWork) {
  Scene scene;
  const std::string name = Rich(scene, kResponseIn);
  ASSERT_THAT(scene.desk.Run(&AmendDraft, About<v1::AmendDraftRequest>(name, "reason: 'Right.'"), scene.qm),
              IsOk());
  const auto seen = Ask(scene, name, scene.farmer);
  ASSERT_THAT(seen, IsOk());
  EXPECT_EQ(seen->draft().version(), 1);
  EXPECT_EQ(seen->response().text(), "Agreed.");
  EXPECT_FALSE(seen->has_scope());
  EXPECT_THAT(FindingsFor(scene, name, scene.farmer), IsEmpty());
}

TEST(Reading, OfTheDecisionShowsTheFollowUpButNoJudgementText) {
  Scene scene;
  const std::string name = Rich(scene, kFinal);
  const auto seen = Ask(scene, name, scene.farmer);
  ASSERT_THAT(seen, IsOk());
  EXPECT_EQ(seen->judgement().conclusion().follow_up_size(), 1);
  EXPECT_FALSE(seen->judgement().has_quality_and_law());
  EXPECT_FALSE(seen->judgement().has_trust());
  EXPECT_EQ(seen->judgement().conclusion().author(), "");
  EXPECT_EQ(seen->decision_record(), name + "/decisionRecords/1");
}

TEST(Reading, AnswersToAProviderAreRedactedAsWell) {
  Scene scene;
  const std::string name = Rich(scene, kDraftSent);
  const auto remarked =
      scene.desk.Run(&RecordRemark,
                     About<v1::RecordRemarkRequest>(name + "/findings/VE01",
                                                    "remark { kind: KIND_VIEW text: 'We disagree.' }"),
                     scene.farmer);
  ASSERT_THAT(remarked, IsOk());
  EXPECT_EQ(remarked->proposals_size(), 0);
  const auto responded =
      scene.desk.Run(&SubmitResponse, About<v1::SubmitResponseRequest>(name), scene.farmer);
  ASSERT_THAT(responded, IsOk());
  EXPECT_FALSE(responded->has_judgement());
  EXPECT_EQ(responded->observations_size(), 0);
}

TEST(Listing, OfFindingsFollowsTheFrameworkInPages) {
  Scene scene;
  const std::string name =
      scene.Create("kind: ASSESSMENT_KIND_THEMATIC themes: 'VE' themes: 'LK' themes: 'CG'");
  scene.Take(name, kReview);
  std::vector<std::string> criteria;
  v1::ListFindingsRequest request = Proto<v1::ListFindingsRequest>("page_size: 10 parent: '" + name + "'");
  do {
    const auto page = scene.desk.Ask(&ListFindings, request, scene.auditor);
    ASSERT_THAT(page, IsOk());
    for (const v1::Finding& finding : page->findings()) criteria.push_back(call::LastId(finding.name()));
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  std::vector<std::string> expected;
  const v1::Assessment scoped = scene.Get(name);
  for (const v1::ScopeItem& item : scoped.scope().items()) {
    if (item.in_scope()) expected.push_back(item.criterion());
  }
  EXPECT_EQ(criteria.size(), 33U);
  EXPECT_EQ(criteria, expected);
}

TEST(Listing, OfAssessmentsIsByRegionOrByProviderAndAProviderGetsItsOwn) {
  Scene scene;
  scene.Create();
  scene.Create();
  ASSERT_THAT(scene.TryCreate("provider: 'regions/nmd/providers/other' framework_version: 'dkk-2019'"),
              IsOk());
  const auto count = [&](const std::string& text, const call::Caller& caller) {
    const auto page = scene.desk.Ask(
        &ListAssessments, Proto<v1::ListAssessmentsRequest>("parent: 'regions/nmd' " + text), caller);
    EXPECT_THAT(page, IsOk());
    return page.ok() ? page->assessments_size() : -1;
  };
  EXPECT_EQ(count("", scene.auditor), 3);
  EXPECT_EQ(count("provider: 'regions/nmd/providers/other'", scene.auditor), 1);
  EXPECT_EQ(count("", scene.farmer), 2);
  EXPECT_EQ(count("", scene.stranger), 1);
  EXPECT_THAT(scene.desk.Ask(&ListAssessments,
                             Proto<v1::ListAssessmentsRequest>(
                                 "parent: 'regions/nmd' provider: 'regions/nmd/providers/other'"),
                             scene.farmer),
              ReasonIs("OTHER_PROVIDER"));
}

}  // namespace
}  // namespace waarborg::testing
