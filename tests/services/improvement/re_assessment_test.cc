// How a re-assessment is planned on a plan, and what its outcome makes of it.

#include "services/improvement/changes.h"
#include "tests/services/improvement/office.h"

namespace waarborg::improvement {
namespace {

using assessment::v1::Outcome;

constexpr char kFirst[] = "regions/nmd/assessments/hertoets-1";
constexpr char kSecond[] = "regions/nmd/assessments/hertoets-2";

class ReAssessmentTest : public Office {
 protected:
  absl::Status CheckReady(absl::CivilDay today = absl::CivilDay(2025, 6, 2)) {
    return CheckReadyForReAssessment(*desk.store->Read(), policy, kPlan, today);
  }
  absl::Status LinkTo(const std::string& re_assessment, Assessment::State state = Assessment::STATE_PLANNED) {
    const absl::Status linked = InFlow(
        manager, [&](ledger::UnitOfWork& unit) { return LinkReAssessment(unit, kPlan, re_assessment); });
    PutAssessment(re_assessment, state, kScope, kAssessment);
    return linked;
  }
  absl::Status Apply(Outcome outcome, const std::string& re_assessment = kFirst,
                     const std::vector<Shortcoming>& remaining = {}) {
    return InFlow(manager, [&](ledger::UnitOfWork& unit) {
      return ApplyOutcome(unit, policy, kPlan, outcome, re_assessment, remaining, "Uitkomst van de hertoets");
    });
  }
  static std::vector<Shortcoming> StillWeak() {
    return {
        {.criterion = "VE03", .score = framework::v1::SCORE_LARGELY_NOT, .motivation = "nog niet geborgd"}};
  }
  void WalkToLinked() {
    WalkToCompleted();
    ASSERT_THAT(LinkTo(kFirst), IsOk());
  }
};

TEST_F(ReAssessmentTest, NeedsACompletedPlan) {
  WalkToInProgress();
  EXPECT_THAT(CheckReady(), AllOf(StatusIs(absl::StatusCode::kFailedPrecondition),
                                  ReasonIs("PLAN_NOT_READY_FOR_RE_ASSESSMENT")));
  FinishItems();
  ASSERT_THAT(Complete(), IsOk());
  EXPECT_THAT(CheckReady(), IsOk());
}

TEST_F(ReAssessmentTest, OrAPlanThatIsPastItsEnd) {
  WalkToInProgress();
  EXPECT_THAT(CheckReady(absl::CivilDay(2025, 12, 2)), ReasonIs("PLAN_NOT_READY_FOR_RE_ASSESSMENT"));
  EXPECT_THAT(CheckReady(absl::CivilDay(2025, 12, 3)), IsOk());
}

TEST_F(ReAssessmentTest, AnUnknownPlanIsNotFound) {
  EXPECT_THAT(CheckReady(), StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(ReAssessmentTest, IsLinkedAndCounted) {
  WalkToLinked();
  EXPECT_THAT(Stored().re_assessments(), ElementsAre(kFirst));
  EXPECT_EQ(Stored().re_assessment_count(), 1);
  EXPECT_EQ(Stored().state(), Plan::STATE_COMPLETED);
}

TEST_F(ReAssessmentTest, OneRunsAtATime) {
  WalkToLinked();
  EXPECT_THAT(CheckReady(), ReasonIs("RE_ASSESSMENT_RUNNING"));
}

TEST_F(ReAssessmentTest, ACancelledOneDoesNotCount) {
  WalkToLinked();
  PutAssessment(kFirst, Assessment::STATE_CANCELLED);
  EXPECT_THAT(CheckReady(), IsOk());
  ASSERT_THAT(LinkTo(kSecond), IsOk());
  EXPECT_EQ(Stored().re_assessment_count(), 1);
}

TEST_F(ReAssessmentTest, ThePolicysNumberIsTheLimit) {
  policy.set_re_assessments_per_plan(1);
  WalkToLinked();
  PutAssessment(kFirst, Assessment::STATE_FINAL);
  EXPECT_THAT(CheckReady(), ReasonIs("RE_ASSESSMENTS_USED_UP"));
}

TEST_F(ReAssessmentTest, ARequestedPlanCannotBeLinked) {
  WalkToRequested();
  EXPECT_THAT(LinkTo(kFirst), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST_F(ReAssessmentTest, ImprovedAchievesThePlan) {
  WalkToLinked();
  ASSERT_THAT(Apply(assessment::v1::OUTCOME_IMPROVED), IsOk());
  EXPECT_EQ(Stored().state(), Plan::STATE_ACHIEVED);
  EXPECT_EQ(Stored().close_reason(), "Uitkomst van de hertoets");
}

TEST_F(ReAssessmentTest, NotImprovedFailsThePlan) {
  WalkToLinked();
  ASSERT_THAT(Apply(assessment::v1::OUTCOME_NOT_IMPROVED), IsOk());
  EXPECT_EQ(Stored().state(), Plan::STATE_FAILED);
}

TEST_F(ReAssessmentTest, IsLateUntilItHasDecidedHoweverFarItIs) {
  WalkToLinked();
  PutAssessment(kFirst, Assessment::STATE_CANCELLED);
  ASSERT_THAT(LinkTo(kSecond), IsOk());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 15)), 1);
  EXPECT_TRUE(Stored().re_assessment_overdue());
  ASSERT_THAT(Apply(assessment::v1::OUTCOME_PARTLY, kSecond, StillWeak()), IsOk());
  EXPECT_FALSE(Stored().re_assessment_overdue());
}

TEST_F(ReAssessmentTest, OneThatDecidedInTimeIsNotFlagged) {
  WalkToLinked();
  ASSERT_THAT(Apply(assessment::v1::OUTCOME_PARTLY, kFirst, StillWeak()), IsOk());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 15)), 0);
}

TEST_F(ReAssessmentTest, APlanThatEndedWaitsForNone) {
  WalkToLinked();
  ASSERT_THAT(Apply(assessment::v1::OUTCOME_IMPROVED), IsOk());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 15)), 0);
}

TEST_F(ReAssessmentTest, PartlyReopensWhatRemainsForAnotherRunningTime) {
  WalkToLinked();
  WaitUntil(absl::CivilDay(2025, 7, 14));
  ASSERT_THAT(Apply(assessment::v1::OUTCOME_PARTLY, kFirst, StillWeak()), IsOk());
  const Plan plan = Stored();
  EXPECT_EQ(plan.state(), Plan::STATE_IN_PROGRESS);
  EXPECT_EQ(plan.partial_count(), 1);
  EXPECT_EQ(DayOf(plan.end_date()), absl::CivilDay(2026, 1, 14));
  EXPECT_EQ(DayOf(plan.re_assessment_date()), absl::CivilDay(2026, 2, 25));
  EXPECT_EQ(plan.items(0).criterion(), "VE03");
  EXPECT_EQ(plan.items(0).state(), v1::PlanItem::STATE_OPEN);
  EXPECT_EQ(plan.items(0).score(), framework::v1::SCORE_LARGELY_NOT);
  EXPECT_EQ(plan.items(0).shortcoming(), "nog niet geborgd");
  EXPECT_EQ(DayOf(plan.items(0).due_date()), absl::CivilDay(2026, 1, 14));
  EXPECT_EQ(plan.items(1).state(), v1::PlanItem::STATE_DONE);
}

TEST_F(ReAssessmentTest, ANewShortcomingComesAsAnItemThatTheProviderHasYetToPlan) {
  WalkToLinked();
  ASSERT_THAT(
      Apply(assessment::v1::OUTCOME_PARTLY, kFirst,
            {{.criterion = "LK01", .score = framework::v1::SCORE_LARGELY_NOT, .motivation = "nieuw"}}),
      IsOk());
  ASSERT_EQ(Stored().items_size(), 3);
  EXPECT_EQ(Stored().items(2).criterion(), "LK01");
  const auto report = {Report("LK01", v1::PlanItem::STATE_DONE)};
  EXPECT_THAT(FieldFaults(ReportOn(report).status()), ElementsAre("items[0].criterion: ITEM_NOT_PLANNED"));
  auto change = Because<v1::ProposePlanChangeRequest>("Nieuw punt");
  *change.add_items() = Proposal("LK01", Date(2025, 10, 1));
  ASSERT_THAT(desk.Run(&ProposePlanChange, change, provider_user), IsOk());
  ASSERT_THAT(desk.Run(&ApprovePlanChange, Named<v1::ApprovePlanChangeRequest>(), manager), IsOk());
  EXPECT_THAT(ReportOn(report), IsOk());
  EXPECT_THAT(Complete(), IsOk());
}

TEST_F(ReAssessmentTest, PartlyOnlyAsOftenAsPolicySays) {
  WalkToLinked();
  ASSERT_THAT(Apply(assessment::v1::OUTCOME_PARTLY, kFirst, StillWeak()), IsOk());
  PutAssessment(kFirst, Assessment::STATE_FINAL);
  ASSERT_THAT(ReportOn({Report("VE03", v1::PlanItem::STATE_DONE)}), IsOk());
  ASSERT_THAT(Complete(), IsOk());
  ASSERT_THAT(LinkTo(kSecond), IsOk());
  EXPECT_EQ(Stored().re_assessment_count(), 2);
  EXPECT_THAT(Apply(assessment::v1::OUTCOME_PARTLY, kSecond, StillWeak()),
              AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("PARTLY_USED_UP")));
  EXPECT_EQ(Stored().state(), Plan::STATE_COMPLETED);
  EXPECT_THAT(Apply(assessment::v1::OUTCOME_IMPROVED, kSecond), IsOk());
}

TEST_F(ReAssessmentTest, PartlyNeedsAReAssessmentToBeLeft) {
  policy.set_re_assessments_per_plan(1);
  WalkToLinked();
  EXPECT_THAT(Apply(assessment::v1::OUTCOME_PARTLY, kFirst, StillWeak()), ReasonIs("PARTLY_USED_UP"));
}

TEST_F(ReAssessmentTest, PartlyNeedsSomethingThatRemains) {
  WalkToLinked();
  EXPECT_THAT(Apply(assessment::v1::OUTCOME_PARTLY), ReasonIs("NO_SHORTCOMINGS"));
}

TEST_F(ReAssessmentTest, APlanPastItsEndMayStillTurnOutImproved) {
  WalkToInProgress();
  WaitUntil(absl::CivilDay(2025, 12, 3));
  ASSERT_THAT(LinkTo(kFirst), IsOk());
  ASSERT_THAT(Apply(assessment::v1::OUTCOME_IMPROVED), IsOk());
  EXPECT_EQ(Stored().state(), Plan::STATE_ACHIEVED);
}

TEST_F(ReAssessmentTest, AnEndedPlanKeepsItsStateAndTheOutcomeIsNoted) {
  WalkToInProgress();
  WaitUntil(absl::CivilDay(2025, 12, 3));
  ASSERT_THAT(LinkTo(kFirst), IsOk());
  ASSERT_THAT(desk.Run(&FailImprovementPlan, Because<v1::FailImprovementPlanRequest>("Te laat"), manager),
              IsOk());
  ASSERT_THAT(Apply(assessment::v1::OUTCOME_PARTLY, kFirst, StillWeak()), IsOk());
  EXPECT_EQ(Stored().state(), Plan::STATE_FAILED);
  EXPECT_EQ(Stored().close_reason(), "Te laat");
  EXPECT_EQ(desk.LastEvent().kind(), "OutcomeNoted");
}

TEST_F(ReAssessmentTest, AnOutcomeBelongsToALinkedReAssessment) {
  WalkToLinked();
  EXPECT_THAT(Apply(assessment::v1::OUTCOME_IMPROVED, kSecond), ReasonIs("RE_ASSESSMENT_NOT_LINKED"));
}

TEST_F(ReAssessmentTest, WithoutAnOutcomeThereIsNoResult) {
  WalkToLinked();
  EXPECT_THAT(Apply(assessment::v1::OUTCOME_UNSPECIFIED),
              AllOf(StatusIs(absl::StatusCode::kInvalidArgument), ReasonIs("OUTCOME_REQUIRED")));
}

TEST_F(ReAssessmentTest, OnlyTheQualityManagerGivesThePlanItsResult) {
  WalkToLinked();
  EXPECT_THAT(InFlow(contract_manager,
                     [&](ledger::UnitOfWork& unit) {
                       return ApplyOutcome(unit, policy, kPlan, assessment::v1::OUTCOME_IMPROVED, kFirst, {},
                                           "x");
                     }),
              ReasonIs("ROLE_NOT_ALLOWED"));
}

}  // namespace
}  // namespace waarborg::improvement
