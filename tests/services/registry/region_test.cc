#include "services/call/name.h"
#include "tests/services/registry/registry_desk.h"

namespace waarborg::registry {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class RegionTest : public RegistryDesk {
 protected:
  v1::PublishPolicyVersionRequest NextPolicy(const std::string& reason) {
    v1::PublishPolicyVersionRequest request;
    request.set_parent("regions/nmd");
    *request.mutable_policy() = NmdRequest().policy();
    request.set_reason(reason);
    return request;
  }

  v1::Region Nmd() {
    v1::GetRegionRequest request;
    request.set_name("regions/nmd");
    return desk.Ask(&GetRegion, request, administrator).value_or(v1::Region());
  }
};

TEST_F(RegionTest, StartsWithItsFirstPolicy) {
  EXPECT_EQ(Nmd().title(), "Noord- en Midden-Drenthe");
  EXPECT_EQ(Nmd().commissioning_bodies_size(), 5);
  EXPECT_EQ(Nmd().current_policy(), "regions/nmd/policyVersions/1");
  EXPECT_EQ(Nmd().etag(), "1");
  EXPECT_TRUE(Nmd().has_create_time());
  v1::GetPolicyVersionRequest request;
  request.set_name("regions/nmd/policyVersions/1");
  const auto policy = desk.Ask(&GetPolicyVersion, request, administrator);
  ASSERT_THAT(policy, IsOk());
  EXPECT_EQ(policy->terms().plan_submission_working_days(), 20);
  EXPECT_TRUE(policy->has_publish_time());
}

TEST_F(RegionTest, ItsBeginningStandsInTheSharedJournal) {
  const std::vector<audit::v1::Event> events = desk.Events("shared");
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].kind(), "RegionCreated");
  EXPECT_EQ(events[0].resource(), "regions/nmd");
  EXPECT_EQ(events[0].role(), team::v1::ROLE_ADMINISTRATOR);
  EXPECT_EQ(events[1].kind(), "PolicyVersionPublished");
  EXPECT_EQ(events[1].resource(), "regions/nmd/policyVersions/1");
  EXPECT_THAT(desk.Events("nmd"), IsEmpty());
}

TEST_F(RegionTest, IsCreatedOnce) {
  const auto again = desk.Run(&CreateRegion, NmdRequest(), administrator);
  EXPECT_THAT(again, StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_THAT(again, ReasonIs("REGION_EXISTS"));
}

TEST_F(RegionTest, WhatTheServerGivesOutCannotBeGiven) {
  v1::CreateRegionRequest request = NmdRequest();
  request.set_region_id("other");
  request.mutable_region()->set_name("regions/other");
  request.mutable_region()->set_current_policy("regions/other/policyVersions/7");
  request.mutable_region()->set_etag("99");
  const auto region = desk.Run(&CreateRegion, request, administrator);
  ASSERT_THAT(region, IsOk());
  EXPECT_EQ(region->name(), "regions/other");
  EXPECT_EQ(region->current_policy(), "regions/other/policyVersions/1");
  EXPECT_EQ(region->etag(), "1");
}

TEST_F(RegionTest, EveryFaultOfRegionAndPolicyIsNamedAtOnceAndNothingIsStored) {
  v1::CreateRegionRequest request = NmdRequest();
  request.set_region_id("shared");
  request.mutable_region()->mutable_commissioning_bodies(1)->set_id("assen");
  request.mutable_region()->mutable_commissioning_bodies(2)->set_id("Midden Drenthe");
  request.mutable_region()->add_roles(team::v1::ROLE_SYSTEM);
  request.mutable_region()->add_expertise(team::v1::EXPERTISE_COORDINATOR);
  request.mutable_policy()->mutable_terms()->set_view_working_days(-5);
  request.mutable_policy()->mutable_ladder(2)->add_mandated_members("regions/zorgkantoor-noord/members/boss");
  request.mutable_policy()->mutable_ladder(2)->add_mandated_members("the boss");
  const auto region = desk.Run(&CreateRegion, request, administrator);
  EXPECT_THAT(region, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(
      FieldFaults(region.status()),
      ElementsAre("region_id: RESERVED_ID", "region.commissioning_bodies[1].id: DUPLICATE",
                  "region.commissioning_bodies[2].id: INVALID_ID", "region.roles[0]: ROLE_NOT_FOR_MEMBERS",
                  "region.expertise[6]: DUPLICATE", "policy.terms.view_working_days: TERM_OUT_OF_RANGE",
                  "policy.ladder[2].mandated_members[0]: REGION_MISMATCH",
                  "policy.ladder[2].mandated_members[1]: INVALID_NAME"));
  EXPECT_EQ(desk.Events("shared").size(), 2U);
}

TEST_F(RegionTest, AnUnknownRegionIsNotFound) {
  v1::GetRegionRequest request;
  request.set_name("regions/elsewhere");
  const auto region = desk.Ask(&GetRegion, request, administrator);
  EXPECT_THAT(region, StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(region, ReasonIs("REGION_NOT_FOUND"));
}

TEST_F(RegionTest, TheNextPolicyTakesTheNextNumberAndIsTheCurrentOne) {
  v1::PublishPolicyVersionRequest request = NextPolicy("kortere termijnen");
  request.mutable_policy()->mutable_terms()->set_draft_response_working_days(8);
  const auto policy = desk.Run(&PublishPolicyVersion, request, administrator);
  ASSERT_THAT(policy, IsOk());
  EXPECT_EQ(policy->name(), "regions/nmd/policyVersions/2");
  EXPECT_EQ(Nmd().current_policy(), "regions/nmd/policyVersions/2");
  EXPECT_EQ(Nmd().etag(), "2");
  const std::vector<audit::v1::Event> events = desk.Events("nmd");
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].kind(), "PolicyVersionPublished");
  EXPECT_EQ(events[0].reason(), "kortere termijnen");
  EXPECT_EQ(events[1].kind(), "CurrentPolicyChanged");
  EXPECT_EQ(events[1].resource(), "regions/nmd");
}

TEST_F(RegionTest, AnEarlierPolicyNeverChanges) {
  v1::PublishPolicyVersionRequest request = NextPolicy("kortere termijnen");
  request.mutable_policy()->mutable_terms()->set_draft_response_working_days(8);
  ASSERT_THAT(desk.Run(&PublishPolicyVersion, request, administrator), IsOk());
  v1::GetPolicyVersionRequest first;
  first.set_name("regions/nmd/policyVersions/1");
  EXPECT_EQ(desk.Ask(&GetPolicyVersion, first, administrator)->terms().draft_response_working_days(), 10);
}

TEST_F(RegionTest, CountsThatAreNotGivenAreStoredAsTheirDefaults) {
  v1::PublishPolicyVersionRequest request = NextPolicy("standaard");
  request.mutable_policy()->clear_re_assessments_per_plan();
  request.mutable_policy()->clear_partial_results_per_plan();
  request.mutable_policy()->set_returns_before_giving_up(3);
  const auto policy = desk.Run(&PublishPolicyVersion, request, administrator);
  ASSERT_THAT(policy, IsOk());
  EXPECT_EQ(policy->re_assessments_per_plan(), 2);
  EXPECT_EQ(policy->partial_results_per_plan(), 1);
  EXPECT_EQ(policy->returns_before_giving_up(), 3);
}

TEST_F(RegionTest, APolicyWithFaultsIsNotPublished) {
  v1::PublishPolicyVersionRequest request = NextPolicy("fout");
  request.mutable_policy()->mutable_ladder()->RemoveLast();
  request.mutable_policy()->set_overall_reading(framework::v1::READING_ABS45);
  const auto policy = desk.Run(&PublishPolicyVersion, request, administrator);
  EXPECT_THAT(FieldFaults(policy.status()),
              ElementsAre("policy.overall_reading: READING_CANNOT_DECIDE", "policy.ladder: LEVEL_MISSING"));
  EXPECT_EQ(Nmd().current_policy(), "regions/nmd/policyVersions/1");
}

TEST_F(RegionTest, PolicyVersionsAreListedInTheOrderOfTheirNumbers) {
  for (int i = 2; i <= 11; ++i) {
    ASSERT_THAT(desk.Run(&PublishPolicyVersion, NextPolicy("jaarlijks"), administrator), IsOk());
  }
  v1::ListPolicyVersionsRequest request;
  request.set_parent("regions/nmd");
  request.set_page_size(4);
  std::vector<std::string> names;
  do {
    const auto page = desk.Ask(&ListPolicyVersions, request, administrator);
    ASSERT_THAT(page, IsOk());
    for (const v1::PolicyVersion& policy : page->policy_versions())
      names.push_back(call::LastId(policy.name()));
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(names, ElementsAre("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"));
}

TEST_F(RegionTest, RegionsAreListedById) {
  ASSERT_THAT(
      desk.Run(&CreateRegion, testing::SampleRequest<v1::CreateRegionRequest>("care-office/region.json"),
               administrator),
      IsOk());
  const auto list = desk.Ask(&ListRegions, v1::ListRegionsRequest(), administrator);
  ASSERT_THAT(list, IsOk());
  ASSERT_EQ(list->regions_size(), 2);
  EXPECT_EQ(list->regions(0).name(), "regions/nmd");
  EXPECT_EQ(list->regions(1).name(), "regions/zorgkantoor-noord");
}

}  // namespace
}  // namespace waarborg::registry
