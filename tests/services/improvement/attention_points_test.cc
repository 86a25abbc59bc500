#include "services/improvement/changes.h"
#include "tests/services/improvement/office.h"

namespace waarborg::improvement {
namespace {

using PointOr = absl::StatusOr<v1::AttentionPoint>;

class AttentionPointTest : public Office {
 protected:
  void SetUp() override {
    ASSERT_THAT(InFlow(manager,
                       [this](ledger::UnitOfWork& unit) -> absl::Status {
                         ASSIGN_OR_RETURN(points, CreateAttentionPoints(
                                                      unit, kProvider, kAssessment,
                                                      {{"VE02", framework::v1::SCORE_LARGELY_MEETS, "bijna"},
                                                       {"VE03", framework::v1::SCORE_LARGELY_NOT, "deels"}}));
                         return absl::OkStatus();
                       }),
                IsOk());
    ASSERT_EQ(points.size(), 2U);
  }

  PointOr Report(const call::Caller& caller, const std::string& etag = "") {
    v1::ReportAttentionPointRequest request;
    request.set_name(points[0].name());
    request.set_report("Is opgepakt");
    request.set_etag(etag);
    return desk.Run(&ReportAttentionPoint, request, caller);
  }
  PointOr Close(const call::Caller& caller) {
    v1::CloseAttentionPointRequest request;
    request.set_name(points[0].name());
    request.set_reason("In orde");
    return desk.Run(&CloseAttentionPoint, request, caller);
  }

  std::vector<v1::AttentionPoint> points;
};

TEST_F(AttentionPointTest, OneIsMadeForEachShortcoming) {
  EXPECT_EQ(points[0].state(), v1::AttentionPoint::STATE_OPEN);
  EXPECT_EQ(points[0].criterion(), "VE02");
  EXPECT_EQ(points[0].score(), framework::v1::SCORE_LARGELY_MEETS);
  EXPECT_EQ(points[0].shortcoming(), "bijna");
  EXPECT_EQ(points[0].assessment(), kAssessment);
  EXPECT_NE(points[0].name(), points[1].name());
  EXPECT_EQ(desk.LastEvent().kind(), "AttentionPointCreated");
  EXPECT_EQ(desk.LastEvent().provider(), kProvider);
}

TEST_F(AttentionPointTest, IsReportedThenClosedByTheContractManager) {
  const PointOr reported = Report(contract_manager);
  ASSERT_THAT(reported, IsOk());
  EXPECT_EQ(reported->state(), v1::AttentionPoint::STATE_REPORTED);
  EXPECT_EQ(reported->report(), "Is opgepakt");
  const PointOr closed = Close(contract_manager);
  ASSERT_THAT(closed, IsOk());
  EXPECT_EQ(closed->state(), v1::AttentionPoint::STATE_CLOSED);
}

TEST_F(AttentionPointTest, ProviderAndQualityManagerMayReportToo) {
  EXPECT_THAT(Report(provider_user), IsOk());
  EXPECT_THAT(Report(manager), IsOk());
}

TEST_F(AttentionPointTest, AnotherProviderMayNotReport) {
  EXPECT_THAT(Report(other_provider), ReasonIs("OTHER_PROVIDER"));
}

TEST_F(AttentionPointTest, WhatWasNotReportedIsNotClosed) {
  EXPECT_THAT(Close(contract_manager), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST_F(AttentionPointTest, ClosingIsForTheContractManager) {
  ASSERT_THAT(Report(provider_user), IsOk());
  EXPECT_THAT(Close(manager), ReasonIs("ROLE_NOT_ALLOWED"));
  EXPECT_THAT(Close(provider_user), ReasonIs("ROLE_NOT_ALLOWED"));
}

TEST_F(AttentionPointTest, WhatIsClosedStaysClosed) {
  ASSERT_THAT(Report(provider_user), IsOk());
  ASSERT_THAT(Close(contract_manager), IsOk());
  EXPECT_THAT(Report(contract_manager), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST_F(AttentionPointTest, AStaleEtagIsRefused) {
  EXPECT_THAT(Report(contract_manager, "stale"), ReasonIs("ETAG_MISMATCH"));
}

TEST_F(AttentionPointTest, AProviderReadsItsOwn) {
  v1::GetAttentionPointRequest get;
  get.set_name(points[0].name());
  EXPECT_THAT(desk.Ask(&GetAttentionPoint, get, provider_user), IsOk());
  EXPECT_THAT(desk.Ask(&GetAttentionPoint, get, contract_manager), IsOk());
  EXPECT_THAT(desk.Ask(&GetAttentionPoint, get, other_provider), ReasonIs("OTHER_PROVIDER"));
  get.set_name(std::string(kProvider) + "/attentionPoints/geen");
  EXPECT_THAT(desk.Ask(&GetAttentionPoint, get, contract_manager), ReasonIs("ATTENTION_POINT_NOT_FOUND"));
}

TEST_F(AttentionPointTest, AreListedPerProviderInPages) {
  v1::ListAttentionPointsRequest list;
  list.set_parent(kProvider);
  list.set_page_size(1);
  const auto first = desk.Ask(&ListAttentionPoints, list, provider_user);
  ASSERT_THAT(first, IsOk());
  ASSERT_EQ(first->attention_points_size(), 1);
  list.set_page_token(first->next_page_token());
  const auto second = desk.Ask(&ListAttentionPoints, list, provider_user);
  ASSERT_THAT(second, IsOk());
  ASSERT_EQ(second->attention_points_size(), 1);
  EXPECT_NE(first->attention_points(0).name(), second->attention_points(0).name());
  EXPECT_EQ(second->next_page_token(), "");
  EXPECT_THAT(desk.Ask(&ListAttentionPoints, list, other_provider), ReasonIs("OTHER_PROVIDER"));
}

}  // namespace
}  // namespace waarborg::improvement
