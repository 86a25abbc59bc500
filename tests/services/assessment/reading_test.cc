// What people see of assessments, and what a provider does not see.

#include "services/assessment/commands.h"
#include "services/assessment/queries.h"
#include "services/call/name.h"
#include "services/call/page.h"
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
  scene.Take(name, kAnnounced);
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

TEST(Reading, OfTheDraftShowsOnlyFindingsThatTheDraftShows) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kPreparing);
  const auto set_scope = [&](const std::string& text) {
    return scene.desk.Run(&SetScope, About<v1::SetScopeRequest>(name, text), scene.qm);
  };
  ASSERT_THAT(set_scope(""), IsOk());
  ASSERT_THAT(scene.Score(name, "VE01", framework::v1::SCORE_MEETS_NOT), IsOk());
  ASSERT_THAT(set_scope("exclusions { criteria: 'VE01' reason: 'Seen last month.' }"), IsOk());
  const auto start =
      About<v1::StartFieldworkRequest>(name, "delegation: 'regions/nmd/members/quality-manager'");
  ASSERT_THAT(scene.desk.Run(&StartFieldwork, start, scene.qm), IsOk());
  scene.Take(name, kDraftSent);
  EXPECT_EQ(FindingsFor(scene, name, scene.qm).size(), 44U);
  EXPECT_EQ(FindingsFor(scene, name, scene.farmer).size(), 43U);
  const auto get = [&](const std::string& criterion, const call::Caller& caller) {
    return scene.desk.Ask(&GetFinding, About<v1::GetFindingRequest>(name + "/findings/" + criterion), caller);
  };
  EXPECT_THAT(get("VE01", scene.farmer), ReasonIs("FINDING_NOT_FOUND"));
  EXPECT_THAT(get("VE02", scene.farmer), IsOk());
  EXPECT_THAT(get("VE01", scene.qm), IsOk());
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

std::vector<std::string> ListedFor(Scene& scene, const call::Caller& caller, int page_size) {
  std::vector<std::string> names;
  v1::ListAssessmentsRequest request;
  request.set_parent("regions/nmd");
  request.set_page_size(page_size);
  do {
    const auto page = scene.desk.Ask(&ListAssessments, request, caller);
    EXPECT_THAT(page, IsOk());
    if (!page.ok()) return names;
    EXPECT_TRUE(page->assessments_size() == page_size || page->next_page_token().empty());
    EXPECT_GT(page->assessments_size(), 0);
    for (const v1::Assessment& each : page->assessments()) names.push_back(call::LastId(each.name()));
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  return names;
}

std::string CreateAs(Scene& scene, const std::string& id, State state) {
  const auto created = scene.TryCreate("", id);
  EXPECT_THAT(created, IsOk());
  scene.Take(created->name(), state);
  return created->name();
}

TEST(Reading, OfAPlannedAssessmentIsNotForTheProvider) {
  Scene scene;
  const std::string planned = CreateAs(scene, "a", kPlanned);
  const std::string known = CreateAs(scene, "b", kAnnounced);
  const std::string cancelled = CreateAs(scene, "c", kPlanned);
  CreateAs(scene, "d", kFieldwork);
  CreateAs(scene, "e", kPlanned);
  const std::string told = CreateAs(scene, "f", kAnnounced);
  CreateAs(scene, "g", kPlanned);
  for (const std::string& each : {cancelled, told}) {
    ASSERT_THAT(scene.desk.Run(&CancelAssessment,
                               About<v1::CancelAssessmentRequest>(each, "reason: 'No need.'"), scene.qm),
                IsOk());
  }
  for (const std::string& each : {planned, cancelled}) {
    EXPECT_THAT(Ask(scene, each, scene.farmer), ReasonIs("ASSESSMENT_NOT_FOUND"));
    EXPECT_THAT(Ask(scene, each, scene.stranger), ReasonIs("ASSESSMENT_NOT_FOUND"));
    EXPECT_THAT(FindingsFor(scene, each, scene.qm), IsEmpty());
    EXPECT_THAT(
        scene.desk.Run(&SubmitResponse, About<v1::SubmitResponseRequest>(each, "text: 'x'"), scene.farmer),
        ReasonIs("ASSESSMENT_NOT_FOUND"));
  }
  EXPECT_THAT(Ask(scene, known, scene.farmer), IsOk());
  EXPECT_THAT(Ask(scene, told, scene.farmer), IsOk());
  for (const int page_size : {1, 2, 3, 4, 50}) {
    EXPECT_THAT(ListedFor(scene, scene.farmer, page_size), ElementsAre("b", "d", "f")) << page_size;
  }
  EXPECT_EQ(ListedFor(scene, scene.auditor, 50).size(), 7U);
}

TEST(Listing, RefusesATokenThatNobodyGave) {
  Scene scene;
  const std::string name = scene.Create();
  const std::string list = "findings|" + name;
  for (const char* position : {"-1", "x", "99999999999999999999"}) {
    v1::ListFindingsRequest request;
    request.set_parent(name);
    request.set_page_token(call::PageToken(call::ParsePage(10, "", list).value(), position));
    EXPECT_THAT(FieldFaults(scene.desk.Ask(&ListFindings, request, scene.auditor).status()),
                ElementsAre("page_token: INVALID_PAGE_TOKEN"))
        << position;
  }
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
  scene.Take(scene.Create(), kAnnounced);
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
  EXPECT_EQ(count("", scene.farmer), 1);
  EXPECT_EQ(count("", scene.stranger), 0);
  EXPECT_THAT(scene.desk.Ask(&ListAssessments,
                             Proto<v1::ListAssessmentsRequest>(
                                 "parent: 'regions/nmd' provider: 'regions/nmd/providers/other'"),
                             scene.farmer),
              ReasonIs("OTHER_PROVIDER"));
}

}  // namespace
}  // namespace waarborg::testing
