// From planning to the end of fieldwork.

#include "services/assessment/commands.h"
#include "tests/services/assessment/scene.h"

namespace waarborg::testing {
namespace {

using namespace assessment;  // NOLINT: commands under test
using ::testing::ElementsAre;

constexpr char kVisit[] = "visit_date { year: 2025 month: 6 day: 20 }";
constexpr char kDelegation[] = "delegation: 'regions/nmd/members/quality-manager'";

registry::v1::KindRule FullSkips(const std::string& fields) {
  return Proto<registry::v1::KindRule>("kind: ASSESSMENT_KIND_FULL " + fields);
}

TEST(Announcing, SetsTheDatesAndTellsOfIt) {
  Scene scene;
  const std::string name = scene.Create();
  const auto announced = scene.desk.Run(&AnnounceAssessment, About<v1::AnnounceAssessmentRequest>(name, R"pb(
    visit_date { year: 2025 month: 6 day: 20 }
    information_due_date { year: 2025 month: 6 day: 13 }
  )pb"),
                                        scene.qm);
  ASSERT_THAT(announced, IsOk());
  EXPECT_EQ(announced->state(), kAnnounced);
  EXPECT_EQ(announced->visit_date().day(), 20);
  EXPECT_EQ(announced->information_due_date().day(), 13);
  const audit::v1::Event event = scene.desk.LastEvent();
  EXPECT_EQ(event.kind(), "AssessmentAnnounced");
  EXPECT_EQ(event.from_state(), "PLANNED");
  EXPECT_EQ(event.to_state(), "ANNOUNCED");
  EXPECT_EQ(event.role(), team::v1::ROLE_QUALITY_MANAGER);
  EXPECT_EQ(event.provider(), kProvider);
}

TEST(Announcing, AsksForInformationBeforeTheVisit) {
  Scene scene;
  const auto refused =
      scene.desk.Run(&AnnounceAssessment, About<v1::AnnounceAssessmentRequest>(scene.Create(), R"pb(
        visit_date { year: 2025 month: 6 day: 20 }
        information_due_date { year: 2025 month: 6 day: 21 }
      )pb"),
                     scene.qm);
  EXPECT_THAT(FieldFaults(refused.status()),
              ElementsAre("information_due_date: INFORMATION_DUE_AFTER_VISIT"));
}

TEST(Announcing, IsNotForUrgentAssessments) {
  Scene scene;
  const std::string name = scene.Create("kind: ASSESSMENT_KIND_URGENT");
  EXPECT_THAT(
      scene.desk.Run(&AnnounceAssessment, About<v1::AnnounceAssessmentRequest>(name, kVisit), scene.qm),
      ReasonIs("ANNOUNCEMENT_NOT_FOR_URGENT"));
}

TEST(Announcing, IsRefusedWithAStaleEtagFromTheWrongStateAndByOthers) {
  Scene scene;
  const std::string name = scene.Create();
  const std::string stale = std::string(kVisit) + " etag: 'old'";
  EXPECT_THAT(
      scene.desk.Run(&AnnounceAssessment, About<v1::AnnounceAssessmentRequest>(name, stale), scene.qm),
      ReasonIs("ETAG_MISMATCH"));
  EXPECT_THAT(
      scene.desk.Run(&AnnounceAssessment, About<v1::AnnounceAssessmentRequest>(name, kVisit), scene.tm),
      ReasonIs("ROLE_NOT_ALLOWED"));
  scene.Take(name, kPreparing);
  EXPECT_THAT(
      scene.desk.Run(&AnnounceAssessment, About<v1::AnnounceAssessmentRequest>(name, kVisit), scene.qm),
      ReasonIs("ILLEGAL_TRANSITION"));
  EXPECT_THAT(
      scene.desk.Run(&AnnounceAssessment,
                     About<v1::AnnounceAssessmentRequest>("regions/nmd/assessments/none", kVisit), scene.qm),
      ReasonIs("ASSESSMENT_NOT_FOUND"));
}

TEST(Preparing, NeedsTheAnnouncementUnlessPolicySkipsIt) {
  Scene scene;
  const std::string name = scene.Create();
  const auto open = [&] {
    return scene.desk.Run(&OpenPreparation, About<v1::OpenPreparationRequest>(name), scene.qm);
  };
  EXPECT_THAT(open(), ReasonIs("ILLEGAL_TRANSITION"));
  scene.SetKindRule(FullSkips("skip_announcement: true"));
  EXPECT_THAT(open(), IsOk());
  EXPECT_EQ(scene.Get(name).state(), kPreparing);
}

TEST(Announcing, IsForADayToCome) {
  Scene scene;
  const std::string name = scene.Create();
  const auto announce = [&](const std::string& dates) {
    return scene.desk.Run(&AnnounceAssessment, About<v1::AnnounceAssessmentRequest>(name, dates), scene.qm);
  };
  // It is 2 June 2025.
  EXPECT_THAT(FieldFaults(announce("visit_date { year: 2025 month: 6 day: 1 } "
                                   "information_due_date { year: 2025 month: 5 day: 30 }")
                              .status()),
              ElementsAre("visit_date: DAY_PASSED", "information_due_date: DAY_PASSED"));
  EXPECT_THAT(announce("visit_date { year: 2025 month: 6 day: 2 } "
                       "information_due_date { year: 2025 month: 6 day: 2 }"),
              IsOk());
}

TEST(Fieldwork, NeedsAScopeAndAKnownDelegation) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kPreparing);
  EXPECT_THAT(scene.desk.Run(&StartFieldwork, About<v1::StartFieldworkRequest>(name, kDelegation), scene.qm),
              ReasonIs("SCOPE_NOT_SET"));
  ASSERT_THAT(scene.desk.Run(&SetScope, About<v1::SetScopeRequest>(name), scene.qm), IsOk());
  const auto unknown =
      scene.desk.Run(&StartFieldwork,
                     About<v1::StartFieldworkRequest>(
                         name, std::string(kDelegation) + " delegation: 'regions/nmd/members/x'"),
                     scene.qm);
  EXPECT_THAT(FieldFaults(unknown.status()), ElementsAre("delegation[1]: UNKNOWN_DELEGATE"));
  const auto started =
      scene.desk.Run(&StartFieldwork, About<v1::StartFieldworkRequest>(name, kDelegation), scene.qm);
  ASSERT_THAT(started, IsOk());
  EXPECT_EQ(started->state(), kFieldwork);
  EXPECT_EQ(started->delegation_size(), 1);
}

TEST(Fieldwork, NamesADelegationOfTheTeamOnce) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kPreparing);
  ASSERT_THAT(scene.desk.Run(&SetScope, About<v1::SetScopeRequest>(name), scene.qm), IsOk());
  const auto start = [&](const std::vector<std::string>& members) {
    auto request = About<v1::StartFieldworkRequest>(name);
    for (const std::string& each : members) request.add_delegation("regions/nmd/members/" + each);
    return scene.desk.Run(&StartFieldwork, request, scene.qm);
  };
  EXPECT_THAT(FieldFaults(start({"quality-manager", "auditor", "provider-farm", "quality-manager"}).status()),
              ElementsAre("delegation[1]: DELEGATE_NOT_OF_TEAM", "delegation[2]: DELEGATE_NOT_OF_TEAM",
                          "delegation[3]: DELEGATED_TWICE"));
  EXPECT_THAT(start({"quality-manager", "team-member", "second-reader"}), IsOk());
}

TEST(Fieldwork, StartsAtOnceWherePolicySkipsEverythingBefore) {
  Scene scene;
  const std::string name = scene.Create();
  const auto start = [&] {
    return scene.desk.Run(&StartFieldwork, About<v1::StartFieldworkRequest>(name, kDelegation), scene.qm);
  };
  EXPECT_THAT(start(), ReasonIs("ILLEGAL_TRANSITION"));
  scene.SetKindRule(FullSkips("skip_preparation: true"));
  EXPECT_THAT(start(), ReasonIs("ILLEGAL_TRANSITION"));
  scene.SetKindRule(FullSkips("skip_preparation: true skip_announcement: true"));
  EXPECT_THAT(start(), IsOk());
  // The scope that preparation would have set is set here, and is needed to finish.
  EXPECT_THAT(scene.desk.Run(&FinishFieldwork, About<v1::FinishFieldworkRequest>(name), scene.qm),
              ReasonIs("SCOPE_NOT_SET"));
  EXPECT_THAT(scene.desk.Run(&SetScope, About<v1::SetScopeRequest>(name), scene.qm), IsOk());
  EXPECT_THAT(scene.desk.Run(&FinishFieldwork, About<v1::FinishFieldworkRequest>(name), scene.qm), IsOk());
}

TEST(Unannounced, IsForUrgencyOrStatutorySupervision) {
  Scene scene;
  const std::string request = std::string(kDelegation) + " reason: 'A signal that cannot wait.'";
  const auto start = [&](const std::string& name) {
    return scene.desk.Run(&StartUnannounced, About<v1::StartUnannouncedRequest>(name, request), scene.qm);
  };
  EXPECT_THAT(start(scene.Create()), ReasonIs("UNANNOUNCED_NOT_ALLOWED"));
  EXPECT_THAT(start(scene.Create("legal_basis: LEGAL_BASIS_WMO_SUPERVISION")), IsOk());
  const auto urgent = start(scene.Create("kind: ASSESSMENT_KIND_URGENT"));
  ASSERT_THAT(urgent, IsOk());
  EXPECT_TRUE(urgent->unannounced());
  EXPECT_EQ(urgent->state(), kFieldwork);
  EXPECT_EQ(Asked(*urgent, team::v1::ACT_START_UNANNOUNCED)->rule(), team::v1::FOUR_EYES_LATER);
  EXPECT_EQ(scene.desk.LastEvent().reason(), "A signal that cannot wait.");
}

TEST(Unannounced, SetsItsScopeDuringFieldwork) {
  Scene scene;
  const std::string name = scene.Create("legal_basis: LEGAL_BASIS_WMO_SUPERVISION");
  const std::string request = std::string(kDelegation) + " reason: 'Signal.'";
  ASSERT_THAT(scene.desk.Run(&StartUnannounced, About<v1::StartUnannouncedRequest>(name, request), scene.qm),
              IsOk());
  EXPECT_THAT(scene.desk.Run(&FinishFieldwork, About<v1::FinishFieldworkRequest>(name), scene.qm),
              ReasonIs("SCOPE_NOT_SET"));
  EXPECT_THAT(scene.desk.Run(&SetScope, About<v1::SetScopeRequest>(name), scene.qm), IsOk());
  EXPECT_THAT(scene.desk.Run(&FinishFieldwork, About<v1::FinishFieldworkRequest>(name), scene.qm), IsOk());
}

TEST(Unannounced, WaitsForTheSecondPersonWherePolicySaysBefore) {
  Scene scene;
  scene.SetFourEyes(team::v1::ACT_START_UNANNOUNCED, team::v1::FOUR_EYES_BEFORE);
  const std::string name = scene.Create("kind: ASSESSMENT_KIND_URGENT");
  const std::string request = std::string(kDelegation) + " reason: 'Signal.'";
  ASSERT_THAT(scene.desk.Run(&StartUnannounced, About<v1::StartUnannouncedRequest>(name, request), scene.qm),
              IsOk());
  ASSERT_THAT(scene.desk.Run(&SetScope, About<v1::SetScopeRequest>(name), scene.qm), IsOk());
  const auto finish = [&] {
    return scene.desk.Run(&FinishFieldwork, About<v1::FinishFieldworkRequest>(name), scene.qm);
  };
  EXPECT_THAT(finish(), ReasonIs("SECOND_PERSON_REQUIRED"));
  ASSERT_THAT(scene.Confirm(name, team::v1::ACT_START_UNANNOUNCED), IsOk());
  EXPECT_THAT(finish(), IsOk());
}

// What the second person of a journal reads is sealed: the leaf holds its digest alone.
TEST(Scoping, SealsTheReasonOfAnExclusion) {
  constexpr absl::string_view kReason = "Mevrouw de Vries is ziek";
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kPreparing);
  auto request = About<v1::SetScopeRequest>(name, "exclusions { criteria: 'VE01' }");
  request.mutable_exclusions(0)->set_reason(std::string(kReason));
  ASSERT_THAT(scene.desk.Run(&SetScope, request, scene.qm), IsOk());
  EXPECT_EQ(scene.Get(name).scope().items(0).text(), kReason);
  const audit::v1::Event event = scene.desk.LastEvent();
  ASSERT_EQ(event.kind(), "ScopeSet");
  const auto leaf = ledger::ReadLeaf(*scene.desk.store->Read(), "nmd", event.sequence());
  ASSERT_THAT(leaf, IsOk());
  ASSERT_TRUE(leaf->has_value());
  EXPECT_THAT(**leaf, ::testing::HasSubstr("VE01"));
  EXPECT_THAT(**leaf, ::testing::Not(::testing::HasSubstr("Vries")));
}

TEST(Scoping, CountsVersionsAndIsClosedOncePreparedFieldworkRuns) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kPreparing);
  const auto set = [&](const std::string& text) {
    return scene.desk.Run(&SetScope, About<v1::SetScopeRequest>(name, text), scene.qm);
  };
  ASSERT_THAT(set("exclusions { bundle: 'living-climate' reason: 'No location.' }"), IsOk());
  const auto again = set("");
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->scope().version(), 2);
  const auto faulty =
      set("exclusions { criteria: 'XX99' reason: 'x' } extras { criteria: 'DM01' reason: 'x' }");
  EXPECT_THAT(faulty, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(FieldFaults(faulty.status()),
              ElementsAre("exclusions[0].criteria[0]: UNKNOWN_CRITERION", "extras: ONLY_FOR_RE_ASSESSMENT"));
  scene.Take(name, kFieldwork);
  EXPECT_THAT(set(""), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST(Observing, IsForTheTeamDuringFieldwork) {
  Scene scene;
  const std::string name = scene.Create();
  const std::string seen = "text: 'Medicines open on the table.' resolved_on_site: true criteria: 'VE18'";
  const auto observe = [&](const call::Caller& caller, const std::string& text) {
    return scene.desk.Run(&RecordObservation, About<v1::RecordObservationRequest>(name, text), caller);
  };
  EXPECT_THAT(observe(scene.tm, seen), ReasonIs("ILLEGAL_TRANSITION"));
  scene.Take(name, kFieldwork);
  EXPECT_THAT(observe(scene.farmer, seen), ReasonIs("ROLE_NOT_ALLOWED"));
  EXPECT_THAT(FieldFaults(observe(scene.tm, "text: 'x' criteria: 'VE18' criteria: 'VE99'").status()),
              ElementsAre("criteria[1]: UNKNOWN_CRITERION"));
  const auto noted = observe(scene.tm, seen);
  ASSERT_THAT(noted, IsOk());
  ASSERT_EQ(noted->observations_size(), 1);
  EXPECT_TRUE(noted->observations(0).resolved_on_site());
  EXPECT_EQ(noted->observations(0).author(), scene.tm.member);
  EXPECT_EQ(noted->state(), kFieldwork);
}

// What a record may hold is bounded, and what does not fit is refused before the assessment cannot go on.
TEST(Observing, EndsBeforeTheRecordIsFull) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, kFieldwork);
  v1::RecordObservationRequest request;
  request.set_name(name);
  request.set_text(std::string(8000, 'x'));
  absl::Status last;
  int recorded = 0;
  while (last.ok() && recorded < 200) {
    last = scene.desk.Run(&RecordObservation, request, scene.tm).status();
    if (last.ok()) ++recorded;
  }
  EXPECT_THAT(last, ReasonIs("OBSERVATIONS_FULL"));
  EXPECT_GT(recorded, 100);
  EXPECT_THAT(
      scene.desk.Run(&FinishFieldwork, About<v1::FinishFieldworkRequest>(name, ""), scene.qm), IsOk());
}

}  // namespace
}  // namespace waarborg::testing
