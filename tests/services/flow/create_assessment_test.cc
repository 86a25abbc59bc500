#include "services/flow/create_assessment.h"

#include "tests/golden/frameworks.h"
#include "tests/services/assessment/scene.h"
#include "tests/services/flow/retests.h"

namespace waarborg::testing {
namespace {

using assessment::v1::Assessment;
using ::testing::ElementsAre;

TEST(CreatingAnAssessment, PinsFrameworkPolicyProfileAndConditions) {
  Scene scene;
  const auto created = scene.TryCreate("first_assessment: true", "first");
  ASSERT_THAT(created, IsOk());
  EXPECT_EQ(created->name(), "regions/nmd/assessments/first");
  EXPECT_EQ(created->state(), Assessment::STATE_PLANNED);
  EXPECT_EQ(created->framework_version(), "frameworks/dkk/versions/2019");
  EXPECT_EQ(created->framework_hash().size(), 64U);
  EXPECT_EQ(created->policy_version(), "regions/nmd/policyVersions/1");
  EXPECT_EQ(created->profile(), framework::v1::PROFILE_ZIN);
  EXPECT_EQ(created->conditions_size(), framework::Dkk2019().conditions_size());
  EXPECT_EQ(created->author(), scene.qm.member);
  EXPECT_TRUE(created->first_assessment());
  EXPECT_EQ(scene.desk.LastEvent().kind(), "AssessmentCreated");
  EXPECT_EQ(scene.desk.LastEvent().from_state(), "");
  EXPECT_EQ(scene.desk.LastEvent().to_state(), "PLANNED");
}

TEST(CreatingAnAssessment, IgnoresWhatTheServerGivesOut) {
  Scene scene;
  const auto created = scene.TryCreate(
      "state: STATE_FINAL author: 'me' policy_version: 'x' unannounced: true decision_record: 'y' etag: '9'");
  ASSERT_THAT(created, IsOk());
  EXPECT_EQ(created->state(), Assessment::STATE_PLANNED);
  EXPECT_EQ(created->author(), scene.qm.member);
  EXPECT_FALSE(created->unannounced());
  EXPECT_EQ(created->decision_record(), "");
}

TEST(CreatingAnAssessment, ChoosesAnIdOnceOnly) {
  Scene scene;
  ASSERT_THAT(scene.TryCreate("", "one"), IsOk());
  EXPECT_THAT(scene.TryCreate("", "one"), ReasonIs("ASSESSMENT_EXISTS"));
  EXPECT_THAT(FieldFaults(scene.TryCreate("", "Not Good").status()),
              ElementsAre("assessment_id: INVALID_ID"));
  EXPECT_NE(scene.Create(), scene.Create());
}

TEST(CreatingAnAssessment, NeedsAnActiveProvider) {
  Scene scene;
  registry::v1::Provider closed = Proto<registry::v1::Provider>(
      "name: 'regions/nmd/providers/closed' profile: PROFILE_ZIN inactive: true");
  scene.Put(closed);
  EXPECT_THAT(scene.TryCreate("provider: 'regions/nmd/providers/closed'"), ReasonIs("PROVIDER_INACTIVE"));
  EXPECT_THAT(scene.TryCreate("provider: 'regions/nmd/providers/nobody'"), ReasonIs("PROVIDER_NOT_FOUND"));
}

TEST(CreatingAnAssessment, IsForQualityManagers) {
  Scene scene;
  scene.qm.roles = {team::v1::ROLE_TEAM_MEMBER};
  EXPECT_THAT(scene.TryCreate(""), ReasonIs("ROLE_NOT_ALLOWED"));
}

constexpr char kYouth[] = R"pb(
  name: "regions/nmd/providers/youth"
  profile: PROFILE_ZIN
  kinds_of_care: KIND_OF_CARE_YOUTH_HELP
  kinds_of_care: KIND_OF_CARE_RESIDENCE
)pb";

TEST(CreatingAnAssessment, RunsYouthSessionsOnAContract) {
  Scene scene;
  registry::v1::Provider youth = Proto<registry::v1::Provider>(kYouth);
  scene.Put(youth);
  const std::string wish = "provider: 'regions/nmd/providers/youth' framework_version: 'dkk-2019' ";
  const std::string supervision = wish + "legal_basis: LEGAL_BASIS_WMO_SUPERVISION";
  EXPECT_THAT(FieldFaults(scene.TryCreate(supervision).status()),
              ElementsAre("assessment.legal_basis: YOUTH_RUNS_ON_CONTRACT"));
  EXPECT_THAT(scene.TryCreate(wish), IsOk());
  youth.add_kinds_of_care(registry::v1::Provider::KIND_OF_CARE_DAY_ACTIVITIES);
  scene.Put(youth);  // the other care can be supervised
  EXPECT_THAT(scene.TryCreate(supervision), IsOk());
}

TEST(CreatingAnAssessment, RunsOnALegalBasisOfTheRegion) {
  Scene scene;
  EXPECT_THAT(FieldFaults(scene.TryCreate("legal_basis: LEGAL_BASIS_WLZ_CONTRACT").status()),
              ElementsAre("assessment.legal_basis: LEGAL_BASIS_NOT_IN_REGION"));
}

TEST(CreatingAnAssessment, NamesAFirstAssessmentOnlyWhereItIsOne) {
  Scene scene;
  const std::string first = scene.Create("first_assessment: true");
  EXPECT_THAT(scene.TryCreate("first_assessment: true"), IsOk());  // none is decided yet
  scene.Take(first, assessment::kFinal);
  EXPECT_THAT(FieldFaults(scene.TryCreate("first_assessment: true").status()),
              ElementsAre("assessment.first_assessment: ASSESSED_BEFORE"));
  EXPECT_THAT(scene.TryCreate(""), IsOk());
}

TEST(CreatingAnAssessment, SaysReAssessmentOnlyOfOne) {
  Scene scene;
  EXPECT_THAT(FieldFaults(scene.TryCreate("selection_reason: SELECTION_REASON_RE_ASSESSMENT").status()),
              ElementsAre("assessment.selection_reason: SELECTION_REASON_NOT_FOR_KIND"));
  const Case each = Sufficient(scene);
  Complete(scene, each.plan);
  EXPECT_THAT(FieldFaults(scene.TryCreate(Again(each, "first_assessment: true")).status()),
              ElementsAre("assessment.first_assessment: ASSESSED_BEFORE"));
  EXPECT_THAT(FieldFaults(scene.TryCreate(Again(each, "legal_basis: LEGAL_BASIS_PGB_POLICY")).status()),
              ElementsAre("assessment.legal_basis: LEGAL_BASIS_IS_INHERITED"));
}

TEST(ChoosingAFramework, WithoutContractIsThePersonsTask) {
  Scene scene;
  const std::string other = "provider: 'regions/nmd/providers/other' ";
  EXPECT_THAT(FieldFaults(scene.TryCreate(other).status()),
              ElementsAre("assessment.framework_version: FRAMEWORK_REQUIRED"));
  const auto chosen = scene.TryCreate(other + "framework_version: 'dkk-2019'");
  ASSERT_THAT(chosen, IsOk());
  EXPECT_EQ(chosen->framework_version(), "frameworks/dkk/versions/2019");
  EXPECT_THAT(scene.TryCreate(other + "framework_version: 'frameworks/dkk/versions/1999'"),
              ReasonIs("FRAMEWORK_VERSION_NOT_FOUND"));
}

TEST(ChoosingAFramework, FollowsTheContractsInForceOnThisLegalBasis) {
  Scene scene;
  scene.Put(framework::SecondFramework());
  registry::v1::Contract contract = Proto<registry::v1::Contract>(R"pb(
    name: "regions/nmd/providers/farm/contracts/pgb"
    commissioning_body: "tynaarlo"
    legal_basis: LEGAL_BASIS_PGB_POLICY
    framework_version: "frameworks/buurt/versions/1"
    start_date { year: 2024 month: 1 day: 1 }
    end_date { year: 2025 month: 6 day: 2 }
  )pb");
  scene.Put(contract);
  EXPECT_EQ(scene.TryCreate("")->framework_version(), "frameworks/dkk/versions/2019");
  EXPECT_EQ(scene.TryCreate("legal_basis: LEGAL_BASIS_PGB_POLICY")->framework_version(),
            "frameworks/buurt/versions/1");
  EXPECT_THAT(FieldFaults(scene.TryCreate("legal_basis: LEGAL_BASIS_WMO_SUPERVISION").status()),
              ElementsAre("assessment.framework_version: FRAMEWORK_AMBIGUOUS"));
  scene.desk.clock.Advance(absl::Hours(24));  // the contract ended yesterday
  EXPECT_EQ(scene.TryCreate("legal_basis: LEGAL_BASIS_WMO_SUPERVISION")->framework_version(),
            "frameworks/dkk/versions/2019");
}

TEST(KindsOfAssessment, HaveFieldsOfTheirOwn) {
  Scene scene;
  EXPECT_THAT(
      FieldFaults(scene.TryCreate("themes: 'VE' extras { criteria: 'VE01' reason: 'Signals.' }").status()),
      ElementsAre("assessment.themes: ONLY_FOR_THEMATIC", "assessment.extras: ONLY_FOR_RE_ASSESSMENT"));
  EXPECT_THAT(FieldFaults(scene.TryCreate("kind: ASSESSMENT_KIND_THEMATIC").status()),
              ElementsAre("assessment.themes: THEMES_REQUIRED"));
  EXPECT_THAT(
      FieldFaults(scene.TryCreate("kind: ASSESSMENT_KIND_THEMATIC themes: 'VE' themes: 'XX'").status()),
      ElementsAre("assessment.themes[1]: UNKNOWN_THEME"));
  EXPECT_THAT(FieldFaults(scene.TryCreate("kind: ASSESSMENT_KIND_RE_ASSESSMENT").status()),
              ElementsAre("assessment.parent_assessment: REQUIRED_FOR_RE_ASSESSMENT",
                          "assessment.improvement_plan: REQUIRED_FOR_RE_ASSESSMENT"));
}

}  // namespace
}  // namespace waarborg::testing
