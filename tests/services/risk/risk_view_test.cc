// Views of a region at work: what is read, in which order, and what is kept of the choice.

#include "services/assessment/records.h"
#include "services/improvement/records.h"
#include "services/incident/records.h"
#include "services/ledger/deadline_table.h"
#include "services/registry/records.h"
#include "services/risk/facts.h"
#include "services/risk/queries.h"
#include "tests/golden/frameworks.h"
#include "tests/services/assessment/scene.h"

namespace waarborg::testing {
namespace {

using registry::v1::Certificate;
using registry::v1::RiskFactor;
using risk::v1::RiskContribution;
using risk::v1::RiskView;
using ::testing::ElementsAre;

class RiskViewTest : public ::testing::Test {
 protected:
  RiskViewTest() {
    for (const char* name : {kProvider, kOtherProvider}) Register(name);
  }

  // A provider that came into the register today.
  void Register(const std::string& name) {
    auto provider =
        Proto<registry::v1::Provider>("profile: PROFILE_ZIN kinds_of_care: KIND_OF_CARE_GUIDANCE");
    provider.set_name(name);
    *provider.mutable_create_time() = ledger::Stamp(Now());
    for (const framework::v1::Term& each : framework::Dkk2019().conditions())
      provider.add_conditions(each.id());
    scene.Put(provider);
  }

  absl::Time Now() { return scene.desk.clock.Now(); }

  template <class Message>
  void Put(const ledger::RecordTable<Message>& table, const std::string& key, const Message& record) {
    EXPECT_THAT(scene.desk.Write([&](ledger::UnitOfWork& unit) -> absl::Status {
      RETURN_IF_ERROR(unit.Put(table, key, record));
      unit.Record({.kind = "SceneSet", .resource = record.name()});
      return absl::OkStatus();
    }),
                IsOk());
  }

  void Report(const std::string& id, int days_ago, const std::string& text,
              const std::string& provider = kProvider) {
    auto record = Proto<incident::v1::Incident>(text);
    const incident::IncidentName name{.region = "nmd", .incident = id};
    record.set_name(name.ToString());
    record.set_provider(provider);
    *record.mutable_receive_time() = ledger::Stamp(Now() - absl::Hours(24 * days_ago));
    Put(incident::kIncidents, name.Key(), record);
  }

  void Certify(const std::string& id, const std::string& text) {
    auto record = Proto<Certificate>(text);
    const registry::CertificateName name{.region = "nmd", .provider = "farm", .certificate = id};
    record.set_name(name.ToString());
    Put(registry::kCertificates, name.Key(), record);
  }

  absl::StatusOr<risk::v1::ListRiskViewsResponse> List(int page_size = 0, const std::string& token = "") {
    risk::v1::ListRiskViewsRequest request;
    request.set_parent("regions/nmd");
    request.set_page_size(page_size);
    request.set_page_token(token);
    return scene.desk.Ask(&risk::ListRiskViews, request, scene.qm);
  }

  RiskView Of(const std::string& provider) {
    risk::v1::GetRiskViewRequest request;
    request.set_name(provider + "/riskView");
    const auto view = scene.desk.Ask(&risk::GetRiskView, request, scene.qm);
    EXPECT_THAT(view, IsOk());
    return view.value_or(RiskView());
  }

  // The row of a factor; the empty one when nothing was found.
  static RiskContribution RowOf(const RiskView& view, RiskFactor factor) {
    for (const RiskContribution& each : view.contributions()) {
      if (each.factor() == factor) return each;
    }
    return {};
  }

  Scene scene;
};

TEST_F(RiskViewTest, ListsTheHighestTotalFirstThenByNameWithTheirPlaces) {
  Register("regions/nmd/providers/able");
  Report("m-1", 1, "kind: KIND_SIGNAL", kOtherProvider);
  const auto list = List();
  ASSERT_THAT(list, IsOk());
  ASSERT_EQ(list->risk_views_size(), 3);
  EXPECT_EQ(list->risk_views(0).provider(), kOtherProvider);
  EXPECT_EQ(list->risk_views(1).provider(), "regions/nmd/providers/able");
  EXPECT_EQ(list->risk_views(2).provider(), kProvider);
  EXPECT_EQ(list->risk_views(0).total(), list->risk_views(1).total() + 8);
  EXPECT_EQ(list->risk_views(1).total(), list->risk_views(2).total());
  EXPECT_EQ(list->risk_views(2).rank(), 3);
  EXPECT_EQ(list->risk_views(0).name(), std::string(kOtherProvider) + "/riskView");
}

TEST_F(RiskViewTest, PagesHoldEveryProviderOnce) {
  for (const char* id : {"a", "b", "c"}) Register(std::string("regions/nmd/providers/") + id);
  Report("m-1", 1, "kind: KIND_CALAMITY", "regions/nmd/providers/b");
  std::vector<std::string> found;
  std::string token;
  do {
    const auto page = List(2, token);
    ASSERT_THAT(page, IsOk());
    ASSERT_LE(page->risk_views_size(), 2);
    for (const RiskView& view : page->risk_views()) {
      found.push_back(view.provider().substr(22));
      EXPECT_EQ(view.rank(), static_cast<int>(found.size()));
    }
    token = page->next_page_token();
  } while (!token.empty());
  EXPECT_THAT(found, ElementsAre("b", "a", "c", "farm", "other"));
}

TEST_F(RiskViewTest, ATokenOfAnotherListIsRefused) {
  EXPECT_THAT(List(2, "bm9uc2Vuc2U"), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST_F(RiskViewTest, AnInactiveProviderIsNotProposed) {
  scene.Put(Proto<registry::v1::Provider>("name: 'regions/nmd/providers/farm' inactive: true"));
  EXPECT_EQ(List()->risk_views_size(), 1);
  risk::v1::GetRiskViewRequest request;
  request.set_name("regions/nmd/providers/farm/riskView");
  EXPECT_THAT(scene.desk.Ask(&risk::GetRiskView, request, scene.qm), ReasonIs("RISK_VIEW_NOT_FOUND"));
  request.set_name("regions/nmd/providers/nobody/riskView");
  EXPECT_THAT(scene.desk.Ask(&risk::GetRiskView, request, scene.qm), ReasonIs("PROVIDER_NOT_FOUND"));
}

TEST_F(RiskViewTest, AReportCountsOnceAndNotWhenWithdrawn) {
  Report("m-1", 1, "kind: KIND_SIGNAL state: STATE_TRIAGED");
  Report("m-2", 1, "kind: KIND_SIGNAL state: STATE_DUPLICATE");
  Report("m-3", 1, "kind: KIND_SIGNAL state: STATE_WITHDRAWN");
  Report("m-4", 1, "kind: KIND_SIGNAL", kOtherProvider);
  const RiskContribution row = RowOf(Of(kProvider), registry::v1::RISK_FACTOR_SIGNAL);
  EXPECT_EQ(row.quantity(), 1);
  EXPECT_THAT(row.resources(), ElementsAre("regions/nmd/incidents/m-1"));
}

TEST_F(RiskViewTest, TheOldestReportThatWeighsIsReadAndTheNextIsNot) {
  Report("m-1", 730, "kind: KIND_SIGNAL");
  Report("m-2", 731, "kind: KIND_SIGNAL");
  const RiskContribution row = RowOf(Of(kProvider), registry::v1::RISK_FACTOR_SIGNAL);
  EXPECT_THAT(row.resources(), ElementsAre("regions/nmd/incidents/m-1"));
  EXPECT_EQ(row.points(), 2);
}

TEST_F(RiskViewTest, OfManyReportsTheNewestAreWeighedAndTheViewSaysSo) {
  for (int i = 0; i < risk::kMostOfAKind; ++i) Report("m-" + std::to_string(i), 10, "kind: KIND_SIGNAL");
  EXPECT_FALSE(Of(kProvider).partial());
  Report("old", 20, "kind: KIND_SIGNAL");
  const RiskView view = Of(kProvider);
  EXPECT_TRUE(view.partial());
  EXPECT_EQ(RowOf(view, registry::v1::RISK_FACTOR_SIGNAL).quantity(), risk::kMostOfAKind);
}

TEST_F(RiskViewTest, TheLastDecidedAssessmentGivesTheResultAndARunningOneIsNamed) {
  EXPECT_EQ(RowOf(Of(kProvider), registry::v1::RISK_FACTOR_NEVER_ASSESSED).points(), 40);
  const std::string first = scene.Create();
  EXPECT_EQ(Of(kProvider).open_assessment(), first);
  scene.Take(first, assessment::kFinal);
  const RiskView view = Of(kProvider);
  EXPECT_EQ(view.open_assessment(), "");
  EXPECT_EQ(RowOf(view, registry::v1::RISK_FACTOR_NEVER_ASSESSED).quantity(), 0);
  EXPECT_THAT(RowOf(view, registry::v1::RISK_FACTOR_LAST_RESULT_GOOD).resources(), ElementsAre(first));
}

TEST_F(RiskViewTest, ACertificateThatFellAwayCountsUntilItsNormIsHeldAgain) {
  Certify("c-1", "norm: 'hkz-zorg-welzijn' state: STATE_EXPIRED");
  EXPECT_EQ(RowOf(Of(kProvider), registry::v1::RISK_FACTOR_CERTIFICATE_FALLEN).quantity(), 1);
  EXPECT_EQ(RowOf(Of(kProvider), registry::v1::RISK_FACTOR_NO_CERTIFICATE).quantity(), 1);
  Certify("c-2", "norm: 'hkz-zorg-welzijn' state: STATE_EXPIRING surveillance_overdue: true");
  const RiskView view = Of(kProvider);
  EXPECT_EQ(RowOf(view, registry::v1::RISK_FACTOR_CERTIFICATE_FALLEN).quantity(), 0);
  EXPECT_EQ(RowOf(view, registry::v1::RISK_FACTOR_NO_CERTIFICATE).quantity(), 0);
  EXPECT_EQ(RowOf(view, registry::v1::RISK_FACTOR_CERTIFICATE_EXPIRING).points(), 5);
  EXPECT_EQ(RowOf(view, registry::v1::RISK_FACTOR_SURVEILLANCE_OVERDUE).points(), 5);
}

TEST_F(RiskViewTest, WhatIsLateIsFoundInPlansAndObligations) {
  auto plan = Proto<improvement::v1::ImprovementPlan>("state: STATE_REQUESTED overdue: true");
  const improvement::ImprovementPlanName plan_name{.region = "nmd", .plan = "v-1"};
  plan.set_name(plan_name.ToString());
  plan.set_provider(kProvider);
  Put(improvement::kImprovementPlans, plan_name.Key(), plan);
  auto obligation = Proto<registry::v1::Obligation>("state: STATE_OPEN overdue: true");
  const registry::ObligationName name{.region = "nmd", .provider = "farm", .obligation = "gz-visitation"};
  obligation.set_name(name.ToString());
  Put(registry::kObligations, name.Key(), obligation);
  const RiskView view = Of(kProvider);
  EXPECT_THAT(RowOf(view, registry::v1::RISK_FACTOR_PLAN_OVERDUE).resources(), ElementsAre(plan.name()));
  EXPECT_THAT(RowOf(view, registry::v1::RISK_FACTOR_OBLIGATION_OVERDUE).resources(),
              ElementsAre(obligation.name()));
  plan.set_state(improvement::v1::ImprovementPlan::STATE_ACHIEVED);
  Put(improvement::kImprovementPlans, plan_name.Key(), plan);
  EXPECT_EQ(RowOf(Of(kProvider), registry::v1::RISK_FACTOR_PLAN_OVERDUE).quantity(), 0);
}

TEST_F(RiskViewTest, TermsThatRunAreCounted) {
  const std::string name = scene.Create();
  scene.Take(name, assessment::kDraftSent);
  EXPECT_THAT(RowOf(Of(kProvider), registry::v1::RISK_FACTOR_OPEN_TERM).resources(),
              ::testing::Contains(name));
}

TEST_F(RiskViewTest, SilenceIsCountedFromTheRegisterUntilTheProviderLetsHear) {
  scene.desk.clock.Advance(absl::Hours(24 * 100));
  EXPECT_EQ(RowOf(Of(kProvider), registry::v1::RISK_FACTOR_MONTHS_WITHOUT_CONTACT).quantity(), 3);
  Report("m-1", 40, "kind: KIND_INCIDENT");
  EXPECT_EQ(RowOf(Of(kProvider), registry::v1::RISK_FACTOR_MONTHS_WITHOUT_CONTACT).quantity(), 3);
  Report("m-2", 40, "kind: KIND_INCIDENT reported_by_provider: true");
  const RiskContribution row = RowOf(Of(kProvider), registry::v1::RISK_FACTOR_MONTHS_WITHOUT_CONTACT);
  EXPECT_EQ(row.quantity(), 1);
  EXPECT_THAT(row.resources(), ElementsAre("regions/nmd/incidents/m-2"));
}

TEST_F(RiskViewTest, TheWeightsAreTheRegionsOwnWhereItHasThemAndTheAnswerNamesThePolicy) {
  Report("m-1", 1, "kind: KIND_SIGNAL");
  EXPECT_TRUE(Of(kProvider).default_weights());
  registry::v1::PolicyVersion policy = scene.policy;
  policy.mutable_risk()->add_weights()->set_factor(registry::v1::RISK_FACTOR_SIGNAL);
  policy.mutable_risk()->mutable_weights(0)->set_points(77);
  scene.Govern(policy);
  const RiskView view = Of(kProvider);
  EXPECT_FALSE(view.default_weights());
  EXPECT_EQ(view.total(), 77);
  EXPECT_EQ(view.policy_version(), "regions/nmd/policyVersions/1");
  EXPECT_EQ(ledger::DayOf(view.date()), absl::CivilDay(2025, 6, 2));
}

constexpr char kChoice[] = R"pb(
  selection_reason: SELECTION_REASON_RISK
  selection {
    text: "Drie signalen in een maand"
    risk_view {
      policy_version: "regions/nmd/policyVersions/1"
      date { year: 2025 month: 6 day: 2 }
      total: 64
      rank: 1
    }
  }
)pb";

TEST_F(RiskViewTest, TheChoiceIsKeptWithWhatThePersonSawAndTheProviderNeverSeesIt) {
  const auto created = scene.TryCreate(kChoice, "chosen");
  ASSERT_THAT(created, IsOk());
  const assessment::v1::Selection kept = scene.Get(created->name()).selection();
  EXPECT_EQ(kept.text(), "Drie signalen in een maand");
  EXPECT_EQ(kept.risk_view().total(), 64);
  EXPECT_EQ(kept.risk_view().rank(), 1);
  EXPECT_EQ(scene.desk.LastEvent().kind(), "AssessmentCreated");
  scene.Take(created->name(), assessment::kFinal);
  const auto shown = scene.desk.Ask(
      &assessment::GetAssessment, About<assessment::v1::GetAssessmentRequest>(created->name()), scene.farmer);
  ASSERT_THAT(shown, IsOk());
  EXPECT_FALSE(shown->has_selection());
}

TEST_F(RiskViewTest, AChoiceNamesAPolicyThatIsThereAndADayThatWas) {
  const std::string text(kChoice);
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string changed = text;
    changed.replace(changed.find(from), from.size(), to);
    return scene.TryCreate(changed).status();
  };
  EXPECT_THAT(with("policyVersions/1", "policyVersions/9"), ReasonIs("POLICY_VERSION_NOT_FOUND"));
  EXPECT_THAT(FieldFaults(with("policyVersions/1", "policyVersions/x")),
              ElementsAre("assessment.selection.risk_view.policy_version: INVALID_NAME"));
  EXPECT_THAT(FieldFaults(with("day: 2", "day: 3")),
              ElementsAre("assessment.selection.risk_view.date: DATE_IN_FUTURE"));
  EXPECT_THAT(FieldFaults(with("total: 64", "total: -1")),
              ElementsAre("assessment.selection.risk_view.total: NEGATIVE"));
  EXPECT_THAT(
      FieldFaults(with("SELECTION_REASON_RISK", "SELECTION_REASON_RISK kind: ASSESSMENT_KIND_RE_ASSESSMENT")),
      ::testing::Contains("assessment.selection: SELECTION_NOT_FOR_RE_ASSESSMENT"));
}

}  // namespace
}  // namespace waarborg::testing
