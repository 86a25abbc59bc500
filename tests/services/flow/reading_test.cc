// Who may read what, asked for a resource of any noun: as the noun's own Get would answer.

#include "services/flow/reading.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/escalation/records.h"
#include "services/improvement/records.h"
#include "services/registry/records.h"
#include "tests/support/desk.h"

namespace waarborg::flow {
namespace {

using assessment::v1::Assessment;
using escalation::v1::Step;
using testing::Desk;
using testing::IsOk;
using testing::ReasonIs;
using testing::StatusIs;

constexpr char kFarm[] = "regions/nmd/providers/farm";
constexpr char kAssessment[] = "regions/nmd/assessments/a";
constexpr char kFinding[] = "regions/nmd/assessments/a/findings/VE01";
constexpr char kPlan[] = "regions/nmd/improvementPlans/p";
constexpr char kStep[] = "regions/nmd/escalations/farm/steps/s";

class ReadingTest : public ::testing::Test {
 protected:
  ReadingTest() {
    registry::v1::Provider provider;
    provider.set_name(kFarm);
    Put(registry::kProviders, registry::ProviderName::Parse(kFarm)->Key(), provider);
    SetState(Assessment::STATE_DRAFT_SENT);
    assessment::v1::Finding finding;
    finding.set_name(kFinding);
    finding.set_carried_over(true);
    Put(assessment::kFindings, assessment::FindingName::Parse(kFinding)->Key(), finding);
    improvement::v1::ImprovementPlan plan;
    plan.set_name(kPlan);
    plan.set_provider(kFarm);
    plan.add_items()->set_criterion("VE01");
    Put(improvement::kImprovementPlans, improvement::ImprovementPlanName::Parse(kPlan)->Key(), plan);
    SetStep(Step::STATE_DECIDED);
  }

  template <class Record>
  void Put(const ledger::RecordTable<Record>& table, const std::string& key, const Record& record) {
    ASSERT_THAT(desk.Write([&](ledger::UnitOfWork& unit) {
      RETURN_IF_ERROR(unit.Put(table, key, record));
      unit.Record({.kind = "SceneSet", .resource = "regions/nmd"});
      return absl::OkStatus();
    }),
                IsOk());
  }
  void SetState(Assessment::State state) {
    Assessment record;
    record.set_name(kAssessment);
    record.set_provider(kFarm);
    record.set_state(state);
    Put(assessment::kAssessments, assessment::AssessmentName::Parse(kAssessment)->Key(), record);
  }
  void SetStep(Step::State state) {
    Step record;
    record.set_name(kStep);
    record.set_state(state);
    Put(escalation::kSteps, escalation::StepName::Parse(kStep)->Key(), record);
  }
  absl::StatusOr<std::string> Read(const call::Caller& caller, const std::string& resource) {
    return ProviderToRead(*desk.store->Read(), caller, resource);
  }

  Desk desk;
  const call::Caller member = Desk::As("member", {team::v1::ROLE_TEAM_MEMBER});
  const call::Caller farmer = Desk::As("farmer", {team::v1::ROLE_PROVIDER_USER}, kFarm);
  const call::Caller miller =
      Desk::As("miller", {team::v1::ROLE_PROVIDER_USER}, "regions/nmd/providers/mill");
};

TEST_F(ReadingTest, EveryResourceOfACaseLeadsToItsProvider) {
  const std::vector<std::string> resources = {
      kFarm, kAssessment, kFinding, kPlan, absl::StrCat(kPlan, "/items/VE01"), kStep};
  for (const std::string& resource : resources) {
    EXPECT_EQ(Read(member, resource).value_or(""), kFarm) << resource;
    EXPECT_EQ(Read(farmer, resource).value_or(""), kFarm) << resource;
    EXPECT_THAT(Read(miller, resource), ReasonIs("OTHER_PROVIDER")) << resource;
  }
}

TEST_F(ReadingTest, WhatIsNotThereIsNotFound) {
  EXPECT_THAT(Read(member, "regions/nmd/providers/x"), ReasonIs("PROVIDER_NOT_FOUND"));
  EXPECT_THAT(Read(member, "regions/nmd/assessments/x"), ReasonIs("ASSESSMENT_NOT_FOUND"));
  EXPECT_THAT(Read(member, "regions/nmd/assessments/a/findings/x"), ReasonIs("FINDING_NOT_FOUND"));
  EXPECT_THAT(Read(member, "regions/nmd/improvementPlans/x"), ReasonIs("IMPROVEMENT_PLAN_NOT_FOUND"));
  EXPECT_THAT(Read(member, "regions/nmd/improvementPlans/p/items/x"), ReasonIs("PLAN_ITEM_NOT_FOUND"));
  EXPECT_THAT(Read(member, "regions/nmd/escalations/farm/steps/x"), ReasonIs("STEP_NOT_FOUND"));
  EXPECT_THAT(Read(member, "regions/nmd/escalations/farm/acuteCases/x"), ReasonIs("ACUTE_CASE_NOT_FOUND"));
}

TEST_F(ReadingTest, AProviderDoesNotFindWhatItWasNotToldOf) {
  SetState(Assessment::STATE_PLANNED);
  EXPECT_THAT(Read(farmer, kAssessment), ReasonIs("ASSESSMENT_NOT_FOUND"));
  EXPECT_THAT(Read(member, kAssessment), IsOk());
  SetState(Assessment::STATE_REVIEW);
  EXPECT_THAT(Read(farmer, kAssessment), IsOk());
  EXPECT_THAT(Read(farmer, kFinding), ReasonIs("FINDING_NOT_FOUND"));
  EXPECT_THAT(Read(member, kFinding), IsOk());
  SetStep(Step::STATE_PROPOSED);
  EXPECT_THAT(Read(farmer, kStep), ReasonIs("STEP_NOT_FOUND"));
  EXPECT_THAT(Read(member, kStep), IsOk());
}

TEST_F(ReadingTest, WhatIsNoPartOfACaseIsNoNameHere) {
  for (const char* resource : {"regions/nmd", "regions/nmd/members/x", "regions/nmd/policyVersions/1"}) {
    EXPECT_THAT(Read(member, resource), StatusIs(absl::StatusCode::kInvalidArgument)) << resource;
  }
}

}  // namespace
}  // namespace waarborg::flow
