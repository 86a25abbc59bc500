#include "services/improvement/queries.h"

#include "tests/services/improvement/office.h"

namespace waarborg::improvement {
namespace {

class QueriesTest : public Office {
 protected:
  absl::StatusOr<std::vector<std::string>> List(const call::Caller& caller,
                                                const std::string& provider = "") {
    v1::ListImprovementPlansRequest request;
    request.set_parent("regions/nmd");
    request.set_provider(provider);
    ASSIGN_OR_RETURN(const v1::ListImprovementPlansResponse response,
                     desk.Ask(&ListImprovementPlans, request, caller));
    std::vector<std::string> names;
    for (const Plan& plan : response.improvement_plans()) names.push_back(plan.name());
    return names;
  }

  // A plan of the other provider.
  void PutOtherPlan() {
    Plan plan;
    plan.set_name("regions/nmd/improvementPlans/ander-plan");
    plan.set_provider(kOtherProvider);
    plan.set_state(Plan::STATE_REQUESTED);
    Scene([&](ledger::UnitOfWork& unit) {
      return unit.Put(kImprovementPlans, ImprovementPlanName::Parse(plan.name())->Key(), plan);
    });
  }
};

TEST_F(QueriesTest, TheTeamReadsEveryPlanAProviderItsOwn) {
  WalkToRequested();
  EXPECT_THAT(Get(contract_manager), IsOk());
  EXPECT_THAT(Get(provider_user), IsOk());
  EXPECT_THAT(Get(other_provider),
              AllOf(StatusIs(absl::StatusCode::kPermissionDenied), ReasonIs("OTHER_PROVIDER")));
}

TEST_F(QueriesTest, AnUnknownPlanIsNotFound) {
  EXPECT_THAT(Get(manager),
              AllOf(StatusIs(absl::StatusCode::kNotFound), ReasonIs("IMPROVEMENT_PLAN_NOT_FOUND")));
}

TEST_F(QueriesTest, AProviderDoesNotSeeTheTeamsFourEyes) {
  SetPolicy(team::v1::FOUR_EYES_BEFORE);
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  EXPECT_EQ(Get(reader)->confirmations_size(), 1);
  EXPECT_EQ(Get(provider_user)->confirmations_size(), 0);
}

TEST_F(QueriesTest, PlansAreListedForTheRegionOrForOneProvider) {
  WalkToRequested();
  PutOtherPlan();
  EXPECT_THAT(*List(manager), ElementsAre("regions/nmd/improvementPlans/ander-plan", kPlan));
  EXPECT_THAT(*List(manager, kProvider), ElementsAre(kPlan));
  EXPECT_THAT(*List(manager, "regions/nmd/providers/zorg"), IsEmpty());
}

TEST_F(QueriesTest, AProviderListsItsOwnWhetherItSaysSoOrNot) {
  WalkToRequested();
  PutOtherPlan();
  EXPECT_THAT(*List(provider_user), ElementsAre(kPlan));
  EXPECT_THAT(*List(provider_user, kProvider), ElementsAre(kPlan));
  EXPECT_THAT(List(provider_user, kOtherProvider), ReasonIs("OTHER_PROVIDER"));
}

TEST_F(QueriesTest, AListedPlanHidesFromAProviderWhatGetHides) {
  SetPolicy(team::v1::FOUR_EYES_BEFORE);
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  v1::ListImprovementPlansRequest request;
  request.set_parent("regions/nmd");
  EXPECT_EQ(desk.Ask(&ListImprovementPlans, request, manager)->improvement_plans(0).confirmations_size(), 1);
  EXPECT_EQ(
      desk.Ask(&ListImprovementPlans, request, provider_user)->improvement_plans(0).confirmations_size(), 0);
}

TEST_F(QueriesTest, APageTokenFitsOnlyItsList) {
  WalkToRequested();
  PutOtherPlan();
  v1::ListImprovementPlansRequest request;
  request.set_parent("regions/nmd");
  request.set_page_size(1);
  const auto first = desk.Ask(&ListImprovementPlans, request, manager);
  ASSERT_THAT(first, IsOk());
  EXPECT_EQ(first->improvement_plans_size(), 1);
  request.set_page_token(first->next_page_token());
  const auto second = desk.Ask(&ListImprovementPlans, request, manager);
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(second->improvement_plans(0).name(), kPlan);
  EXPECT_EQ(second->next_page_token(), "");
  request.set_provider(kProvider);
  EXPECT_THAT(desk.Ask(&ListImprovementPlans, request, manager),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace waarborg::improvement
