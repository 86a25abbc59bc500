#include "services/escalation/queries.h"

#include "tests/services/escalation/ladder_desk.h"

namespace waarborg::escalation {
namespace {

class QueriesTest : public LadderDesk {
 protected:
  absl::StatusOr<v1::Escalation> Ladder(const call::Caller& who) {
    v1::GetEscalationRequest request;
    request.set_name(kEscalation);
    return desk.Ask(&GetEscalation, request, who);
  }
  absl::StatusOr<v1::Step> Read(const std::string& name, const call::Caller& who) {
    v1::GetStepRequest request;
    request.set_name(name);
    return desk.Ask(&GetStep, request, who);
  }
  absl::StatusOr<v1::AcuteCase> ReadCase(const std::string& name, const call::Caller& who) {
    v1::GetAcuteCaseRequest request;
    request.set_name(name);
    return desk.Ask(&GetAcuteCase, request, who);
  }
  absl::StatusOr<v1::ListStepsResponse> Steps(const std::string& provider, const call::Caller& who,
                                              int page_size = 0, const std::string& token = "") {
    v1::ListStepsRequest request;
    request.set_parent("regions/nmd/escalations/" + provider);
    request.set_page_size(page_size);
    request.set_page_token(token);
    return desk.Ask(&ListSteps, request, who);
  }
  absl::StatusOr<v1::ListAcuteCasesResponse> Cases(const std::string& provider, const call::Caller& who) {
    v1::ListAcuteCasesRequest request;
    request.set_parent("regions/nmd/escalations/" + provider);
    return desk.Ask(&ListAcuteCases, request, who);
  }
  // A second provider with a step of its own.
  void ProposeForVeenhuis() {
    registry::v1::Provider provider;
    provider.set_profile(framework::v1::PROFILE_ZIN);
    Put(registry::kProviders, registry::ProviderName{"nmd", "het-veenhuis"}.Key(), provider);
    v1::ProposeStepsRequest request = Proposal(LEVEL_IMPROVEMENT_PLAN);
    request.set_parent("regions/nmd/escalations/het-veenhuis");
    ASSERT_THAT(Propose(request), IsOk());
  }
};

TEST_F(QueriesTest, BodiesThatNeverActedStandAtMonitoring) {
  const auto ladder = Ladder(auditor);
  ASSERT_THAT(ladder, IsOk());
  ASSERT_EQ(ladder->standings_size(), 5);
  for (const v1::Standing& standing : ladder->standings()) {
    EXPECT_EQ(standing.level(), LEVEL_MONITORING);
    EXPECT_EQ(standing.name(), std::string(kEscalation) + "/standings/" + standing.commissioning_body());
  }
  EXPECT_EQ(ladder->standings(0).commissioning_body(), "assen");
}

TEST_F(QueriesTest, AnUnknownProviderHasNoLadder) {
  v1::GetEscalationRequest request;
  request.set_name("regions/nmd/escalations/onbekend");
  EXPECT_THAT(desk.Ask(&GetEscalation, request, auditor), ReasonIs("PROVIDER_NOT_FOUND"));
}

TEST_F(QueriesTest, AProviderReadsNobodyElsesFile) {
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  ASSERT_THAT(Raise(Danger({"tynaarlo"})), IsOk());
  EXPECT_THAT(Ladder(other_provider), ReasonIs("OTHER_PROVIDER"));
  EXPECT_THAT(Read(StepOf("assen"), other_provider), ReasonIs("OTHER_PROVIDER"));
  EXPECT_THAT(ReadCase(CaseOf("tynaarlo"), other_provider), ReasonIs("OTHER_PROVIDER"));
  EXPECT_THAT(Steps("de-esdoorn", other_provider), ReasonIs("OTHER_PROVIDER"));
}

TEST_F(QueriesTest, AProviderLearnsOfAStepWhenItsHearingOpens) {
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  const std::string step = StepOf("assen");
  ASSERT_THAT(Confirm(step, sr), IsOk());
  EXPECT_THAT(Read(step, provider_user), ReasonIs("STEP_NOT_FOUND"));
  EXPECT_EQ(Steps("de-esdoorn", provider_user)->steps_size(), 0);
  EXPECT_EQ(Ladder(provider_user)->standings(0).open_step(), "");
  EXPECT_EQ(Ladder(auditor)->standings(0).open_step(), step);
  ASSERT_THAT(Do(&OpenHearing, step, qm), IsOk());
  const auto read = Read(step, provider_user);
  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->advice().trust(), "Afspraken zijn niet nagekomen.");
  EXPECT_EQ(read->confirmations_size(), 0);
  EXPECT_EQ(Steps("de-esdoorn", provider_user)->steps_size(), 1);
  EXPECT_EQ(Ladder(provider_user)->standings(0).open_step(), step);
}

TEST_F(QueriesTest, ARejectedStepStaysInside) {
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  ASSERT_THAT(DoFor(&RejectStep, StepOf("assen"), sr), IsOk());
  EXPECT_THAT(Read(StepOf("assen"), provider_user), ReasonIs("STEP_NOT_FOUND"));
}

TEST_F(QueriesTest, AStepDecidedWithoutHearingIsShownOnceDecided) {
  const std::string step = Ready(LEVEL_IMPROVEMENT_PLAN);
  EXPECT_THAT(Read(step, provider_user), ReasonIs("STEP_NOT_FOUND"));
  ASSERT_THAT(DecideAsProposed(step, qm), IsOk());
  EXPECT_THAT(Read(step, provider_user), IsOk());
}

TEST_F(QueriesTest, AProviderLearnsOfAnAcuteCaseWhenItIsMeasuredAndNeverWhoReported) {
  ASSERT_THAT(Raise(Danger()), IsOk());
  const std::string name = CaseOf("assen");
  EXPECT_THAT(ReadCase(name, provider_user), ReasonIs("ACUTE_CASE_NOT_FOUND"));
  EXPECT_EQ(Cases("de-esdoorn", provider_user)->acute_cases_size(), 0);
  EXPECT_EQ(Ladder(provider_user)->standings(0).open_acute_case(), "");
  ASSERT_THAT(ImposeAtOnce(name, LEVEL_CLIENT_STOP, dec), IsOk());
  const auto read = ReadCase(name, provider_user);
  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->source(), "");
  EXPECT_EQ(read->danger(), "Bewoners zijn 's nachts alleen.");
  EXPECT_EQ(ReadCase(name, auditor)->source(), "Gezien tijdens een bezoek.");
  EXPECT_EQ(Cases("de-esdoorn", provider_user)->acute_cases_size(), 1);
  EXPECT_EQ(Hear(name, provider_user)->source(), "");
}

TEST_F(QueriesTest, ADashListsTheWholeRegionAndForAProviderItsOwn) {
  ASSERT_THAT(Propose(Proposal(LEVEL_FORMAL_WARNING)), IsOk());
  ASSERT_THAT(Confirm(StepOf("assen"), sr), IsOk());
  ASSERT_THAT(Do(&OpenHearing, StepOf("assen"), qm), IsOk());
  ProposeForVeenhuis();
  EXPECT_EQ(Steps("-", auditor)->steps_size(), 2);
  EXPECT_EQ(Steps("de-esdoorn", auditor)->steps_size(), 1);
  const auto own = Steps("-", provider_user);
  ASSERT_THAT(own, IsOk());
  ASSERT_EQ(own->steps_size(), 1);
  EXPECT_EQ(own->steps(0).name(), StepOf("assen"));
}

TEST_F(QueriesTest, PagesJoinUpWithoutGapOrDouble) {
  ASSERT_THAT(Propose(Proposal(LEVEL_IMPROVEMENT_PLAN, {"assen", "tynaarlo", "noordenveld"})), IsOk());
  std::vector<std::string> names;
  std::string token;
  do {
    const auto page = Steps("-", auditor, 2, token);
    ASSERT_THAT(page, IsOk());
    EXPECT_LE(page->steps_size(), 2);
    for (const v1::Step& step : page->steps()) names.push_back(step.name());
    token = page->next_page_token();
  } while (!token.empty());
  EXPECT_THAT(names, ::testing::ElementsAre(StepOf("assen"), StepOf("noordenveld"), StepOf("tynaarlo")));
  const auto first = Steps("-", auditor, 2);
  EXPECT_THAT(Steps("de-esdoorn", auditor, 2, first->next_page_token()),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace waarborg::escalation
