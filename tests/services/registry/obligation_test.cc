#include "services/registry/obligation_commands.h"
#include "services/registry/obligation_queries.h"
#include "tests/services/registry/certificate_desk.h"

namespace waarborg::registry {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Day = absl::CivilDay;
using ObligationOr = absl::StatusOr<v1::Obligation>;

constexpr char kPlan[] = "regions/nmd/providers/farm/obligations/vv-quality-plan";

class ObligationTest : public CertificateDesk {
 protected:
  absl::StatusOr<v1::Provider> Join(std::vector<v1::Sector> sectors) {
    v1::UpdateProviderRequest request;
    request.mutable_provider()->set_name(kFarm);
    for (const v1::Sector sector : sectors) request.mutable_provider()->add_sectors(sector);
    request.mutable_update_mask()->add_paths("sectors");
    return desk.Run(&UpdateProvider, request, contract_manager);
  }
  std::vector<std::string> Ids() {
    v1::ListObligationsRequest request;
    request.set_parent(kFarm);
    std::vector<std::string> ids;
    const auto list = desk.Ask(&ListObligations, request, auditor);
    EXPECT_THAT(list, IsOk());
    if (!list.ok()) return ids;
    for (const v1::Obligation& obligation : list->obligations()) ids.push_back(obligation.rule().id());
    return ids;
  }
  static v1::DeliverObligationRequest Delivered(const std::string& name, Day received) {
    auto request = Of<v1::DeliverObligationRequest>(name);
    *request.mutable_delivery()->mutable_date() = ToDate(received);
    request.mutable_delivery()->set_document("Kwaliteitsplan");
    return request;
  }
  ObligationOr Deliver(Day received, const std::string& name = kPlan) {
    return desk.Run(&DeliverObligation, Delivered(name, received), provider);
  }
  v1::Obligation Read(const std::string& name = kPlan) {
    return desk.Ask(&GetObligation, Of<v1::GetObligationRequest>(name), manager).value_or(v1::Obligation());
  }
  Day DueOf(const std::string& name = kPlan) { return ToDay(Read(name).due_date()); }
};

TEST_F(ObligationTest, JoiningASectorOpensWhatItAsks) {
  EXPECT_THAT(Ids(), IsEmpty());
  ASSERT_THAT(Join({v1::SECTOR_NURSING_AND_CARE}), IsOk());
  EXPECT_THAT(Ids(), ElementsAre("vv-quality-plan", "vv-quality-report"));
  EXPECT_EQ(DueOf(), Day(2025, 12, 31));
  EXPECT_EQ(desk.LastEvent().kind(), "ObligationOpened");
  EXPECT_EQ(desk.LastEvent().provider(), kFarm);
  ASSERT_THAT(Join({v1::SECTOR_DISABILITY_CARE, v1::SECTOR_NURSING_AND_CARE}), IsOk());
  EXPECT_EQ(Ids().size(), 6U);
}

TEST_F(ObligationTest, AProviderIsRegisteredWithItsObligations) {
  v1::CreateProviderRequest request = ProviderRequest("home", "99900125");
  request.mutable_provider()->add_sectors(v1::SECTOR_DISABILITY_CARE);
  ASSERT_THAT(desk.Run(&CreateProvider, request, administrator), IsOk());
  const v1::Obligation visit = Read("regions/nmd/providers/home/obligations/gz-visitation");
  EXPECT_EQ(ToDay(visit.due_date()), Day(2027, 6, 2));
  request.set_provider_id("twice");
  request.mutable_provider()->set_kvk_number("99900133");
  request.mutable_provider()->add_sectors(v1::SECTOR_DISABILITY_CARE);
  EXPECT_THAT(FieldFaults(desk.Run(&CreateProvider, request, administrator).status()),
              ElementsAre("provider.sectors[1]: DUPLICATE"));
}

TEST_F(ObligationTest, WhatANewPolicyAsksIsOpenedByHand) {
  ASSERT_THAT(Join({v1::SECTOR_NURSING_AND_CARE}), IsOk());
  v1::OpenObligationsRequest open;
  open.set_parent(kFarm);
  EXPECT_THAT(desk.Run(&OpenObligations, open, contract_manager), ReasonIs("NO_OBLIGATION_TO_OPEN"));

  v1::PublishPolicyVersionRequest publish;
  publish.set_parent("regions/nmd");
  *publish.mutable_policy() = NmdRequest().policy();
  v1::ObligationRule& rule = *publish.mutable_policy()->mutable_obligations()->add_rules();
  rule.set_id("vv-fire-drill");
  rule.set_sector(v1::SECTOR_NURSING_AND_CARE);
  rule.mutable_title()->set_nl("Brandoefening");
  rule.mutable_title()->set_en("Fire drill");
  rule.set_every_months(6);
  publish.set_reason("eigen regel");
  ASSERT_THAT(desk.Run(&PublishPolicyVersion, publish, administrator), IsOk());
  const auto opened = desk.Run(&OpenObligations, open, contract_manager);
  ASSERT_THAT(opened, IsOk());
  ASSERT_EQ(opened->obligations_size(), 1);
  EXPECT_EQ(ToDay(opened->obligations(0).due_date()), Day(2025, 12, 2));
  EXPECT_EQ(Ids().size(), 3U);
}

TEST_F(ObligationTest, WhatDoesNotComeIsOverdueTheDayAfter) {
  ASSERT_THAT(Join({v1::SECTOR_NURSING_AND_CARE}), IsOk());
  EXPECT_EQ(WaitUntil(Day(2025, 12, 31)), 0);
  EXPECT_EQ(WaitUntil(Day(2026, 1, 1)), 1);
  EXPECT_TRUE(Read().overdue());
  EXPECT_EQ(Read().state(), v1::Obligation::STATE_OPEN);
  EXPECT_EQ(desk.LastEvent().kind(), "ObligationOverdue");
  EXPECT_EQ(desk.LastEvent().role(), team::v1::ROLE_SYSTEM);

  const ObligationOr delivered = Deliver(Day(2026, 1, 1));
  ASSERT_THAT(delivered, IsOk());
  EXPECT_FALSE(delivered->overdue());
  EXPECT_TRUE(delivered->deliveries(0).late());
  EXPECT_EQ(ToDay(delivered->deliveries(0).due_date()), Day(2025, 12, 31));
  EXPECT_EQ(DueOf(), Day(2026, 12, 31));
  EXPECT_EQ(WaitUntil(Day(2026, 6, 3)), 1);  // the report, not the plan
  EXPECT_FALSE(Read().overdue());
}

TEST_F(ObligationTest, AFixedDayGoesOnYearAfterYear) {
  ASSERT_THAT(Join({v1::SECTOR_NURSING_AND_CARE}), IsOk());
  for (int year = 2025; year < 2035; ++year) {
    desk.clock.Set(ledger::EndOfDay(Day(year, 11, 30)));
    ASSERT_THAT(Deliver(Day(year, 11, 20)), IsOk());
    EXPECT_EQ(DueOf(), Day(year + 1, 12, 31));
  }
  EXPECT_EQ(Read().deliveries_size(), 10);
}

TEST_F(ObligationTest, WhatIsOldIsKeptAndAnswersNothing) {
  ASSERT_THAT(Join({v1::SECTOR_NURSING_AND_CARE}), IsOk());
  const ObligationOr old = Deliver(Day(2024, 12, 20));
  ASSERT_THAT(old, IsOk());
  EXPECT_FALSE(old->deliveries(0).has_due_date());
  EXPECT_EQ(DueOf(), Day(2025, 12, 31));
}

TEST_F(ObligationTest, ATimeThatRunsFromTheLastOneIsCountedFromThere) {
  ASSERT_THAT(Join({v1::SECTOR_DISABILITY_CARE}), IsOk());
  const std::string report = "regions/nmd/providers/farm/obligations/gz-quality-report";
  EXPECT_EQ(DueOf(report), Day(2026, 6, 2));
  ASSERT_THAT(Deliver(Day(2025, 3, 1), report), IsOk());
  EXPECT_EQ(DueOf(report), Day(2026, 3, 1));
  ASSERT_THAT(Deliver(Day(2024, 3, 1), report), IsOk());
  EXPECT_EQ(DueOf(report), Day(2026, 3, 1));
  ASSERT_THAT(Deliver(Day(2023, 3, 1), "regions/nmd/providers/farm/obligations/gz-team-reflection"), IsOk());
  EXPECT_EQ(WaitUntil(Day(2025, 6, 3)), 1);
}

TEST_F(ObligationTest, ADocumentIsNotReceivedInTheFutureNorByATeamWithoutPapers) {
  ASSERT_THAT(Join({v1::SECTOR_NURSING_AND_CARE}), IsOk());
  EXPECT_THAT(FieldFaults(Deliver(Day(2025, 6, 3)).status()), ElementsAre("delivery.date: DATE_IN_FUTURE"));
  v1::DeliverObligationRequest request = Delivered(kPlan, Day(2025, 6, 1));
  EXPECT_THAT(FieldFaults(desk.Run(&DeliverObligation, request, contract_manager).status()),
              ElementsAre("on_behalf_of_provider: ON_BEHALF_REQUIRED"));
  OnBehalf(request);
  request.mutable_delivery()->set_late(true);
  const ObligationOr delivered = desk.Run(&DeliverObligation, request, contract_manager);
  ASSERT_THAT(delivered, IsOk());
  EXPECT_FALSE(delivered->deliveries(0).late());
  EXPECT_EQ(desk.LastEvent().on_behalf_of(), kFarm);
}

TEST_F(ObligationTest, WaivedItIsNotDueUntilItIsResumed) {
  ASSERT_THAT(Join({v1::SECTOR_NURSING_AND_CARE}), IsOk());
  auto waive = Of<v1::WaiveObligationRequest>(kPlan);
  waive.set_reason("levert dit jaar geen zorg");
  EXPECT_THAT(desk.Run(&WaiveObligation, waive, contract_manager), ReasonIs("ROLE_NOT_ALLOWED"));
  const ObligationOr waived = desk.Run(&WaiveObligation, waive, manager);
  ASSERT_THAT(waived, IsOk());
  EXPECT_FALSE(waived->has_due_date());
  EXPECT_THAT(Deliver(Day(2025, 6, 1)), ReasonIs("ILLEGAL_TRANSITION"));
  EXPECT_EQ(WaitUntil(Day(2026, 1, 2)), 0);
  EXPECT_EQ(desk.Ask(&GetObligation, Of<v1::GetObligationRequest>(kPlan), provider)->waive_reason(), "");
  EXPECT_EQ(Read().waive_reason(), "levert dit jaar geen zorg");

  auto resume = Of<v1::ResumeObligationRequest>(kPlan);
  resume.set_reason("weer begonnen");
  ASSERT_THAT(desk.Run(&ResumeObligation, resume, manager), IsOk());
  EXPECT_EQ(DueOf(), Day(2026, 12, 31));
  EXPECT_EQ(Read().waive_reason(), "");
}

TEST_F(ObligationTest, AnotherProviderSeesAndDeliversNothing) {
  ASSERT_THAT(Join({v1::SECTOR_NURSING_AND_CARE}), IsOk());
  EXPECT_THAT(desk.Ask(&GetObligation, Of<v1::GetObligationRequest>(kPlan), other_provider),
              ReasonIs("OTHER_PROVIDER"));
  EXPECT_THAT(desk.Run(&DeliverObligation, Delivered(kPlan, Day(2025, 6, 1)), other_provider),
              ReasonIs("OTHER_PROVIDER"));
}

TEST_F(ObligationTest, RulesAreThoseOfThePolicyInForce) {
  v1::ListObligationRulesRequest request;
  request.set_parent("regions/nmd");
  const auto rules = desk.Ask(&ListObligationRules, request, provider);
  ASSERT_THAT(rules, IsOk());
  EXPECT_EQ(rules->rules_size(), 6);
  EXPECT_EQ(rules->next_page_token(), "");
}

}  // namespace
}  // namespace waarborg::registry
